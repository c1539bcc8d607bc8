"""The live loop as it is in the window, with a clip for a camera and people enrolled."""

import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from facedesk.bench.clip import fitting_pictures_of, made_up_pictures, pictures_of, write_clip
from facedesk.bench.clip_camera import ClipCamera
from facedesk.bench.conditions import Conditions
from facedesk.bench.enrolled import enrol_all, photo_of_somebody
from facedesk.bench.pictures import heads, portraits
from facedesk.capture.capture_thread import CaptureThread
from facedesk.capture.source import Source, SourceKind
from facedesk.encoder.models import load_models
from facedesk.errors import FacedeskError
from facedesk.gallery.store import Gallery, open_gallery
from facedesk.live.liveness_mode import LivenessMode
from facedesk.live.session import EngineState, LiveSession
from facedesk.matching.cohort import load_cohort

PEOPLE = 1000
_CAMERA = Source(SourceKind.CAMERA, "The clip", "The clip")
_LOADED_WITHIN_S = 120.0
_LOOK_S = 0.05

Wait = Callable[[], object]


@contextmanager
def live_loop(
    conditions: Conditions, waiting: Callable[[LiveSession], Wait]
) -> Iterator[LiveSession]:
    """Give a session whose first answers are there, and which looks whether faces are alive.

    waiting: makes what a camera does before each picture. Raises SourceError, PhotoRefused.
    """
    with TemporaryDirectory(prefix="facedesk-") as folder:
        clip = Path(folder) / "clip.avi"
        with closing(open_gallery(Path(folder) / "gallery.sqlite3")) as gallery:
            prepare_stage(gallery, clip, conditions)
            capture = CaptureThread(
                lambda _source: ClipCamera(clip, waiting(session)),
                is_connected=lambda _source: True,
            )
            session = LiveSession(gallery, capture)
            session.watch_liveness(LivenessMode.SHOW)
            session.start()
            try:
                _wait_for_answers(session)
                yield session
            finally:
                session.stop()


def prepare_stage(gallery: Gallery, clip: Path, conditions: Conditions) -> None:
    """Write the clip to be played, and enrol its person among many. Raises as live_loop does."""
    models = load_models()
    if conditions.clip is None:
        head = heads(portraits(conditions.photo), models)[0]
        write_clip(made_up_pictures(head), clip)
    else:
        write_clip(fitting_pictures_of(conditions.clip), clip)
    photo = photo_of_somebody(pictures_of(clip), models)
    enrol_all(gallery, photo, load_cohort(models.encoder.id), PEOPLE)


def _wait_for_answers(session: LiveSession) -> None:
    deadline = time.monotonic() + _LOADED_WITHIN_S
    while session.engine.state is EngineState.LOADING and time.monotonic() < deadline:
        time.sleep(_LOOK_S)
    session.open(_CAMERA)
    while not session.answered and time.monotonic() < deadline:
        if session.engine.error is not None:
            raise session.engine.error
        time.sleep(_LOOK_S)
    if not session.answered:
        raise session.status.error or FacedeskError()
