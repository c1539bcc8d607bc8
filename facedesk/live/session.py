"""The live loop with its two threads: one captures frames, one answers them."""

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from facedesk import errors
from facedesk.capture.capture_thread import CaptureStatus, CaptureThread
from facedesk.capture.frame import Frame
from facedesk.capture.source import Source
from facedesk.encoder.registry import ModelChoice
from facedesk.gallery.store import Gallery
from facedesk.live.liveness_mode import LivenessMode
from facedesk.live.view import LiveView
from facedesk.matching.thresholds import DEFAULT_FPIR
from facedesk.torch_libraries import load_torch_libraries

if TYPE_CHECKING:  # torch takes a second to import, which is left to the inference thread
    from facedesk.encoder.models import Models
    from facedesk.live.engine import Engine
    from facedesk.live.knowledge import Knowledge

_log = logging.getLogger(__name__)
_TAKE_S = 0.1
_STOP_S = 5.0
_AGAIN_S = 1.0  # between attempts to read a gallery that can't be read
_SHOWN_S = 1.0  # an error that comes back now and then stays to be read in between


class EngineState(Enum):
    """How far the inference thread is."""

    LOADING = "loading"
    READY = "ready"
    FAILED = "failed"


@dataclass(frozen=True)
class EngineStatus:
    """error: why there are no answers yet or at all, or why the last frame got none."""

    state: EngineState
    error: errors.FacedeskError | None = None


