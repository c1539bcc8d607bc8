import pytest
from live_stage import CAMERA, LOADING, VIDEO, face, known, shot, stage, unknown, unsure
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from facedesk import errors
from facedesk.capture.cameras import Camera
from facedesk.capture.capture_status import CaptureState, CaptureStatus
from facedesk.capture.source import Source, SourceKind
from facedesk.ui.pages.live_page import LivePage
from facedesk.ui.widgets import camera_list

TAB = Qt.FocusPolicy.TabFocus


@pytest.fixture
def connected(monkeypatch):
    cameras = []
    monkeypatch.setattr(camera_list, "list_cameras", lambda: tuple(cameras))
    return cameras


@pytest.fixture
def on_stage(tmp_path, qapp):
    return stage(tmp_path / "home")


@pytest.fixture
def session(on_stage):
    return on_stage.session


@pytest.fixture
def page(qtbot, on_stage, connected):
    widget = LivePage(on_stage.context)
    qtbot.addWidget(widget)
    widget.resize(1200, 700)
    widget.show()
    widget.shown()
    with qtbot.waitActive(widget):
        widget.activateWindow()
    qtbot.waitUntil(lambda: widget.no_source.heading.text() != "Looking for cameras…")
    return widget


def show(qtbot, page, session, *faces, **more):
    """Show a picture and wait until the page has seen it."""
    session.play(*faces, **more)
    qtbot.waitUntil(lambda: page.status.isVisible() and page.view is session.newest_view)


def test_without_a_camera_the_page_says_so(page):
    assert page.no_source.isVisible()
    assert page.no_source.heading.text() == "No camera was found"
    assert not page.video.isVisible()
    assert not page.in_view.isVisible()
    assert not page.toolbar.enrol.isEnabled()


def test_the_first_camera_is_opened_when_the_page_comes_to_the_front(
    qtbot, on_stage, session, connected
):
    connected.append(Camera("Desk camera", 0, 200))
    widget = LivePage(on_stage.context)
    qtbot.addWidget(widget)
    assert session.opened == []
    widget.shown()
    qtbot.waitUntil(lambda: session.opened == [CAMERA])


def test_picture_list_and_status_show_who_is_there(page, session, qtbot):
    show(qtbot, page, session, known(1, "Ada"), unknown(2))
    assert page.video.isVisible()
    assert page.video.accessibleDescription() == "Ada, Unknown"
    assert page.in_view.row(1).title.text() == "Ada"
    assert page.status.words.text() == "Running. 2 people are in view."
    assert page.toolbar.picker.text() == "Desk camera"


def test_while_the_models_load_the_picture_is_already_there(page, session, qtbot):
    session.engine = LOADING
    session.play()
    session.newest_view = None
    qtbot.waitUntil(page.video.isVisible)
    assert page.status.words.text() == "Getting ready to recognise faces…"


def test_a_camera_that_fails_says_why_and_can_be_tried_again(page, session, qtbot):
    error = errors.CameraBusy(source="Desk camera")
    session.status = CaptureStatus(CaptureState.FAILED, CAMERA, error)
    qtbot.waitUntil(lambda: page.no_source.sentence.text() == f"{error.text} Trying again…")
    page.no_source.first.click()
    assert session.opened == [CAMERA]


def test_a_lost_camera_leaves_its_last_picture_without_names(page, session, qtbot):
    show(qtbot, page, session, known())
    error = errors.CameraLost(source="Desk camera")
    session.status = CaptureStatus(CaptureState.LOST, CAMERA, error)
    qtbot.waitUntil(lambda: page.status.words.text() == f"{error.text} Trying again…")
    assert page.video.isVisible()
    assert page.in_view.row(1) is None


@pytest.mark.parametrize("state", [CaptureState.OPENING, CaptureState.LOST])
def test_waiting_for_a_camera_can_be_cancelled(page, session, qtbot, state):
    error = errors.CameraLost(source="Desk camera") if state is CaptureState.LOST else None
    session.status = CaptureStatus(state, CAMERA, error)
    qtbot.waitUntil(page.status.stop.isVisible)
    page.status.stop.click()
    qtbot.waitUntil(page.no_source.isVisible)
    assert session.status.state is CaptureState.STOPPED


def test_a_video_that_ended_can_be_played_again(page, session, qtbot):
    show(qtbot, page, session, known(), source=VIDEO)
    session.status = CaptureStatus(CaptureState.ENDED, VIDEO)
    qtbot.waitUntil(page.status.again.isVisible)
    assert page.in_view.row(1) is not None
    page.status.again.click()
    assert session.opened == [VIDEO]


def test_stop_closes_the_source(page, session, qtbot):
    show(qtbot, page, session)
    page.sources.stop.trigger()
    qtbot.waitUntil(page.no_source.isVisible)
    assert session.newest_frame is None
    assert not page.column.isVisible()


