"""Draws a picture in another's style as a task; it goes on while other pages are in front."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal

from facedesk.errors import FacedeskError, PersonGone
from facedesk.gallery.person import Person
from facedesk.style.progress import Losses, StyleProgress
from facedesk.style.sizes import Stage
from facedesk.style.style_settings import StyleSettings
from facedesk.ui.adding import ready_models
from facedesk.ui.context import AppContext
from facedesk.ui.tasks import Cancelled, Progress, Task
from facedesk.ui.time_left import TimeLeft, time_left_words

if TYPE_CHECKING:  # it brings torch, which takes a second to import
    from facedesk.style.disguise import Disguise

_PAUSE_LOOK_S = 0.1


@dataclass(frozen=True, eq=False)
class StyleWish:
    """What is to be drawn. content: RGB uint8 (H, W, 3), read-only.

    draw_style: returns the style picture, alike, for a side in pixels; called in the task.
    disguised_from: whom the face shall not be recognised as; None: it does not matter.
    """

    content: np.ndarray
    draw_style: Callable[[int], np.ndarray]
    settings: StyleSettings
    disguised_from: Person | None = None


class Styling(QObject):
    """Emits started; stepped with the newest StyleProgress and the words about it; and ended, with
    the last picture in `newest`, also when it was cancelled or failed; then failed with the error.
    """

    started = Signal()
    stepped = Signal(object, str)
    ended = Signal()
    failed = Signal(FacedeskError)

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._task: Task | None = None
        self._go = threading.Event()
        self._go.set()
        self.wish: StyleWish | None = None
        self.newest: StyleProgress | None = None
        self.losses: list[Losses] = []

    @property
    def running(self) -> bool:
        """Whether a picture is being drawn, or waits in the middle."""
        return self._task is not None

    @property
    def paused(self) -> bool:
        """Whether it waits to go on."""
        return not self._go.is_set()

    def start(self, wish: StyleWish) -> None:
        """Begin, unless a picture is being drawn; the former one is forgotten."""
        if self.running:
            return
        self.wish, self.newest, self.losses = wish, None, []
        self._go.set()

        def job(progress: Progress, cancelled: Cancelled) -> None:
            self._draw(wish, progress, cancelled)

        self._task = self._context.tasks.start(
            self.tr("Drawing"), job, lambda _: None, self.failed.emit
        )
        self._task.progressed.connect(self._tell)
        self._task.finished.connect(self._end)
        self.started.emit()

    def pause(self, wanted: bool) -> None:
        """Wait after this step, or go on."""
        if wanted:
            self._go.clear()
        else:
            self._go.set()

    def cancel(self) -> None:
        """End with the picture there is."""
        if self._task is not None:
            self._task.cancel()

    def _tell(self, _done: int, _total: int, words: str) -> None:
        if self.newest is not None:
            self.stepped.emit(self.newest, words)

    def _end(self) -> None:
        self._task = None
        self.ended.emit()

    # In the task --------------------------------------------------------------------------------

    def _draw(self, wish: StyleWish, progress: Progress, cancelled: Cancelled) -> None:
        progress(0, 0, self.tr("Getting ready…"))
        from facedesk.style.perceptual import load_perceptual
        from facedesk.style.transfer import planned, transfer

        disguise = self._disguise(wish, progress, cancelled)
        style, network = wish.draw_style(wish.settings.size), load_perceptual()
        work = _Work(planned(wish.content, style, wish.settings))
        pictures = transfer(wish.content, style, network, wish.settings, disguise, cancelled)
        for step in pictures:
            self.losses.append(step.losses)
            self.newest = step
            progress(step.step, step.steps, self._words(step, work))
            if self.paused:
                self._wait(cancelled)
                work.begin_again()

    def _disguise(
        self, wish: StyleWish, progress: Progress, cancelled: Cancelled
    ) -> "Disguise | None":
        if wish.disguised_from is None:
            return None
        session, person_id = self._context.session, wish.disguised_from.id
        models = ready_models(session, progress, cancelled)
        from facedesk.style.disguise import disguise_as_nobody

        enrolled = self._context.gallery.templates(models.encoder.id)
        if person_id not in (person.id for person in enrolled.people):
            raise PersonGone
        recognition = session.knowledge.recognition_of(enrolled, session.fpir)
        return disguise_as_nobody(wish.content, person_id, recognition, models)

    def _wait(self, cancelled: Cancelled) -> None:
        while not cancelled() and not self._go.wait(_PAUSE_LOOK_S):
            pass

    def _words(self, step: StyleProgress, work: "_Work") -> str:
        words = self.tr("Step {n} of {all}").format(n=step.step, all=step.steps)
        seconds = work.seconds_left(step.step)
        return words if seconds is None else f"{words} · {time_left_words(seconds)}"


class _Work:
    """Guesses how long it still takes: a step takes the longer, the more pixels there are."""

    def __init__(self, plan: tuple[Stage, ...]) -> None:
        pixels = [stage.size**2 for stage in plan for _ in range(stage.steps)]
        self._done = np.concatenate([[0], np.cumsum(pixels)])
        self._clock = TimeLeft()

    def begin_again(self) -> None:
        """Forget the pace, which a pause has spoilt."""
        self._clock = TimeLeft()

    def seconds_left(self, step: int) -> float | None:
        """Note that so many steps are made; return the seconds to go, None if nobody can tell."""
        done = self._done[min(step, len(self._done) - 1)]  # a disguise may take more steps
        return self._clock.seconds(int(done), int(self._done[-1]))