class LiveSession:
    """Everything the window needs of the live loop; no call blocks for long."""

    def __init__(
        self,
        gallery: Gallery,
        capture: CaptureThread | None = None,
        choice: ModelChoice | None = None,
    ) -> None:
        """choice: what to recognise with; None for what facedesk comes with."""
        self._gallery = gallery
        self._choice = choice or ModelChoice()
        self._capture = capture or CaptureThread()
        self._thread = threading.Thread(target=self._run, name="inference", daemon=True)
        self._stopping = threading.Event()
        # Together, so that nobody sees the networks of one encoder with what is known of another.
        self._parts: tuple[Models, Knowledge] | None = None
        self._unusable: tuple[errors.ModelError, ...] = ()
        self._liveness_problems: tuple[errors.FacedeskError, ...] = ()
        self._fpir = DEFAULT_FPIR
        self._liveness_mode = LivenessMode.OFF
        self._view: LiveView | None = None
        self._answered = 0
        self._engine_status = EngineStatus(EngineState.LOADING)
        self._noted_at = 0.0

    def start(self) -> None:
        """Begin to load the networks; answers follow once a source is open."""
        self._thread.start()

    def stop(self) -> None:
        """End both threads, within a time limit."""
        self._stopping.set()
        self._capture.close()
        if self._thread.is_alive():
            self._thread.join(_STOP_S)

    def open(self, source: Source) -> None:
        """Switch to a source; `status` tells how that goes."""
        self._capture.open(source)

    def close_source(self) -> None:
        """Stop capturing; the networks stay loaded."""
        self._capture.close(timeout_s=0)

    def accept(self, fpir: float) -> None:
        """Decide with this share of false alarms per stranger (0.001…0.1) from now on."""
        self._fpir = fpir

    def watch_liveness(self, mode: LivenessMode) -> None:
        """Look from now on, or no longer, whether the faces in view are alive."""
        self._liveness_mode = mode

    @property
    def liveness_mode(self) -> LivenessMode:
        """What liveness is used for now."""
        return self._liveness_mode

    @property
    def liveness_problems(self) -> tuple[errors.FacedeskError, ...]:
        """Why some of what liveness is judged by is missing, once it was first wanted."""
        return self._liveness_problems

    @property
    def status(self) -> CaptureStatus:
        """What the source is doing."""
        return self._capture.status

    @property
    def engine(self) -> EngineStatus:
        """What the inference thread is doing."""
        return self._engine_status

    @property
    def models(self) -> "Models | None":
        """The networks, once they are loaded; they may be shared with other threads."""
        return self._parts[0] if self._parts else None

    @property
    def encoder_id(self) -> str:
        """Whose templates are wanted: of the encoder in use, or of the one that is being loaded."""
        return self._parts[0].encoder.id if self._parts else self._choice.encoder

    @property
    def unusable(self) -> tuple[errors.ModelError, ...]:
        """Why models that were chosen are not the ones in use, once the networks are loaded."""
        return self._unusable

    @property
    def knowledge(self) -> "Knowledge | None":
        """What decisions are based on, once the networks are loaded."""
        return self._parts[1] if self._parts else None

    @property
    def fpir(self) -> float:
        """The share of false alarms per stranger that is accepted now."""
        return self._fpir

    def decide_by(self, knowledge: "Knowledge") -> None:
        """Decide on the base of this from now on, such as another calibration.

        It belongs to the encoder in use.
        """
        self._parts = (self._parts[0], knowledge)

    def recognise_with(self, models: "Models", knowledge: "Knowledge") -> None:
        """Go on with other networks, once the first are loaded. knowledge: of their encoder."""
        self._parts = (models, knowledge)

    @property
    def newest_frame(self) -> Frame | None:
        """The newest picture, whether it has been answered or not."""
        return self._capture.newest

    @property
    def newest_view(self) -> LiveView | None:
        """The newest answer, of this or a slightly earlier picture of the same scene."""
        # An answer may come when its source has been closed already, or another opened.
        frame, view = self._capture.newest, self._view
        return view if frame and view and view.frame.scene == frame.scene else None

    @property
    def skipped(self) -> int:
        """Frames that were replaced by newer ones before they could be answered."""
        return self._capture.mailbox.skipped

    @property
    def answered(self) -> int:
        """Frames that were answered."""
        return self._answered

    def _run(self) -> None:
        engine = self._load()
        while engine is not None and not self._stopping.is_set():
            frame = self._capture.mailbox.take(_TAKE_S)
            engine.fpir = self._fpir
            engine.use(*self._parts)
            engine.liveness.use(self._liveness_mode)
            self._liveness_problems = engine.liveness.problems
            if frame is not None:
                if self._answer(lambda frame=frame: engine.answer(frame)):
                    self._answered += 1
            elif self.newest_view is not None:
                self._answer(engine.reconsider)

    def _load(self) -> "Engine | None":
        try:
            load_torch_libraries()
            if self._stopping.is_set():  # the import takes its time, too
                return None
            from facedesk.live.loading import load_engine

            problems: list[errors.ModelError] = []
            models, engine = load_engine(self._gallery, self._choice, problems.append)
            self._unusable = tuple(problems)
            self.recognise_with(models, engine.knowledge)
            self._wait_for_gallery()
        except errors.FacedeskError as error:
            _log.info("the engine can't start: %s", error)
            self._engine_status = EngineStatus(EngineState.FAILED, error)
            return None
        except Exception:
            _log.exception("the engine can't start")
            self._engine_status = EngineStatus(EngineState.FAILED, errors.FacedeskError())
            return None
        self._engine_status = EngineStatus(EngineState.READY)
        return engine

    def _wait_for_gallery(self) -> None:
        """Begin with answers as soon as the gallery can be read."""
        while not self._stopping.is_set():
            try:
                self._gallery.revision()
                return
            except errors.StorageError as error:
                self._engine_status = EngineStatus(EngineState.LOADING, error)
                self._stopping.wait(_AGAIN_S)

    def _answer(self, question: Callable[[], LiveView | None]) -> bool:
        """Publish an answer, or why there is none; return whether there was one."""
        try:
            view = question()
        except errors.FacedeskError as error:
            self._note(error)
            return False
        except Exception:
            if self._engine_status.error is None:  # once, not thirty times a second
                _log.exception("a frame could not be answered")
            self._note(errors.FacedeskError())
            return False
        long_ago = time.monotonic() - self._noted_at > _SHOWN_S
        if self._engine_status.error is not None and long_ago:
            self._engine_status = EngineStatus(EngineState.READY)
        if view is not None:
            self._view = view
        return view is not None

    def _note(self, error: errors.FacedeskError) -> None:
        self._noted_at = time.monotonic()
        self._engine_status = EngineStatus(EngineState.READY, error)