def test_an_address_is_typed_into_the_bar_below_the_tools(page, session, qtbot):
    page.sources.open_address.trigger()
    assert page.address.isVisible()
    qtbot.keyClicks(page.address.address, "http://door.local/stream")
    qtbot.keyClick(page.address.address, Qt.Key.Key_Return)
    assert not page.address.isVisible()
    qtbot.waitUntil(lambda: len(session.opened) == 1)
    assert session.opened[0].label == "http://door.local"


def test_an_address_nobody_understands_is_a_message(page, session, on_stage, qtbot):
    page.address.entered.emit("gopher://door.local")
    qtbot.waitUntil(lambda: len(on_stage.said) == 1)
    assert session.opened == []


def test_only_cameras_are_mirrored(page, session, qtbot):
    show(qtbot, page, session, source=CAMERA)
    assert page.toolbar.mirror.isVisible()
    assert page.video.mirrored
    show(qtbot, page, session, source=VIDEO)
    assert not page.toolbar.mirror.isVisible()
    assert not page.video.mirrored


def test_mirroring_is_remembered_and_told(page, session, on_stage, qtbot):
    show(qtbot, page, session)
    with qtbot.waitSignal(page.setting_changed) as changed:
        page.toolbar.mirror.click()
    assert changed.args == ["live.mirror"]
    assert on_stage.context.settings.get("live.mirror") is False
    assert not page.video.mirrored


def test_each_camera_is_mirrored_as_was_chosen_for_it(page, session, on_stage, qtbot):
    settings, other = on_stage.context.settings, Source(SourceKind.CAMERA, "Door", "Door")
    show(qtbot, page, session, source=CAMERA)
    page.toolbar.mirror.click()
    show(qtbot, page, session, source=other)
    assert settings.camera == "Door"
    assert page.video.mirrored
    show(qtbot, page, session, source=CAMERA)
    assert settings.camera == CAMERA.location
    assert not page.video.mirrored
    assert not page.toolbar.mirror.isChecked()
    assert settings.get("live.mirror", "Door") is True


def test_a_video_changes_nothing_for_the_camera_before(page, session, on_stage, qtbot):
    show(qtbot, page, session, source=CAMERA)
    page.toolbar.mirror.click()
    show(qtbot, page, session, source=VIDEO)
    show(qtbot, page, session, source=CAMERA)
    assert not page.video.mirrored


def test_the_speed_is_shown_when_wanted(page, session, on_stage, qtbot):
    show(qtbot, page, session, known())
    assert page.speed.panel.isHidden()
    on_stage.context.settings.set("live.show_speed", True)
    page.shown()
    assert page.speed.panel.isVisible()
    assert "Captured" in page.speed.panel.accessibleDescription()


def test_what_was_changed_on_the_settings_page_counts_when_the_page_comes_back(
    page, session, on_stage, qtbot
):
    show(qtbot, page, session)
    on_stage.context.settings.set("live.mirror", False)
    page.hidden()
    page.shown()
    assert not page.video.mirrored


def test_in_a_narrow_window_the_column_makes_room(page, session, qtbot):
    show(qtbot, page, session, unknown())
    assert page.in_view.isVisible()
    assert not page.toolbar.in_view.isVisible()
    page.resize(900, 600)
    qtbot.waitUntil(lambda: not page.in_view.isVisible())
    page.toolbar.in_view.click()
    assert page.in_view.isVisible()


def test_the_page_needs_no_more_width_than_the_smallest_window_has(page, session, qtbot):
    show(qtbot, page, session, known(name="Maximiliane " * 9))
    page.toolbar.in_view.setChecked(True)
    assert page.minimumSizeHint().width() < 760


