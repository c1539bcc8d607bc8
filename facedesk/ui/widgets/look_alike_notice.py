"""Says quietly that some people are too much alike to be told apart."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from facedesk.matching.likeness import LookAlikes
from facedesk.ui import icons
from facedesk.ui.messages import Level
from facedesk.ui.widgets.announce import announce
from facedesk.ui.widgets.buttons import push_button
from facedesk.ui.widgets.icon_mark import IconMark
from facedesk.ui.widgets.labels import shortened, text_label

_MOST = 3  # pairs that are named; the list has them all
_LONGEST = 24


class LookAlikeNotice(QFrame):
    """Names the pairs; nothing while there are none. Emits dismissed, and list_wanted."""

    dismissed = Signal()
    list_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message")
        self.setProperty("level", Level.WARNING.value)
        self.pairs: tuple[LookAlikes, ...] = ()
        mark = IconMark(20)
        mark.show_icon(Level.WARNING.value, QPalette.ColorRole.Text)
        self.text = text_label("")
        self.advice = text_label(
            self.tr(
                "A better photo or a look of each, or a stricter setting, tells them apart. If "
                "they are one person, delete one of them."
            ),
            "secondary",
        )
        self.show_list = push_button(self.tr("Show list"))
        self.show_list.clicked.connect(self.list_wanted)
        self.dismiss = QToolButton()
        self.dismiss.setIcon(icons.icon("close"))
        self.dismiss.setAccessibleName(self.tr("Dismiss"))
        self.dismiss.setToolTip(self.tr("Dismiss: these people are not mentioned again"))
        self.dismiss.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.dismiss.clicked.connect(self.dismissed)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self.text)
        texts.addWidget(self.advice)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(12)
        row.addWidget(mark)
        row.addLayout(texts, 1)
        row.addWidget(self.show_list)
        row.addWidget(self.dismiss)
        self.hide()

    def show_pairs(self, pairs: Sequence[LookAlikes]) -> None:
        """Name these pairs, the most alike first."""
        if tuple(pairs) == self.pairs:
            return
        self.pairs = tuple(pairs)
        self.text.setText(self._sentence() if pairs else "")
        self.show_list.setVisible(len(pairs) > _MOST)
        self.setAccessibleName(self.text.text())
        self.setVisible(bool(pairs))
        announce(self, self.text.text())

    def _sentence(self) -> str:
        named = [self._pair(pair) for pair in self.pairs[:_MOST]]
        if len(named) == 1:
            return self.tr("{pair} look too much alike to be told apart.").format(pair=named[0])
        more = len(self.pairs) - _MOST
        if more > 0:
            named.append(self.tr("{n} more").format(n=more))
        sentence = self.tr("Some people look too much alike to be told apart: {pairs}.")
        return sentence.format(pairs="; ".join(named))

    def _pair(self, pair: LookAlikes) -> str:
        return self.tr("{first} and {second}").format(
            first=shortened(pair.first_name, _LONGEST),
            second=shortened(pair.second_name, _LONGEST),
        )
