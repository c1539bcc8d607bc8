from random import Random

import pytest
from challenge_stage import Obedient, signals_at
from live_stage import CAMERA, FLAT, LIVE, LOADING, VIDEO, face, known, running, stage
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton

from facedesk.capture.capture_status import CaptureState, CaptureStatus
from facedesk.errors import CameraLost, ResourceMissing
from facedesk.live.liveness_mode import LivenessMode
from facedesk.liveness.challenge.challenge import Challenge
from facedesk.ui.pages.liveness_page import LivenessPage

PER_SECOND = 30
STILL = signals_at(0.0)


@pytest.fixture
def set_up(tmp_path, qapp):
    return stage(tmp_path)


@pytest.fixture
def session(set_up):
    return set_up.session


@pytest.fixture
def page(qtbot, set_up):
    made = LivenessPage(set_up.context)
    qtbot.addWidget(made)
    made.resize(1000, 680)
    made.show()
    made.shown()
    yield made
    made.hidden()


def seen(page, *faces, **more):
    """Show the page a picture."""
    page._context.session.play(*faces, **more)
    page.look.look()


def go_on(page, seconds, performer):
    """Let somebody act before the camera for some seconds, or until the challenge has ended."""
    states = []
    page.challenge.changed.connect(states.append)
    page.challenge.changed.emit(page.challenge._challenge.state)
    for number in range(round(seconds * PER_SECOND)):
        if not page.challenge.running:
            break
        signals = performer(number / PER_SECOND, states[-1])
        seen(page, face(1, liveness=LIVE, signals=signals), number=number)


class TestWatching:
    def test_says_of_the_nearest_face_whether_it_is_alive(self, page):
        far = face(1, box=(10, 10, 60, 70), liveness=LIVE)
        seen(page, far, face(2, box=(200, 100, 400, 340), liveness=FLAT))
        assert page.answer.words.text() == "Looks flat"
        assert page.answer.note.isVisible()

    def test_nobody_is_named_here(self, page):
        seen(page, known(1, "Ada", liveness=LIVE))
        assert "Ada" not in page.look.video.accessibleDescription()

    def test_watches_also_where_the_settings_say_off_but_only_while_it_is_shown(
        self, page, session, set_up
    ):
        set_up.context.settings.set("liveness.mode", "off")
        page.hidden()
        assert session.liveness_mode is LivenessMode.OFF
        page.shown()
        assert session.liveness_mode is LivenessMode.SHOW

    def test_leaves_it_required_where_it_is(self, page, session, set_up):
        set_up.context.settings.set("liveness.mode", "required")
        page.hidden()
        page.shown()
        assert session.liveness_mode is LivenessMode.REQUIRED

    def test_a_camera_is_shown_as_a_mirror_unless_that_is_switched_off(self, page, set_up, qtbot):
        seen(page, face())
        assert page.look.video.mirrored
        with qtbot.waitSignal(page.setting_changed):
            page.mirror.click()
        page.look.look()
        assert not page.look.video.mirrored
        assert set_up.context.settings.get("live.mirror") is False

    def test_goes_on_watching_when_a_setting_is_changed_here(self, page, session, set_up):
        set_up.context.settings.set("liveness.mode", "off")
        page.setting_changed.connect(lambda _: session.watch_liveness(LivenessMode.OFF))
        page.mirror.toggle()
        assert session.liveness_mode is LivenessMode.SHOW

    def test_a_video_is_never_mirrored(self, page):
        seen(page, face(), source=VIDEO)
        assert not page.look.video.mirrored
        assert page.mirror.isHidden()


