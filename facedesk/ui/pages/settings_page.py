"""The page with the settings, made from their schema."""

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from facedesk.errors import FacedeskError
from facedesk.settings import SETTINGS, Setting, Value
from facedesk.ui.choosing_models import ChoosingModels
from facedesk.ui.context import AppContext
from facedesk.ui.dialogs.speed_dialog import SpeedDialog
from facedesk.ui.dialogs.your_data_dialog import YourDataDialog
from facedesk.ui.gallery_watch import GalleryWatch
from facedesk.ui.measuring import Measuring
from facedesk.ui.messages import Level
from facedesk.ui.pages.page import Page
from facedesk.ui.protecting import Protecting
from facedesk.ui.widgets.about import About
from facedesk.ui.widgets.database_field import DatabaseField
from facedesk.ui.widgets.labels import page_title, text_label
from facedesk.ui.widgets.line import line
from facedesk.ui.widgets.models_card import ModelsCard
from facedesk.ui.widgets.own_calibration import OwnCalibration
from facedesk.ui.widgets.protection_card import ProtectionCard
from facedesk.ui.widgets.scrolling import scrolling
from facedesk.ui.widgets.setting_control import SettingControl, setting_control, setting_text
from facedesk.ui.widgets.strictness import Strictness

_WIDEST = 768
_STRICTNESS = "recognition.fpir"


class SettingsPage(Page):
    """Every visible setting, by group. What is changed applies and is saved at once."""

    title = QT_TRANSLATE_NOOP("Pages", "Settings")
    icon = "settings"
    shortcut = "Ctrl+,"

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        visible = [setting for setting in SETTINGS if not setting.hidden]
        self.controls = {setting.key: self._control(setting) for setting in visible}
        self.strictness = Strictness(self.controls[_STRICTNESS].widget)
        self.own_calibration = OwnCalibration()
        self.protecting = Protecting(context, self)
        self.protection = ProtectionCard(self.protecting)
        self.choosing = ChoosingModels(context, self)
        self.models = ModelsCard(self.choosing)
        self.about = About(context.paths.home)
        self.measuring = Measuring(context, self)
        self._watch = GalleryWatch(context, self)
        self._lay_out(visible)
        self._connect()

    def shown(self) -> None:
        """Show the values of the moment: other pages and windows change them too."""
        for key, control in self.controls.items():
            control.show(self._context.settings.get(key))
        self._show_calibration()
        self.protecting.look()
        self.choosing.look()
        self._watch.start()

    def hidden(self) -> None:
        """Stop looking at the gallery."""
        self._watch.stop()

    def _lay_out(self, visible: Sequence[Setting]) -> None:
        inside = QWidget()
        inside.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addWidget(page_title(self.tr("Settings")))
        for group, settings in groupby(visible, key=lambda setting: setting.group):
            column.addSpacing(16)
            column.addWidget(text_label(setting_text(group), "heading"))
            column.addWidget(self._card(list(settings)))
        column.addSpacing(16)
        column.addWidget(text_label(self.tr("Models"), "heading"))
        column.addWidget(self.models)
        column.addSpacing(16)
        column.addWidget(text_label(self.tr("Protection"), "heading"))
        column.addWidget(self.protection)
        column.addSpacing(16)
        column.addWidget(text_label(self.tr("What facedesk is not"), "heading"))
        column.addWidget(self.about)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling(inside))

    def _connect(self) -> None:
        self._watch.changed.connect(lambda found: self.strictness.show_people(found.people))
        self.about.your_data.clicked.connect(lambda: YourDataDialog(self._context, self).open())
        self.about.measure_speed.clicked.connect(self._measure_speed)
        self.own_calibration.measure.clicked.connect(self.measuring.ask)
        self.own_calibration.use_shipped.clicked.connect(self.measuring.use_shipped)
        self.measuring.changed.connect(self._show_calibration)
        self.choosing.using.changed.connect(self._show_calibration)
        self.measuring.started.connect(lambda: self.own_calibration.measure.setEnabled(False))
        self.measuring.finished.connect(lambda: self.own_calibration.measure.setEnabled(True))

    def _control(self, setting: Setting) -> SettingControl:
        if setting.kind == "database":
            return self._database(setting)
        return setting_control(setting, lambda value: self._change(setting.key, value))

    def _database(self, setting: Setting) -> SettingControl:
        field = DatabaseField(self._context.tasks)
        field.setAccessibleName(setting_text(setting.label))
        field.setAccessibleDescription(setting_text(setting.help))
        field.changed.connect(lambda address: self._change(setting.key, address))
        field.changed.connect(lambda _: self._tell_next_start())
        return SettingControl(field, field.show_address)

    def _tell_next_start(self) -> None:
        text = self.tr("The other database is used when facedesk starts again.")
        self._context.messages.show(Level.INFO, text)

    def _card(self, settings: Sequence[Setting]) -> QWidget:
        card = QFrame()
        card.setProperty("kind", "card")
        rows = QVBoxLayout(card)
        rows.setContentsMargins(16, 4, 16, 4)
        rows.setSpacing(0)
        for number, setting in enumerate(settings):
            if number:
                rows.addWidget(line())
            rows.addLayout(self._row(setting))
            if setting.key == _STRICTNESS:
                rows.addWidget(self.strictness)
                rows.addWidget(line())
                rows.addWidget(self.own_calibration)
        return card

    def _row(self, setting: Setting) -> QHBoxLayout:
        control = self.controls[setting.key].widget
        label = text_label(setting_text(setting.label), "")
        label.setBuddy(control)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(label)
        texts.addWidget(text_label(setting_text(setting.help), "secondary"))
        row = QHBoxLayout()
        row.setContentsMargins(0, 12, 0, 12)
        row.setSpacing(24)
        row.addLayout(texts, 1)
        if setting.key != _STRICTNESS:  # whose slider takes the whole width, below
            row.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _change(self, key: str, value: Value) -> None:
        if value == self._context.settings.get(key):
            return
        self._context.keep(key, value)
        self.setting_changed.emit(key)

    def _measure_speed(self) -> None:
        SpeedDialog(self._context.tasks, self).open()

    def _show_calibration(self) -> None:
        try:
            used = self.measuring.used
        except FacedeskError as error:
            self._context.messages.show_error(error)
            return
        self.strictness.show_calibration(used)
        self.own_calibration.show_calibration(used, self.measuring.own is not None)
