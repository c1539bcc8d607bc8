from random import Random

import pytest
from challenge_stage import Obedient, signals_at
from live_stage import face, frame, running, view

from facedesk.capture.capture_status import CaptureState, CaptureStatus
from facedesk.liveness.challenge.challenge import Challenge
from facedesk.liveness.challenge.movement import Movement
from facedesk.liveness.challenge.state import Failure, Outcome
from facedesk.ui.liveness_challenge import LivenessChallenge

PER_SECOND = 30
LOST = CaptureStatus(CaptureState.LOST)


class Performance:
    """Somebody before a camera, and what the challenge says."""

    def __init__(self):
        self.challenge = LivenessChallenge()
        self.states = []
        self.interruptions = []
        self.number = 0
        self.challenge.changed.connect(self.states.append)
        self.challenge.interrupted.connect(self.interruptions.append)

    def show(self, *faces, nearest=None, scene=0):
        self.challenge.observe(running(), view(*faces, of=frame(scene=scene, number=self.number)),
                               nearest)  # fmt: skip
        self.number += 1

    @property
    def now(self):
        return self.number / PER_SECOND

    def play(self, seconds, signals, track=1):
        """Show one face for a while."""
        for _ in range(round(seconds * PER_SECOND)):
            if not self.challenge.running:
                break
            seen = signals(self.now, self.states[-1])
            self.show(face(track, signals=seen), nearest=track)


def still(time_s, _state):
    return signals_at(time_s)


@pytest.fixture
def performance(qapp):
    made = Performance()
    made.challenge.begin(Challenge.new(Random(3)))
    return made


def test_who_does_what_is_asked_passes(performance):
    performance.play(40, Obedient().signals)
    assert performance.states[-1].outcome is Outcome.PASSED
    assert not performance.challenge.running
    assert {state.index for state in performance.states} == {0, 1, 2}


def test_at_first_everybody_looks_straight_ahead(performance):
    assert performance.states[0].outcome is Outcome.WAITING_FOR_NEUTRAL


def test_who_does_nothing_runs_out_of_time(performance):
    performance.play(20, still)
    assert performance.states[-1].failure is Failure.TOO_LATE


def until_asked(performance):
    for _ in range(10 * PER_SECOND):
        if performance.states[-1].outcome is Outcome.DOING:
            return
        performance.play(1 / PER_SECOND, still)
    raise AssertionError("nothing was asked for")


def test_a_face_that_is_lost_in_the_middle_ends_it(performance):
    until_asked(performance)
    for _ in range(PER_SECOND):
        performance.show()
    assert performance.states[-1].failure is Failure.FACE_LOST


def test_somebody_else_can_not_go_on_with_it(performance):
    until_asked(performance)
    performance.play(1, Obedient().signals, track=2)
    assert performance.states[-1].failure is Failure.FACE_LOST


def test_before_anything_was_asked_the_nearest_face_may_change(performance):
    performance.play(0.2, still, track=1)
    performance.play(40, Obedient().signals, track=2)
    assert performance.states[-1].outcome is Outcome.PASSED


def test_what_was_measured_in_an_earlier_picture_does_not_count(performance):
    for _ in range(3 * PER_SECOND):
        earlier = signals_at(performance.now - 1 / PER_SECOND)
        performance.show(face(1, signals=earlier), nearest=1)
    assert all(state.progress == 0.0 for state in performance.states)


def test_the_same_view_is_taken_once(performance):
    seen = view(face(1, signals=signals_at(0.0)))
    for _ in range(3):
        performance.challenge.observe(running(), seen, 1)
    assert len(performance.states) == 2  # the first is of the beginning


def test_a_camera_that_is_lost_in_the_middle_interrupts_it(performance):
    until_asked(performance)
    performance.challenge.observe(LOST, None, None)
    assert performance.interruptions == ["No more pictures came."]
    assert not performance.challenge.running


def test_another_picture_interrupts_it(performance):
    performance.play(0.5, still)
    performance.show(face(1), nearest=1, scene=1)
    assert performance.interruptions == ["Another picture has begun."]


def test_what_was_cancelled_says_no_more(performance):
    performance.challenge.cancel()
    count = len(performance.states)
    performance.show(face(1, signals=signals_at(0.0)), nearest=1)
    performance.challenge.observe(LOST, None, None)
    assert len(performance.states) == count
    assert performance.interruptions == []


def test_each_try_has_an_order_of_its_own(qapp):
    orders = set()
    for _ in range(20):
        orders.add(Challenge.new().movements)
    assert len(orders) > 5
    assert all(set(order) <= set(Movement) for order in orders)
