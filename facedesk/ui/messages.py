"""The only way to speak to the user outside dialogs and pages."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication, QObject, Signal

from facedesk.errors import FacedeskError


class Level(Enum):
    """How serious a message is."""

    INFO = "info"
    SUCCESS = "success"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True)
class Action:
    """Something that a message offers to do. label: what its button reads, such as “Undo”."""

    label: str
    do: Callable[[], None]


@dataclass(frozen=True)
class Message:
    """A sentence for the user; detail: a second, quieter one; action: what may be done about it."""

    level: Level
    text: str
    detail: str = ""
    action: Action | None = None


class Messages(QObject):
    """Takes messages from any thread; the window shows them at the top of the content."""

    posted = Signal(Message)

    def show(self, level: Level, text: str, detail: str = "", action: Action | None = None) -> None:
        """Tell the user something."""
        self.posted.emit(Message(level, text, detail, action))

    def show_error(self, error: FacedeskError, detail: str = "") -> None:
        """Tell the user why something could not be done."""
        self.show(Level.ERROR, error_text(error), detail)


def error_text(error: FacedeskError) -> str:
    """Return an error's sentence in the user's language."""
    sentence = QCoreApplication.translate("Errors", error.sentence)
    return sentence.format(**error.details)
