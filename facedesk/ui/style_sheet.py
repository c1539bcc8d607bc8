"""The style sheet of the window, made from the colours of a theme.

Widgets say what they are with a property: labels role="heading", "title" or "secondary"; buttons
kind="primary", "danger" or "quiet"; frames kind="card", "row" or "line".
"""

from dataclasses import asdict
from string import Template

from facedesk import resources
from facedesk.ui.colours import DARK, Colours

_TEMPLATE = Template("""
QToolTip { color: $page; background: $text; border: none; padding: 4px 8px; }

QLabel { background: transparent; }
QLabel[role="title"] { font-size: ${title_pt}pt; font-weight: 600; }
QLabel[role="heading"] { font-size: ${heading_pt}pt; font-weight: 600; }
QLabel[role="secondary"] { color: $muted; }
QLabel[role="error"] { color: $danger; }

QFrame[kind="line"] { background: $line; border: none; }
QFrame[kind="row"] { border: none; border-top: 1px solid $line; }
QFrame[kind="card"] { background: $surface; border: 1px solid $line; border-radius: 12px; }
QFrame[kind="card"][aimed="true"] { background: $tint; border: 2px dashed $accent; }

QPushButton {
    color: $text; background: $surface; border: 1px solid $edge; border-radius: 8px;
    padding: 0 14px; min-height: 30px;
}
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $line; }
QPushButton:checked { background: $tint; border-color: $accent; }
QPushButton:disabled { color: $disabled; border-color: $line; background: transparent; }
QPushButton:focus {
    border: 2px solid $accent; padding: 0 13px; min-height: 28px; outline: none;
}
QPushButton[kind="primary"] {
    color: $on_accent; background: $accent; border-color: $accent; font-weight: 600;
}
QPushButton[kind="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[kind="primary"]:focus { border-color: $text; }
QPushButton[kind="primary"]:disabled {
    color: $disabled; background: $line; border-color: $line;
}
QPushButton[kind="danger"] { color: $danger; border-color: $danger; }
QPushButton[kind="danger"]:focus { border: 2px solid $danger; }
QPushButton[kind="quiet"] {
    color: $muted; background: transparent; border: 1px solid $edge; border-radius: 6px;
    padding: 0 6px; min-height: 20px;
}
QPushButton[kind="quiet"]:hover { color: $text; background: $hover; }
QPushButton[kind="quiet"]:focus { border: 1px solid $accent; color: $text; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QPushButton::menu-indicator {
    image: url("$chevron"); width: 12px; height: 12px;
    subcontrol-origin: padding; subcontrol-position: center right; right: 8px;
}

QToolButton {
    color: $text; background: transparent; border: 2px solid transparent; border-radius: 8px;
    padding: 4px;
}
QToolButton:hover { background: $hover; }
QToolButton:checked { background: $tint; color: $text; }
QToolButton:focus { border-color: $accent; }
QToolButton:disabled { color: $disabled; }
QToolButton[kind="thumbnail"] { padding: 0; }
QToolButton[kind="thumbnail"]:checked { border-color: $accent; }
QToolButton[kind="thumbnail"]:focus { border-color: $text; }

QLineEdit, QAbstractSpinBox, QComboBox {
    color: $text; background: $surface; border: 1px solid $edge; border-radius: 8px;
    padding: 0 9px; min-height: 30px;
    selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit:focus, QAbstractSpinBox:focus, QComboBox:focus {
    border: 2px solid $accent; padding: 0 8px; min-height: 28px;
}
QLineEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled {
    color: $disabled; border-color: $line; background: transparent;
}
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button,
QDoubleSpinBox::down-button { width: 0; border: none; }
QLineEdit[wrong="true"] { border-color: $danger; }
QLineEdit[kind="search"], QLineEdit[kind="search"]:focus { padding: 0 2px; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: 28px; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url("$chevron"); width: 12px; height: 12px; }
QComboBox QAbstractItemView {
    background: $surface; border: 1px solid $edge; padding: 4px; outline: none;
    selection-background-color: $tint; selection-color: $text;
}
QComboBox QAbstractItemView::item { min-height: 30px; padding: 0 8px; border-radius: 6px; }
QComboBox QAbstractItemView::item:selected { background: $tint; color: $text; }

QWidget#qt_calendar_navigationbar {
    background: $surface; border: 1px solid $edge; border-bottom: none;
}
QAbstractItemView#qt_calendar_calendarview { border: 1px solid $edge; border-top: none; }
QCalendarWidget QAbstractItemView {
    color: $text; background: $surface; outline: none;
    selection-background-color: $accent; selection-color: $on_accent;
}
QCalendarWidget QAbstractItemView:disabled { color: $disabled; }

QListView[kind="offers"] {
    background: $surface; border: 1px solid $edge; outline: none;
}
QListView[kind="offers"]::item { color: $text; min-height: 36px; padding: 0 8px; }
QListView[kind="offers"]::item:selected { background: $tint; }

QCheckBox { color: $text; spacing: 8px; min-height: 30px; }
QCheckBox:disabled { color: $disabled; }
QCheckBox::indicator {
    width: 14px; height: 14px; background: $surface; border: 1px solid $edge; border-radius: 4px;
}
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$check"); }
QCheckBox::indicator:focus { border: 2px solid $accent; width: 12px; height: 12px; }
QCheckBox::indicator:checked:focus { border-color: $text; }
QCheckBox::indicator:disabled { background: transparent; border-color: $line; }
QCheckBox::indicator:checked:disabled { background: $disabled; }

QMenu { background: $surface; border: 1px solid $edge; padding: 6px; }
QMenu::item { padding: 7px 28px 7px 12px; border-radius: 6px; }
QMenu::icon { padding-left: 10px; }
QMenu::item:selected { background: $tint; color: $text; }
QMenu::item:disabled { color: $disabled; }
QMenu::separator { height: 1px; background: $line; margin: 6px 4px; }

QScrollArea, QAbstractScrollArea { background: transparent; border: none; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollArea > QWidget > QWidget { background: transparent; }
QListView, QTreeView { outline: none; }
QTreeView { background: $surface; border: 1px solid $line; border-radius: 8px; }
QTreeView:focus { border: 1px solid $accent; }
QTreeView::item { color: $text; background: transparent; padding: 0 8px; }
QTreeView::item:selected { background: $tint; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section {
    color: $muted; background: transparent; padding: 8px;
    border: none; border-bottom: 1px solid $line;
}
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $edge; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QSlider { min-height: 26px; }
QSlider::groove:horizontal { background: $line; height: 6px; border-radius: 3px; }
QSlider::sub-page:horizontal { background: $accent; height: 6px; border-radius: 3px; }
QSlider::handle:horizontal {
    background: $accent; border: 2px solid $surface; width: 18px; margin: -8px 0;
    border-radius: 11px;
}
QSlider::handle:horizontal:hover { background: $accent_hover; }
QSlider::handle:horizontal:focus { border-color: $text; }
QSlider::groove:horizontal:focus { border: none; }

QProgressBar { background: $line; border: none; border-radius: 3px; max-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }

#side_bar { background: $side; border: none; border-right: 1px solid $line; }
#side_bar QToolButton { padding: 0 10px; min-height: 36px; text-align: left; }
#side_bar QToolButton:checked { font-weight: 600; }

#task_bar { background: $surface; border: none; border-top: 1px solid $line; }

#verdict { background: $surface; border: 1px solid $line; border-radius: 12px; }
#verdict[verdict="yes"] { border: 2px solid $accent; }
#verdict[verdict="unsure"] { border: 2px dashed $edge; }
#verdict[verdict="no"] { border: 2px solid $danger; }

#message { background: $surface; border: 1px solid $line; border-radius: 8px; }
#message[level="info"] { border-color: $accent; }
#message[level="success"] { border-color: $success; }
#message[level="warning"] { border-color: $warning; }
#message[level="error"] { border-color: $danger; }
""")


def style_sheet(colours: Colours, point_size: float) -> str:
    """Return the style sheet. point_size: of the system's font, which texts stay in step with."""
    name = "dark" if colours == DARK else "light"
    return _TEMPLATE.substitute(
        asdict(colours),
        chevron=resources.path(f"icons/chevron-{name}.svg").as_posix(),
        check=resources.path(f"icons/check-{name}.svg").as_posix(),
        heading_pt=round(point_size * 1.2, 1),
        title_pt=round(point_size * 1.75, 1),
    )
