from dataclasses import replace

import pytest
from live_stage import GOOD, NOT_SURE, face, frame, view

from facedesk.live.enrol_guide import Hint
from facedesk.ui.widgets.enrol_checks import EnrolChecks
from facedesk.ui.widgets.enrol_looking import EnrolLooking


class Clock:
    now = 100.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def looking(qtbot, clock):
    widget = EnrolLooking(clock=clock)
    qtbot.addWidget(widget)
    widget.begin()
    return widget


def look(looking, clock, seconds, *qualities):
    """Show views at ten frames a second."""
    for number in range(round(seconds * 10)):
        clock.now += 0.1
        faces = [face(track_id, quality=q) for track_id, q in enumerate(qualities)]
        looking.observe(view(*faces, of=frame(number=number)))


def test_it_begins_with_looking_for_a_face(looking):
    assert looking.hint.text() == Hint.LOOK_AT_CAMERA.value
    assert looking.ring.done == 0
    assert looking.checks.met == (False, None, None, None, None, None, None)


def test_the_hint_says_what_to_do(looking, clock):
    look(looking, clock, 1, replace(GOOD, eye_distance=20))
    assert looking.hint.text() == Hint.COME_CLOSER.value
    assert looking.checks.met == (True, False, True, True, True, True, True)


def test_a_hint_stays_long_enough_to_be_read(looking, clock):
    look(looking, clock, 1, replace(GOOD, eye_distance=20))
    clock.now += 1
    look(looking, clock, 0.1, replace(GOOD, yaw=30))
    look(looking, clock, 0.2, GOOD)
    assert looking.hint.text() == Hint.FACE_FORWARD.value
    look(looking, clock, 0.6, GOOD)
    assert looking.hint.text() == Hint.GOOD.value


def test_the_ring_fills_while_the_picture_is_good(looking, clock):
    look(looking, clock, 1.1, GOOD)
    assert looking.ring.done == pytest.approx(0.5, abs=0.05)
    assert looking.ring.accessibleDescription() == "50 %"


def test_two_good_seconds_give_one_shot(looking, clock):
    taken = []
    looking.shot_taken.connect(taken.append)
    look(looking, clock, 4, GOOD)
    assert len(taken) == 1
    assert taken[0].quality == GOOD


def test_two_faces_are_one_too_many(looking, clock):
    look(looking, clock, 1, GOOD, GOOD)
    assert looking.hint.text() == Hint.ONE_PERSON.value
    assert looking.checks.met == (False, None, None, None, None, None, None)


def test_once_ended_it_looks_no_more(looking, clock):
    taken = []
    looking.shot_taken.connect(taken.append)
    looking.end()
    look(looking, clock, 4, GOOD)
    assert not taken


def test_while_waiting_for_the_camera_it_says_so_and_then_goes_on(looking, clock):
    looking.wait("Desk camera stopped sending pictures. Trying again…")
    assert looking.hint.text() == "Desk camera stopped sending pictures. Trying again…"
    clock.now += 1
    look(looking, clock, 1, GOOD)
    assert looking.hint.text() == Hint.GOOD.value


def test_beginning_while_there_is_nothing_to_look_at_says_so(looking, clock):
    looking.wait("The video has ended.")
    looking.begin()
    assert looking.hint.text() == "The video has ended."
    looking.wait("")
    looking.begin()
    assert looking.hint.text() == Hint.LOOK_AT_CAMERA.value


def test_a_reason_to_look_again_is_shown(looking):
    looking.begin("The face is blurred.")
    assert looking.reason.text() == "The face is blurred."
    assert not looking.reason.isHidden()
    looking.begin()
    assert looking.reason.isHidden()


def test_checks_are_told_to_screen_readers(qtbot):
    checks = EnrolChecks()
    qtbot.addWidget(checks)
    checks.show_problems(frozenset({Hint.MORE_LIGHT}))
    assert checks.met == (True, True, True, False, True, True, True)
    assert [text.accessibleName() for text in checks.texts][2:4] == [
        "Whole face in the picture: yes",
        "Good light: not yet",
    ]


def test_whether_the_face_is_alive_is_among_the_checks_where_that_is_asked_for(looking):
    looking.begin()
    assert looking.checks.texts[-1].isHidden()
    looking.begin(live_required=True)
    assert looking.checks.texts[-1].text() == "A person, not a picture"
    assert not looking.checks.texts[-1].isHidden()


def test_who_is_not_found_alive_is_told_what_to_do_and_the_way_round(looking, clock):
    looking.begin(live_required=True)
    for _ in range(40):
        clock.now += 0.1
        looking.observe(view(face(liveness=NOT_SURE, withheld=True)))
    assert looking.hint.text() == "Not sure yet. Turn your head a little."
    assert looking.checks.met[-1] is False
    assert "photo file" in looking.otherwise.text()
    assert not looking.otherwise.isHidden()
