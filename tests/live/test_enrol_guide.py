from dataclasses import replace

import numpy as np
import pytest

from facedesk.capture.frame import Frame
from facedesk.live.enrol_guide import EnrolGuide, Hint
from facedesk.live.view import LiveView, SeenFace
from facedesk.liveness.answer import Doubt, Liveness, LivenessAnswer
from facedesk.vision.detection import Detection
from facedesk.vision.quality import Quality

GOOD = Quality(eye_distance=60, sharpness=0.1, brightness=130, yaw=0, pitch=0, inside=1)
DETECTION = Detection(np.zeros(4, np.float32), np.zeros((5, 2), np.float32), 1.0)


def view_of(*qualities, number=0, track_id=1):
    frame = Frame(np.zeros((4, 4, 3), np.uint8), number, number / 10, number / 10, 0)
    faces = tuple(SeenFace(track_id + i, DETECTION, q, None, None) for i, q in enumerate(qualities))
    return LiveView(frame, faces)


def test_nobody_in_the_picture():
    assert EnrolGuide().observe(view_of(), 0).hint is Hint.LOOK_AT_CAMERA


def test_two_people_in_the_picture():
    assert EnrolGuide().observe(view_of(GOOD, GOOD), 0).hint is Hint.ONE_PERSON


@pytest.mark.parametrize(
    ("change", "hint"),
    [
        ({"eye_distance": 20}, Hint.COME_CLOSER),
        ({"inside": 0.8}, Hint.MOVE_INTO_PICTURE),
        ({"brightness": 30}, Hint.MORE_LIGHT),
        ({"brightness": 240}, Hint.LESS_LIGHT),
        ({"yaw": 30}, Hint.FACE_FORWARD),
        ({"pitch": -30}, Hint.FACE_FORWARD),
        ({"sharpness": 0.005}, Hint.HOLD_STILL),
    ],
)
def test_each_fault_has_its_own_message(change, hint):
    guidance = EnrolGuide().observe(view_of(replace(GOOD, **change)), 0)
    assert guidance.hint is hint
    assert guidance.problems == {hint}


def test_two_good_seconds_give_the_best_shot_of_them():
    guide = EnrolGuide()
    for i in range(21):
        quality = replace(GOOD, sharpness=0.09 if i == 7 else 0.05)
        guidance = guide.observe(view_of(quality, number=i), i / 10)
        assert guidance.progress == pytest.approx(i / 20)
        assert (guidance.shot is None) == (i < 20)
    assert guidance.shot.quality.sharpness == 0.09


def test_a_blink_of_bad_frames_does_not_start_again():
    guide = EnrolGuide()
    for i in range(11):
        guide.observe(view_of(GOOD), i / 10)
    guide.observe(view_of(replace(GOOD, yaw=40)), 1.2)
    assert guide.observe(view_of(GOOD), 1.3).progress > 0.5


def test_a_longer_gap_starts_again():
    guide = EnrolGuide()
    for i in range(11):
        guide.observe(view_of(GOOD), i / 10)
    assert guide.observe(view_of(), 2.0).progress == 0


def test_another_person_starts_again():
    guide = EnrolGuide()
    for i in range(11):
        guide.observe(view_of(GOOD), i / 10)
    assert guide.observe(view_of(GOOD, track_id=2), 1.1).progress == 0


def of_liveness(guide, seconds, liveness=Liveness.NOT_SURE, doubt=Doubt.STILL, quality=GOOD):
    """What is said in the end of a face about which nothing is said before it is found alive."""
    answer = LivenessAnswer(liveness, (), 4.0, doubt=doubt)
    withheld = liveness is not Liveness.LIVE
    for i in range(round(seconds[0] * 10), round(seconds[1] * 10)):
        (face,) = view_of(quality).faces
        seen = replace(face, decision=None, liveness=answer, withheld=withheld)
        guidance = guide.observe(replace(view_of(quality, number=i), faces=(seen,)), i / 10)
    return guidance


@pytest.mark.parametrize(
    ("liveness", "doubt", "hint"),
    [
        (Liveness.NOT_SURE, Doubt.STILL, Hint.TURN_A_LITTLE),
        (Liveness.NOT_SURE, Doubt.UNCLEAR, Hint.TURN_A_LITTLE),
        (Liveness.NOT_SURE, Doubt.DARK, Hint.MORE_LIGHT),
        (Liveness.NOT_SURE, None, Hint.TURN_A_LITTLE),
        (Liveness.FLAT, None, Hint.LOOKS_FLAT),
    ],
)
def test_where_it_is_required_the_shot_waits_for_a_live_face(liveness, doubt, hint):
    guidance = of_liveness(EnrolGuide(), (0, 5), liveness, doubt)
    assert (guidance.hint, guidance.shot, guidance.progress) == (hint, None, 1.0)
    assert guidance.problems == {Hint.TURN_A_LITTLE}


def test_who_turns_their_head_meanwhile_need_not_look_again():
    guide = EnrolGuide()
    of_liveness(guide, (0, 3))
    assert of_liveness(guide, (3, 5), quality=replace(GOOD, yaw=35)).shot is None
    guidance = of_liveness(guide, (5, 5.1), Liveness.LIVE, None, replace(GOOD, yaw=35))
    assert guidance.shot.quality.yaw == 0


def test_every_doubt_has_an_advice():
    for doubt in Doubt:
        assert of_liveness(EnrolGuide(), (0, 3), doubt=doubt).hint in Hint