def test_enrolling_begins_with_ctrl_e(page, session, qtbot):
    show(qtbot, page, session, unknown())
    qtbot.keyClick(page, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(page.panel.isVisible)
    assert page.panel.steps.currentWidget() is page.panel.looking
    assert not page.toolbar.enrol.isEnabled()


def test_without_a_camera_enrolling_waits_for_one(page, session, qtbot):
    page.enrol()
    assert not page.panel.isVisible()
    session.open(CAMERA)
    qtbot.waitUntil(page.panel.isVisible)
    assert page.panel.steps.currentWidget() is page.panel.looking


def test_who_leaves_the_page_does_not_wait_for_a_camera_any_more(page, session, qtbot):
    page.enrol()
    page.hidden()
    show(qtbot, page, session, unknown())
    assert not page.panel.isVisible()


def test_clicking_an_unknown_face_leads_straight_to_its_name(page, session, qtbot):
    page.toolbar.mirror.setChecked(False)
    show(qtbot, page, session, unknown(3, box=(0, 0, 640, 480), shot=shot()))
    centre = QPoint(page.video.width() // 2, page.video.height() // 2)
    qtbot.mouseClick(page.video, Qt.MouseButton.LeftButton, pos=centre)
    assert page.panel.steps.currentWidget() is page.panel.naming


def test_the_list_does_the_same_with_the_keyboard(page, session, qtbot):
    show(qtbot, page, session, unknown(3, shot=shot()))
    qtbot.keyClick(page.in_view.row(3).enrol, Qt.Key.Key_Space)
    assert page.panel.steps.currentWidget() is page.panel.naming


def test_the_button_of_a_row_corrects_its_name(page, session, qtbot, monkeypatch):
    corrected = []
    monkeypatch.setattr(page.correcting, "correct", lambda *all_: corrected.append(all_))
    show(qtbot, page, session, known(1, "Ada"), unsure(2, "Grace"))
    page.in_view.row(2).correct.click()
    assert corrected == [(page.view.faces[1], page.view)]


def test_clicking_a_face_with_a_name_offers_to_correct_it(page, session, qtbot, monkeypatch):
    offered = []
    monkeypatch.setattr(page.correcting, "offer", lambda *all_: offered.append(all_))
    page.toolbar.mirror.setChecked(False)
    show(qtbot, page, session, known(3, box=(0, 0, 640, 480)))
    centre = QPoint(page.video.width() // 2, page.video.height() // 2)
    qtbot.mouseClick(page.video, Qt.MouseButton.LeftButton, pos=centre)
    assert offered == [(page.view.faces[0], page.view)]
    assert not page.column.covered


def test_a_face_without_a_shot_is_looked_at_first(page, session, qtbot):
    show(qtbot, page, session, unknown(3))
    page.in_view.row(3).enrol.click()
    assert page.panel.steps.currentWidget() is page.panel.looking


def test_in_a_narrow_window_enrolling_opens_the_column(page, session, qtbot):
    page.resize(900, 600)
    show(qtbot, page, session, unknown())
    page.toolbar.enrol.click()
    qtbot.waitUntil(page.panel.isVisible)
    qtbot.keyClick(page.panel, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not page.column.isVisible())


def test_after_enrolling_the_focus_is_back_where_it_began(page, session, qtbot):
    show(qtbot, page, session, unknown())
    page.toolbar.enrol.click()
    qtbot.keyClick(page.panel, Qt.Key.Key_Escape)
    qtbot.waitUntil(page.toolbar.enrol.hasFocus)
    qtbot.waitUntil(page.in_view.isVisible)


def test_losing_the_camera_while_enrolling_is_said_in_the_panel(page, session, qtbot):
    show(qtbot, page, session, face())
    page.toolbar.enrol.click()
    error = errors.CameraLost(source="Desk camera")
    session.status = CaptureStatus(CaptureState.LOST, CAMERA, error)
    qtbot.waitUntil(lambda: page.panel.looking.hint.text() == f"{error.text} Trying again…")
    show(qtbot, page, session, face(), number=1, scene=1)
    session.close_source()
    qtbot.waitUntil(lambda: page.panel.looking.hint.text() == "Nothing is open.")


def test_enrolling_while_the_models_load_says_so(page, session, qtbot):
    session.engine = LOADING
    show(qtbot, page, session)
    page.toolbar.enrol.click()
    words = "Getting ready to recognise faces…"
    qtbot.waitUntil(lambda: page.panel.looking.hint.text() == words)


def test_pointing_at_a_row_points_out_its_face(page, session, qtbot):
    show(qtbot, page, session, known(1), known(2, box=(400, 100, 500, 220)))
    plain = page.video.grab().toImage()
    page.in_view.pointed.emit(2, True)
    assert page.video.grab().toImage() != plain
    page.in_view.pointed.emit(2, False)
    assert page.video.grab().toImage() == plain


def test_everything_the_keyboard_reaches_has_a_name(page, session, qtbot):
    show(qtbot, page, session, known(1), unknown(2, shot=shot()))
    page.sources.open_address.trigger()
    listed = reached(page)
    page.in_view.row(2).enrol.click()
    qtbot.waitUntil(lambda: not page.in_view.isVisible())
    named = reached(page)
    for widget in listed | named:
        interface = QAccessible.queryAccessibleInterface(widget)
        assert interface.text(QAccessible.Text.Name), widget
    assert {page.toolbar.picker, page.toolbar.mirror, page.toolbar.enrol} < listed
    assert {page.in_view.row(1), page.in_view.row(2), page.in_view.row(2).enrol} < listed
    assert {page.panel.naming.name, page.panel.naming.retake, page.panel.naming.save} < named


def reached(page):
    """Return what Tab comes to."""
    return {
        widget
        for widget in page.findChildren(QWidget)
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & TAB
    }


def test_nothing_is_painted_while_nothing_is_new(page, session, qtbot, monkeypatch):
    show(qtbot, page, session, known())
    qtbot.wait(50)
    painted = []
    monkeypatch.setattr(page.video, "update", lambda: painted.append(1))
    qtbot.wait(100)
    assert not painted
    session.play(known(), number=1)
    qtbot.waitUntil(lambda: bool(painted))


def test_out_of_sight_the_page_rests(page, session, qtbot):
    show(qtbot, page, session, known(1))
    page.hide()
    session.play(known(2))
    qtbot.wait(60)
    assert page.in_view.row(2) is None
    page.show()
    assert page.in_view.row(2) is not None
