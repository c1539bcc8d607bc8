import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDesktopServices, QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel

from facedesk import __version__, errors, settings
from facedesk.settings import SETTINGS, Setting
from facedesk.ui.pages.settings_page import SettingsPage
from facedesk.ui.widgets.setting_control import setting_control


@pytest.fixture
def page(qtbot, context):
    made = SettingsPage(context)
    qtbot.addWidget(made)
    made.shown()
    made.show()
    yield made
    made.hidden()


def texts(page) -> str:
    return " ".join(label.text() for label in page.findChildren(QLabel))


def test_every_visible_setting_has_a_control_with_label_and_help(page):
    visible = [setting for setting in SETTINGS if not setting.hidden]
    assert list(page.controls) == [setting.key for setting in visible]
    for setting in visible:
        assert setting.label in texts(page)
        assert setting.help in texts(page)
        assert page.controls[setting.key].widget.accessibleName() == setting.label


def test_a_change_applies_and_is_saved_at_once(qtbot, page, context):
    theme = page.controls["appearance.theme"].widget
    with qtbot.waitSignal(page.setting_changed) as changed:
        theme.setCurrentIndex(theme.findText("Dark"))
    assert changed.args == ["appearance.theme"]
    assert settings.load(context.paths.settings).get("appearance.theme") == "dark"


def test_a_switch_is_turned_with_the_keyboard(qtbot, page, context):
    switch = page.controls["live.show_scores"].widget
    switch.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(switch, Qt.Key.Key_Space)
    assert context.settings.get("live.show_scores") is True


def test_it_is_turned_with_the_mouse_wherever_it_is_hit(qtbot, page, context):
    switch = page.controls["live.show_scores"].widget
    qtbot.mouseClick(switch, Qt.MouseButton.LeftButton, pos=switch.rect().center())
    assert context.settings.get("live.show_scores") is True


def test_scrolling_over_a_control_does_not_change_it(page, context):
    theme = page.controls["appearance.theme"].widget
    here, down = QPointF(theme.rect().center()), QPoint(0, -120)
    turn = QWheelEvent(
        here,
        here,
        down,
        down,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(theme, turn)
    assert context.settings.get("appearance.theme") == "system"


def test_what_another_page_has_changed_is_shown(page, context):
    context.settings.set("live.mirror", False)
    page.hidden()
    page.shown()
    assert not page.controls["live.mirror"].widget.isChecked()


def test_how_strict_to_be_is_chosen_with_the_keyboard(qtbot, page, context):
    slider = page.strictness.slider
    with qtbot.waitSignal(page.setting_changed) as changed:
        qtbot.keyClick(slider, Qt.Key.Key_Home)
    assert changed.args == ["recognition.fpir"]
    assert settings.load(context.paths.settings).get("recognition.fpir") == 0.001


def test_a_strictness_between_two_steps_is_shown_and_kept(page, context):
    context.settings.set("recognition.fpir", 0.0123)
    page.hidden()
    page.shown()
    assert page.strictness.slider.rate == 0.0123
    assert context.settings.get("recognition.fpir") == 0.0123


def test_who_is_enrolled_by_another_window_is_reckoned_with(qtbot, page, enrol):
    note = page.strictness.note
    qtbot.waitUntil(lambda: note.text().startswith("Nobody is enrolled yet."))
    enrol("Ada", "Grace")
    qtbot.waitUntil(lambda: "People enrolled now: 2; photos: 2." in note.text())


def test_the_figures_are_there_before_the_networks_are(qtbot, page, context):
    assert context.session.knowledge is None
    qtbot.waitUntil(lambda: page.strictness.named.text() == "About 10 of 1,000")
    assert "“LFW" in page.own_calibration.source.text()


def test_a_missing_calibration_is_told(page, context, monkeypatch, said):
    def gone(name):
        raise errors.ResourceMissing(name=name)

    monkeypatch.setattr("facedesk.resources.read", gone)
    page.hidden()
    page.shown()
    assert said[0].text.startswith("A part of facedesk is missing (thresholds/")


def test_the_tab_key_goes_from_top_to_bottom(qtbot, page):
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.controls["appearance.theme"].widget.setFocus(Qt.FocusReason.TabFocusReason)
    passed = []
    for _ in range(4):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        passed.append(QApplication.focusWidget())
    assert passed == [
        page.strictness.slider,
        page.own_calibration.measure,
        page.controls["liveness.mode"].widget,
        page.controls["camera.resolution"].widget,
    ]


def test_showing_the_page_saves_nothing(page, context):
    assert not context.paths.settings.exists()


def test_a_change_that_can_t_be_saved_is_told(page, context, monkeypatch, said):
    def full():
        raise errors.DiskFull

    monkeypatch.setattr(context.settings, "save", full)
    page.controls["live.mirror"].widget.toggle()
    assert said[0].text.startswith("The disk is full.")
    assert context.settings.get("live.mirror") is False


def test_it_is_honest_about_what_facedesk_is_not(page, context):
    assert "facedesk is not a security device: a good photo of you can fool it." in texts(page)
    assert "weaker on children, on close relatives" in texts(page)
    assert f"facedesk {__version__}" in texts(page)
    assert str(context.paths.home) in texts(page)


def test_the_data_folder_can_be_opened(page, context, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    page.about.open_folder.click()
    assert opened[0].toLocalFile() == str(context.paths.home)


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        (Setting("a.switch", "bool", False), True),
        (Setting("a.number", "int", 3, minimum=1, maximum=9), 7),
        (Setting("a.share", "float", 0.1, minimum=0, maximum=1), 0.5),
        (Setting("a.rate", "rate", 0.01, minimum=0.001, maximum=0.1), 0.05),
        (Setting("a.word", "text", "x"), "y"),
        (Setting("a.way", "choice", "x", choices=("x", "y"), choice_labels=("X", "Y")), "y"),
    ],
    ids=lambda part: getattr(part, "kind", ""),
)
def test_there_is_a_control_for_every_kind(qtbot, setting, value):
    told = []
    control = setting_control(setting, told.append)
    qtbot.addWidget(control.widget)
    control.show(value)
    if setting.kind == "text":
        control.widget.editingFinished.emit()
    if setting.kind == "rate":
        control.widget.sliderReleased.emit()
    assert told == [value]


def test_a_number_counts_when_it_has_been_typed_as_a_whole(qtbot, page, context):
    """Else half of “60” would be six days, and what is older would be gone."""
    box = page.controls["record.people_days"].widget
    box.selectAll()
    qtbot.keyClicks(box, "60")
    assert context.settings.get("record.people_days") == 30
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert context.settings.get("record.people_days") == 60
