"""Says plainly that the gallery is not protected."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout

from facedesk.ui import icons
from facedesk.ui.messages import Level
from facedesk.ui.protecting import Protecting, Protection
from facedesk.ui.widgets.announce import announce
from facedesk.ui.widgets.buttons import push_button
from facedesk.ui.widgets.icon_mark import IconMark
from facedesk.ui.widgets.labels import text_label


class UnprotectedNotice(QFrame):
    """Offers a passphrase; nothing while the gallery is protected, or once it is dismissed."""

    def __init__(self, protecting: Protecting) -> None:
        super().__init__()
        self._dismissed = False
        self.setObjectName("message")
        self.setProperty("level", Level.WARNING.value)
        self.text = text_label(self.tr("The gallery is not protected"))
        advice = text_label(
            self.tr("Whoever gets hold of its file sees everyone's photos."), "secondary"
        )
        self.setAccessibleName(f"{self.text.text()}. {advice.text()}")
        mark = IconMark(20)
        mark.show_icon("unprotected", QPalette.ColorRole.Text)
        self.set = push_button(self.tr("Set a passphrase…"))
        self.set.clicked.connect(protecting.set_passphrase)
        self.dismiss = QToolButton()
        self.dismiss.setIcon(icons.icon("close"))
        self.dismiss.setAccessibleName(self.tr("Dismiss"))
        self.dismiss.setToolTip(self.tr("Dismiss until facedesk starts again"))
        self.dismiss.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.dismiss.clicked.connect(self._dismiss)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self.text)
        texts.addWidget(advice)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(12)
        row.addWidget(mark)
        row.addLayout(texts, 1)
        row.addWidget(self.set)
        row.addWidget(self.dismiss)
        self.hide()
        protecting.changed.connect(self.show_protection)

    def show_protection(self, found: Protection) -> None:
        """Warn when nothing protects the gallery."""
        warned = not self.isHidden()
        self.setVisible(not found.methods and not self._dismissed)
        if not self.isHidden() and not warned:
            announce(self, self.accessibleName())

    def _dismiss(self) -> None:
        self._dismissed = True
        self.hide()