class TestStates:
    def test_with_nothing_open_it_leads_to_the_live_page(self, page, qtbot):
        assert page.nothing.isVisible()
        assert page.nothing.sentence.text() == "Open a camera or a video on the Live page."
        with qtbot.waitSignal(page.page_wanted) as wanted:
            page.nothing.findChildren(QAbstractButton)[0].click()
        assert wanted.args == ["Live"]

    def test_finds_out_by_itself_that_something_was_opened(self, page, session, qtbot):
        session.play(face(liveness=LIVE))
        qtbot.waitUntil(lambda: page.answer.words.text() == "Live")
        assert page.nothing.isHidden()

    def test_waits_for_the_networks(self, page, session):
        session.engine = LOADING
        seen(page)
        assert page.answer.reason.text() == "Getting ready to recognise faces…"
        assert not page.card.start.isEnabled()

    def test_waits_for_somebody(self, page):
        seen(page)
        assert page.answer.reason.text() == "Running. Nobody is in view."
        assert page.card.start.isEnabled()

    def test_waits_for_the_first_answer(self, page):
        seen(page, face())
        assert page.answer.reason.text() == "Beginning to watch…"

    def test_says_when_a_file_is_missing(self, page, session):
        session.liveness_problems = (ResourceMissing(name="models/liveness.safetensors"),)
        seen(page, face(liveness=LIVE))
        assert "models/liveness.safetensors" in page.answer.problem.text()
        assert not page.card.start.isEnabled()  # nothing measures what a challenge is judged by
        seen(page, face(liveness=LIVE, signals=STILL))
        assert page.card.start.isEnabled()

    def test_a_video_can_be_played_again(self, page, session):
        seen(page, face(liveness=LIVE), source=VIDEO)
        session.status = CaptureStatus(CaptureState.ENDED, VIDEO)
        page.look.look()
        page.status.again.click()
        assert session.opened == [VIDEO]

    def test_says_that_it_is_advice(self, page):
        assert "not a security device" in page.advice.text()


class TestAChallenge:
    @pytest.fixture
    def begun(self, page, qtbot):
        seen(page, face(1, liveness=LIVE, signals=STILL))
        page.challenge.begin(Challenge.new(Random(3)))
        return page

    def test_starts_by_the_keyboard_and_has_the_column_to_itself(self, page, qtbot):
        seen(page, face(1, liveness=LIVE, signals=STILL))
        qtbot.keyClick(page.card.start, Qt.Key.Key_Space)
        assert page.challenge.running
        assert page.card.words.text() == "Look straight ahead"
        assert page.answer.isHidden()

    def test_is_passed_by_who_does_what_is_asked(self, begun):
        go_on(begun, 40, Obedient().signals)
        assert begun.card.words.text() == "Passed"
        assert begun.answer.isVisible()

    def test_in_a_low_window_what_came_of_it_is_brought_into_view(self, begun, qtbot):
        begun.resize(700, 440)
        go_on(begun, 20, lambda time_s, _: signals_at(time_s))
        bar = begun._column.verticalScrollBar()
        qtbot.waitUntil(lambda: bar.value() > 0)
        assert begun.card.start.visibleRegion().boundingRect() == begun.card.start.rect()

    def test_is_not_passed_by_a_picture(self, begun):
        go_on(begun, 20, lambda time_s, _: signals_at(time_s))
        assert begun.card.words.text() == "Not passed"
        assert begun.card.how.text() == "The time was over."

    def test_can_be_tried_again_in_another_order(self, begun):
        go_on(begun, 20, lambda time_s, _: signals_at(time_s))
        assert begun.card.start.text() == "Try again"
        orders = set()
        for _ in range(20):
            begun.card.start.click()
            orders.add(begun.challenge._challenge.movements)
            begun.card.cancel.click()
        assert len(orders) > 5

    def test_cancelled_everything_is_as_before(self, begun):
        begun.card.cancel.click()
        assert not begun.challenge.running
        assert begun.card.start.text() == "Start"
        assert begun.answer.isVisible()

    def test_who_leaves_the_page_gives_it_up(self, begun):
        begun.hidden()
        assert not begun.challenge.running
        assert begun.card.start.text() == "Start"

    @pytest.mark.parametrize("state", [CaptureState.LOST, CaptureState.ENDED, CaptureState.STOPPED])
    def test_without_more_pictures_it_is_given_up(self, begun, session, state):
        source = None if state is CaptureState.STOPPED else CAMERA
        error = CameraLost(source="Desk camera") if state is CaptureState.LOST else None
        session.status = CaptureStatus(state, source, error)
        begun.look.look()
        assert begun.card.words.text() == "Given up"
        session.status = running()
        begun.look.look()
        assert begun.answer.isVisible()


def test_every_control_has_a_name_and_is_reached_with_the_keyboard(page):
    seen(page, face(1, liveness=LIVE, signals=STILL))
    for widget in page.findChildren(QAbstractButton):
        name = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
        assert name, widget
        assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus, name
