"""Finds the people who are too much alike to be told apart, whenever that may have changed."""

import logging
from collections.abc import Iterable
from itertools import islice

from PySide6.QtCore import QObject, Signal

from facedesk.errors import FacedeskError
from facedesk.matching.likeness import LookAlikes, look_alikes
from facedesk.ui.context import AppContext
from facedesk.ui.tasks import Cancelled, Progress, Task, TaskCancelled

_log = logging.getLogger(__name__)
_MOST = 1000  # pairs: where there are more, something else is wrong
_DISMISSED = "people.look_alikes_dismissed"


class LookAlikeWatch(QObject):
    """Emits found with a tuple of LookAlikes, the most alike first.

    Pairs that the user has dismissed are left out.
    """

    found = Signal(object)

    def __init__(self, context: AppContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._looked_at: tuple[object, ...] | None = None
        self._task: Task | None = None
        self._pairs: tuple[LookAlikes, ...] = ()

    def look(self, revision: int | None) -> None:
        """Look again if the gallery, the strictness or what decides has changed since.

        revision: of the gallery. While the networks are being loaded, nothing happens.
        """
        session = self._context.session
        if session.models is None:
            return
        now = (revision, session.fpir, session.knowledge)
        if self._looked_at != now:
            self.stop()
            self._looked_at = now
            self._start()

    def stop(self) -> None:
        """Give up what is under way."""
        if self._task in self._context.tasks.running:
            self._task.cancel()
            self._looked_at = None

    def dismiss(self) -> None:
        """Tell no more of the pairs found, as long as they are found."""
        self._context.keep(_DISMISSED, " ".join(map(_key, self._pairs)))
        self._tell(self._pairs)

    def _start(self) -> None:
        session, gallery = self._context.session, self._context.gallery
        encoder_id, knowledge, fpir = session.models.encoder.id, session.knowledge, session.fpir

        def job(_progress: Progress, cancelled: Cancelled) -> tuple[LookAlikes, ...]:
            recognition = knowledge.recognition_of(gallery.templates(encoder_id), fpir)
            pairs = list(islice(look_alikes(recognition, cancelled), _MOST))
            if cancelled():
                raise TaskCancelled
            return tuple(sorted(pairs, key=lambda pair: -pair.score))

        title = self.tr("Looking for people who look alike")
        self._task = self._context.tasks.start(title, job, self._tell, _note)

    def _tell(self, pairs: Iterable[LookAlikes]) -> None:
        self._pairs = tuple(pairs)
        dismissed = set(self._context.settings.get(_DISMISSED).split())
        self.found.emit(tuple(pair for pair in self._pairs if _key(pair) not in dismissed))


def _key(pair: LookAlikes) -> str:
    """Return a pair as the settings remember it, whatever the order of the two."""
    first, second = sorted((pair.first_id, pair.second_id))
    return f"{first}-{second}"


def _note(error: FacedeskError) -> None:
    """Whoever shows the people says why the gallery can't be read."""
    _log.info("look-alikes can't be found now: %s", error)
