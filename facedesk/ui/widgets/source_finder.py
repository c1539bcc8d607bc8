"""Finds out what a text means, such as a path, without holding up the window."""

import logging
import threading

from PySide6.QtCore import QObject, Signal

from facedesk.capture.source import Source, parse_source
from facedesk.errors import FacedeskError

_log = logging.getLogger(__name__)


class SourceFinder(QObject):
    """Emits found with a Source, or refused with a FacedeskError, on the GUI thread.

    A disk or a server may take its time, or never answer. Only the newest question counts.
    """

    found = Signal(object)
    refused = Signal(object)
    _answered = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._question = 0
        self._answered.connect(self._tell)

    def find(self, text: str) -> None:
        """Find out what it means."""
        self.forget()
        asked = (text, self._question)
        threading.Thread(target=self._look, args=asked, name="source finder", daemon=True).start()

    def forget(self) -> None:
        """Emit nothing about what was asked for until now."""
        self._question += 1

    def _look(self, text: str, question: int) -> None:
        try:
            answer = parse_source(text)
        except FacedeskError as error:
            answer = error
        except Exception:
            _log.exception("a source can't be looked for")
            answer = FacedeskError()
        try:
            self._answered.emit(question, answer)
        except RuntimeError:  # the window was closed in the meantime
            _log.debug("Nobody waits for the source any more")

    def _tell(self, question: int, answer: Source | FacedeskError) -> None:
        if question == self._question:
            signal = self.found if isinstance(answer, Source) else self.refused
            signal.emit(answer)
