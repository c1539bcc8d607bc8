"""Makes the control with which a setting is changed, from its entry in the schema."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QLineEdit,
    QSpinBox,
    QStyledItemDelegate,
    QWidget,
)

from facedesk.settings import Setting, Value
from facedesk.ui.widgets.rate_slider import RateSlider
from facedesk.ui.widgets.switch import Switch
from facedesk.ui.widgets.wheel import LeavesWheelToPage

_WIDTH = 200
_AIR = (8, 0, 8, 0)  # around a number, where the style sheet's is not heeded
_LARGEST = 2**31 - 1  # of a QSpinBox
_Changed = Callable[[Value], None]


@dataclass(frozen=True)
class SettingControl:
    """A widget, and how to make it show a value."""

    widget: QWidget
    show: Callable[[Value], None]


class _Choices(LeavesWheelToPage, QComboBox):
    pass


class _WholeNumber(LeavesWheelToPage, QSpinBox):
    pass


class _Number(LeavesWheelToPage, QDoubleSpinBox):
    pass


def setting_control(setting: Setting, on_changed: _Changed) -> SettingControl:
    """Return a control that tells every new value."""
    control = _MAKERS[setting.kind](setting, on_changed)
    control.widget.setAccessibleName(setting_text(setting.label))
    control.widget.setAccessibleDescription(setting_text(setting.help))
    return control


def setting_text(text: str) -> str:
    """Return a text of the schema in the user's language."""
    return QCoreApplication.translate("Settings", text)


def _switch(_setting: Setting, on_changed: _Changed) -> SettingControl:
    switch = Switch()
    switch.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    switch.toggled.connect(on_changed)
    return SettingControl(switch, switch.setChecked)


def _choice(setting: Setting, on_changed: _Changed) -> SettingControl:
    combo = _Choices()
    combo.setFixedWidth(_WIDTH)
    combo.setItemDelegate(QStyledItemDelegate(combo))  # the style sheet does not reach its own
    for choice, label in zip(setting.choices, setting.choice_labels, strict=True):
        combo.addItem(setting_text(label), choice)
    combo.currentIndexChanged.connect(lambda index: on_changed(combo.itemData(index)))
    return SettingControl(combo, lambda value: combo.setCurrentIndex(combo.findData(value)))


def _whole_number(setting: Setting, on_changed: _Changed) -> SettingControl:
    box = _WholeNumber()
    box.setKeyboardTracking(False)  # half a number may be one that does harm
    box.lineEdit().setTextMargins(*_AIR)
    box.setFixedWidth(_WIDTH)
    box.setRange(round(max(setting.minimum, -_LARGEST)), round(min(setting.maximum, _LARGEST)))
    box.valueChanged.connect(on_changed)
    return SettingControl(box, box.setValue)


def _number(setting: Setting, on_changed: _Changed) -> SettingControl:
    box = _Number()
    box.setKeyboardTracking(False)  # half a number may be one that does harm
    box.lineEdit().setTextMargins(*_AIR)
    box.setFixedWidth(_WIDTH)
    box.setRange(max(setting.minimum, -1e9), min(setting.maximum, 1e9))
    box.valueChanged.connect(on_changed)
    return SettingControl(box, box.setValue)


def _rate(setting: Setting, on_changed: _Changed) -> SettingControl:
    slider = RateSlider(setting.minimum, setting.maximum)
    slider.chosen.connect(on_changed)
    return SettingControl(slider, slider.show_rate)


def _text(_setting: Setting, on_changed: _Changed) -> SettingControl:
    field = QLineEdit()
    field.setFixedWidth(_WIDTH)
    field.editingFinished.connect(lambda: on_changed(field.text()))
    return SettingControl(field, field.setText)


_MAKERS = {
    "bool": _switch,
    "choice": _choice,
    "int": _whole_number,
    "float": _number,
    "rate": _rate,
    "text": _text,
}
