"""The page with the settings, made from their schema."""

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from facedesk import __version__
from facedesk.settings import SETTINGS, Setting, Value
from facedesk.ui.context import AppContext
from facedesk.ui.pages.page import Page
from facedesk.ui.widgets.buttons import push_button
from facedesk.ui.widgets.elided_label import ElidedLabel
from facedesk.ui.widgets.labels import page_title, text_label
from facedesk.ui.widgets.setting_control import SettingControl, setting_control, setting_text

_WIDEST = 768


class SettingsPage(Page):
    """Every visible setting, by group. What is changed applies and is saved at once."""

    title = QT_TRANSLATE_NOOP("Pages", "Settings")
    icon = "settings"

    def __init__(self, context: AppContext, schema: Sequence[Setting] = SETTINGS) -> None:
        super().__init__()
        self._context = context
        self.controls: dict[str, SettingControl] = {}
        self.open_folder = push_button(self.tr("Open folder"), "folder")
        self.open_folder.clicked.connect(self._open_folder)
        inside = QWidget()
        inside.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addWidget(page_title(self.tr("Settings")))
        visible = [setting for setting in schema if not setting.hidden]
        for group, settings in groupby(visible, key=lambda setting: setting.group):
            column.addSpacing(16)
            column.addWidget(text_label(setting_text(group), "heading"))
            column.addWidget(self._card(list(settings)))
        column.addStretch(1)
        column.addSpacing(24)
        column.addLayout(self._about())
        self._lay_out(inside)

    def shown(self) -> None:
        """Show the values of the moment: other pages change settings too."""
        for key, control in self.controls.items():
            control.show(self._context.settings.get(key))

    def _card(self, settings: Sequence[Setting]) -> QWidget:
        card = QFrame()
        card.setProperty("kind", "card")
        rows = QVBoxLayout(card)
        rows.setContentsMargins(16, 4, 16, 4)
        rows.setSpacing(0)
        for number, setting in enumerate(settings):
            if number:
                rows.addWidget(_line())
            rows.addLayout(self._row(setting))
        return card

    def _row(self, setting: Setting) -> QHBoxLayout:
        control = setting_control(setting, lambda value: self._change(setting.key, value))
        self.controls[setting.key] = control
        label = text_label(setting_text(setting.label), "")
        label.setBuddy(control.widget)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(label)
        texts.addWidget(text_label(setting_text(setting.help), "secondary"))
        row = QHBoxLayout()
        row.setContentsMargins(0, 12, 0, 12)
        row.setSpacing(24)
        row.addLayout(texts, 1)
        row.addWidget(control.widget, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _about(self) -> QVBoxLayout:
        text = self.tr("facedesk is not a security device: a good photo of you can fool it.")
        version = self.tr("facedesk {version}").format(version=__version__)
        folder = ElidedLabel(self)
        folder.setText(self.tr("Data folder: {path}").format(path=self._context.paths.home))
        folder.setProperty("role", "secondary")
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(text_label(version, "secondary"))
        line.addWidget(folder, 1)
        line.addWidget(self.open_folder)
        about = QVBoxLayout()
        about.setSpacing(8)
        about.addWidget(text_label(text, "secondary"))
        about.addLayout(line)
        return about

    def _lay_out(self, inside: QWidget) -> None:
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def _change(self, key: str, value: Value) -> None:
        if value == self._context.settings.get(key):
            return
        self._context.keep(key, value)
        self.setting_changed.emit(key)

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._context.paths.home)))


def _line() -> QFrame:
    line = QFrame()
    line.setProperty("kind", "line")
    line.setFixedHeight(1)
    return line
