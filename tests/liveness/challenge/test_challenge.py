from collections import Counter
from dataclasses import replace
from itertools import permutations

import pytest
from challenge_acting import (
    ENDED,
    NEUTRAL,
    Person,
    asking,
    at,
    chance_clip,
    clip_of_all,
    doing,
    new,
    repeated,
)

from facedesk.liveness.challenge.challenge import NEUTRAL_S, STEP_S, Challenge
from facedesk.liveness.challenge.movement import Movement
from facedesk.liveness.challenge.state import Failure, Outcome

OTHER_WAY = {Movement.TURN_LEFT: Movement.TURN_RIGHT, Movement.TURN_RIGHT: Movement.TURN_LEFT}


def test_three_distinct_movements_in_every_order_are_asked_for_equally_often():
    count = Counter(new(seed).movements for seed in range(6000))
    assert set(count) == set(permutations(Movement, 3))
    assert min(count.values()) > 60
    assert max(count.values()) < 140


def test_without_a_generator_nobody_can_foresee_it():
    assert len({Challenge.new().movements for _ in range(50)}) > 10


@pytest.mark.parametrize("rate", [5, 12.5, 25, 30])
def test_who_does_as_asked_passes(rate):
    for seed in range(12):
        state = Person(seed).take(new(seed), rate)
        assert state.outcome is Outcome.PASSED, (seed, state)


def test_before_a_camera_that_mirrors_left_is_still_the_persons_own():
    for seed in range(8):
        assert Person(seed, mirrored=True).take(new(seed, mirrored=True)).outcome is Outcome.PASSED
    turning = asking(Movement.TURN_LEFT)
    assert Person(mirrored=True).take(turning).failure is Failure.WRONG_MOVEMENT


@pytest.mark.parametrize("asked", [Movement.TURN_LEFT, Movement.TURN_RIGHT])
def test_the_other_side_is_wrong(asked):
    state = Person(chosen=lambda movement: OTHER_WAY.get(movement, movement)).take(asking(asked))
    assert (state.outcome, state.failure) == (Outcome.FAILED, Failure.WRONG_MOVEMENT)


@pytest.mark.parametrize("asked", Movement)
@pytest.mark.parametrize("made", Movement)
def test_another_movement_is_wrong(asked, made):
    if asked is made:
        return
    state = Person(chosen=lambda _: made).take(asking(asked))
    assert state.failure is Failure.WRONG_MOVEMENT
    assert state.index == 0


def test_who_does_nothing_is_too_late():
    challenge = new(0)
    state = Person(chosen=lambda movement: movement).take(
        challenge, frames=lambda _, signals: at(signals.time_s)
    )
    assert (state.failure, state.index, state.seconds_left) == (Failure.TOO_LATE, 0, 0)
    assert challenge._now_s < 2 + STEP_S + 1


def test_who_never_keeps_still_is_not_asked():
    challenge = new(0)
    for frame in range(1000):
        time_s = frame / 15
        challenge.see(at(time_s, [doing(Movement.TURN_LEFT, 2 * (frame // 30), 2.0)]), time_s)
        if challenge.state.outcome in ENDED:
            break
    assert challenge.state.failure is Failure.TOO_LATE
    assert challenge._now_s == pytest.approx(NEUTRAL_S, abs=0.1)


def test_a_blink_that_comes_by_itself_is_not_one_that_was_asked_for():
    challenge = asking(Movement.BLINK)
    blinks = [doing(Movement.BLINK, begin, 0.4) for begin in range(30)]
    for frame in range(300):
        challenge.see(at(frame / 15, blinks), frame / 15)
    assert challenge.state.failure is Failure.TOO_LATE


def test_blinks_in_between_do_not_matter():
    blinks = [doing(Movement.BLINK, begin + 0.3, 0.35) for begin in range(0, 60, 3)]

    def blinking(_, signals):
        opening = min(at(signals.time_s, blinks).opening, signals.opening)
        return replace(signals, eyes=(opening, opening))

    passed = [
        Person(seed).take(new(seed), 25, frames=blinking).outcome is Outcome.PASSED
        for seed in range(8)
    ]
    assert all(passed)


def test_behind_glasses_with_eyes_hardly_seen_it_can_be_passed():
    """What the eye network says of such eyes is lower, but falls by as large a share."""
    dim = replace(NEUTRAL, eyes=(0.45, 0.45))
    for seed in range(10):
        assert Person(seed, base=dim).take(new(seed)).outcome is Outcome.PASSED


def test_a_face_that_is_lost_in_the_middle_ends_it():
    state = Person().take(new(1), frames=lambda n, signals: None if 40 < n < 60 else signals)
    assert state.failure is Failure.FACE_LOST


def test_a_face_that_is_lost_for_a_moment_does_not():
    state = Person().take(new(1), frames=lambda n, signals: None if n % 10 < 4 else signals)
    assert state.outcome is Outcome.PASSED


def test_before_anybody_was_seen_it_waits():
    challenge = new(1)
    for frame in range(60):
        challenge.see(None, frame / 15)
    assert challenge.state.outcome is Outcome.WAITING_FOR_NEUTRAL
    assert challenge.state.seconds_left == pytest.approx(NEUTRAL_S - 59 / 15)


def test_a_face_that_jumps_ends_it():
    def cut(frame, signals):
        return signals if frame < 40 else replace(signals, place=(0.8, 0.4))

    assert Person().take(new(1), frames=cut).failure is Failure.JUMPED


def test_two_or_three_frames_a_second_are_too_few_to_pass():
    for seed in range(10):
        assert Person(seed).take(new(seed), rate=1.0).outcome is not Outcome.PASSED


def test_frames_out_of_order_are_left_out():
    challenge = new(1)
    challenge.see(at(5.0), 5.0)
    before = challenge.state
    challenge.see(at(1.0), 1.0)
    assert challenge.state == before


def test_progress_and_the_time_that_is_left_stay_in_their_range():
    seen = []
    challenge = new(3)

    def watching(_, signals):
        seen.append(challenge.state)
        return signals

    Person().take(challenge, frames=watching)
    assert all(0 <= state.progress <= 1 for state in seen)
    assert all(0 <= state.seconds_left <= NEUTRAL_S for state in seen)
    assert [state.index for state in seen] == sorted(state.index for state in seen)
    for index in range(3):
        doing_it = [s.progress for s in seen if s.index == index and s.outcome is Outcome.DOING]
        assert doing_it == sorted(doing_it)


def test_clips_of_people_who_do_all_kinds_of_things_do_not_pass_when_repeated():
    passed = [
        seed
        for seed in range(60)
        if repeated(*chance_clip(seed), new(seed)).outcome is Outcome.PASSED
    ]
    assert passed == []


def test_a_clip_made_for_it_hardly_ever_passes():
    """All the movements, with rests between: it has the order right once in sixty times."""
    passed = [
        seed
        for seed in range(60)
        if repeated(*clip_of_all(seed), new(seed), begin_s=seed % 7).outcome is Outcome.PASSED
    ]
    assert len(passed) <= 3
