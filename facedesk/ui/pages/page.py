"""What the window expects of a page."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class Page(QWidget):
    """One page. title: an English word, translated where it is shown. icon: see ui.icons.

    shortcut: the keys that bring it to the front.

    Emits page_wanted with the title of another page to go on with, enrolment_wanted when somebody
    is to be enrolled in front of the camera, verification_wanted with the id of whom somebody
    claims to be, and setting_changed with the key of a setting that has a new value.
    """

    title = ""
    icon = ""
    shortcut = ""
    page_wanted = Signal(str)
    enrolment_wanted = Signal()
    verification_wanted = Signal(int)
    setting_changed = Signal(str)

    def shown(self) -> None:
        """Called when the page comes to the front."""

    def hidden(self) -> None:
        """Called when the page leaves the front, also because the window closes."""
