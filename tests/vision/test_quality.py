import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from facedesk import errors
from facedesk.opencv import cv2
from facedesk.vision.alignment import CHIP_LANDMARKS, align
from facedesk.vision.detection import Detection
from facedesk.vision.quality import ENROLMENT, Quality, judge, pose, refusals

GOOD = Quality(eye_distance=80, sharpness=0.2, brightness=120, yaw=0, pitch=0, inside=1)

# A head: eyes, nose tip and mouth corners in eye distances, the third axis towards the camera.
HEAD = np.array(
    [[-0.5, 0, 0], [0.5, 0, 0], [0, 0.591, 0.48], [-0.442, 1.022, 0], [0.442, 1.022, 0]]
)


def judged(image, detector):
    (face,) = detector.detect(image)
    return judge(image, align(image, face))


def seen(yaw=0.0, pitch=0.0, roll=0.0):
    """The landmarks of a head turned by degrees: to the picture's right, down, clockwise."""
    yaw, pitch, roll = np.radians([yaw, pitch, roll])
    across = np.array([[np.cos(yaw), 0, np.sin(yaw)], [0, 1, 0], [-np.sin(yaw), 0, np.cos(yaw)]])
    down = np.array(
        [[1, 0, 0], [0, np.cos(pitch), np.sin(pitch)], [0, -np.sin(pitch), np.cos(pitch)]]
    )
    flat = (HEAD @ across.T @ down.T)[:, :2]
    turn = np.array([[np.cos(roll), -np.sin(roll)], [np.sin(roll), np.cos(roll)]])
    return flat @ turn.T * 60 + 200


# What is measured --------------------------------------------------------------------------------


@pytest.mark.parametrize("portrait", ["astronaut", "admiral"])
def test_a_good_portrait_may_be_enrolled(models, portrait, request):
    quality = judged(request.getfixturevalue(portrait), models.detector)
    assert refusals(quality) == ()
    assert quality.weight > 0.5


def test_the_distance_of_the_eyes_is_that_of_the_detection(models, admiral):
    (face,) = models.detector.detect(admiral)
    assert judge(admiral, align(admiral, face)).eye_distance == face.eye_distance


@pytest.mark.parametrize("portrait", ["astronaut", "admiral"])
def test_the_more_a_face_is_blurred_the_less_sharp_it_is(models, portrait, request):
    image = request.getfixturevalue(portrait)
    (face,) = models.detector.detect(image)
    sharpness = []
    for radius in (0, 1, 2, 3, 8):
        blurred = cv2.GaussianBlur(image, None, radius) if radius else image
        sharpness.append(judge(blurred, align(blurred, face)).sharpness)
    assert sharpness == sorted(sharpness, reverse=True)
    assert sharpness[-1] < sharpness[0] / 20


@pytest.mark.parametrize("portrait", ["astronaut", "admiral"])
@pytest.mark.parametrize("light", [1.0, 0.5, 0.35])
@pytest.mark.parametrize("radius", [6, 12, 20])
def test_a_blurred_face_is_refused_in_any_light(models, portrait, light, radius, request):
    image = request.getfixturevalue(portrait)
    (face,) = models.detector.detect(image)
    poor = (cv2.GaussianBlur(image, None, radius) * light).astype(np.uint8)
    assert errors.FaceBlurred in refusals(judge(poor, align(poor, face)))


def test_a_badly_blurred_face_is_refused_for_that(models, admiral):
    blurred = cv2.GaussianBlur(admiral, None, 9)
    (face,) = models.detector.detect(admiral)
    quality = judge(blurred, align(blurred, face))
    assert refusals(quality) == (errors.FaceBlurred,)


@pytest.mark.parametrize("light", [0.6, 0.8])
def test_less_light_does_not_make_a_face_less_sharp(models, admiral, light):
    (face,) = models.detector.detect(admiral)
    dimmed = (admiral * light).astype(np.uint8)
    bright, dark = (judge(image, align(image, face)) for image in (admiral, dimmed))
    assert dark.sharpness == pytest.approx(bright.sharpness, rel=0.1)
    assert dark.brightness == pytest.approx(bright.brightness * light, abs=2)


def test_a_face_in_the_dark_is_refused_for_that(models, admiral):
    (face,) = models.detector.detect(admiral)
    dark = (admiral * 0.2).astype(np.uint8)
    assert refusals(judge(dark, align(dark, face))) == (errors.FaceTooDark,)


def test_a_face_in_glaring_light_is_refused_for_that(models, astronaut):
    (face,) = models.detector.detect(astronaut)
    glaring = np.clip(astronaut.astype(int) + 100, 0, 255).astype(np.uint8)
    assert errors.FaceTooBright in refusals(judge(glaring, align(glaring, face)))


def test_a_face_cut_off_at_the_edge_is_refused_for_that_first(models, admiral):
    (face,) = models.detector.detect(admiral)
    middle = round(float(face.landmarks[2, 0]))
    cut = admiral[:, middle:]
    moved = Detection(face.box - (middle, 0, middle, 0), face.landmarks - (middle, 0), face.score)
    quality = judge(cut, align(cut, moved))
    assert quality.inside == pytest.approx((face.box[2] - middle) / face.width, abs=1e-4)
    assert refusals(quality)[0] is errors.FaceCutOff


@pytest.mark.parametrize(
    ("box", "inside"),
    [
        ((10, 10, 50, 50), 1),
        ((-20, 10, 20, 50), 0.5),
        ((80, 80, 120, 120), 0.25),
        ((-50, -50, 150, 150), 0.25),
        ((200, 200, 240, 240), 0),
        ((10, 10, 10, 10), 0),
    ],
)
def test_inside_is_the_share_of_the_box_in_the_picture(box, inside):
    picture = np.zeros((100, 100, 3), np.uint8)
    face = Detection(np.array(box, np.float32), CHIP_LANDMARKS, 1.0)
    assert judge(picture, align(picture, face)).inside == pytest.approx(inside, abs=1e-6)


# Pose --------------------------------------------------------------------------------------------


def test_the_landmarks_of_the_chip_face_the_camera():
    assert pose(CHIP_LANDMARKS) == pytest.approx((0, 0), abs=1)


@given(st.floats(-60, 60), st.floats(-180, 180))
def test_yaw_is_the_angle_turned_to_the_right_of_the_picture(angle, roll):
    yaw, _ = pose(seen(yaw=angle, roll=roll))
    assert yaw == pytest.approx(angle, abs=0.5)


@given(st.floats(-45, 45), st.floats(-180, 180))
def test_pitch_is_the_angle_turned_down(angle, roll):
    _, pitch = pose(seen(pitch=angle, roll=roll))
    assert pitch == pytest.approx(angle, abs=2)


def test_a_face_turned_right_has_its_nose_to_the_right_and_a_positive_yaw():
    landmarks = CHIP_LANDMARKS.copy()
    landmarks[2, 0] += 15
    assert pose(landmarks)[0] > 20


def test_a_face_turned_down_has_its_nose_lower_and_a_positive_pitch():
    landmarks = CHIP_LANDMARKS.copy()
    landmarks[2, 1] += 10
    assert pose(landmarks)[1] > 10


@given(st.floats(-40, 40), st.floats(0.1, 10), st.floats(-500, 500))
def test_pose_depends_neither_on_size_nor_on_place(angle, scale, shift):
    landmarks = seen(yaw=angle, pitch=angle / 2)
    assert pose(landmarks * scale + shift) == pytest.approx(pose(landmarks), abs=1e-6)


def test_landmarks_all_in_one_place_do_no_harm():
    assert all(math.isfinite(angle) for angle in pose(np.zeros((5, 2))))


# What follows from it ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"inside": 0.8}, errors.FaceCutOff),
        ({"eye_distance": 23.9}, errors.FaceTooSmall),
        ({"brightness": 44}, errors.FaceTooDark),
        ({"brightness": 221}, errors.FaceTooBright),
        ({"yaw": 39}, errors.FaceTurnedAway),
        ({"yaw": -39}, errors.FaceTurnedAway),
        ({"pitch": 39}, errors.FaceTurnedAway),
        ({"pitch": -39}, errors.FaceTurnedAway),
        ({"sharpness": 0.011}, errors.FaceBlurred),
    ],
)
def test_each_shortcoming_has_its_own_reason(change, error):
    assert refusals(GOOD) == ()
    assert refusals(replace(GOOD, **change)) == (error,)


def test_all_reasons_are_given():
    poor = Quality(eye_distance=5, sharpness=0, brightness=0, yaw=80, pitch=0, inside=0.1)
    assert refusals(poor) == (
        errors.FaceCutOff,
        errors.FaceTooSmall,
        errors.FaceTooDark,
        errors.FaceTurnedAway,
        errors.FaceBlurred,
    )


def test_limits_are_a_matter_of_choice():
    assert refusals(GOOD, replace(ENROLMENT, eye_distance=81)) == (errors.FaceTooSmall,)


@pytest.mark.parametrize(
    "change",
    [
        {"eye_distance": 25},
        {"sharpness": 0.02},
        {"brightness": 40},
        {"brightness": 230},
        {"yaw": 30},
        {"yaw": -30},
        {"pitch": 25},
        {"inside": 0.7},
    ],
)
def test_a_worse_face_weighs_less(change):
    assert replace(GOOD, **change).weight < GOOD.weight == 1


@given(
    st.builds(
        Quality,
        eye_distance=st.floats(0, 500),
        sharpness=st.floats(0, 5),
        brightness=st.floats(0, 255),
        yaw=st.floats(-90, 90),
        pitch=st.floats(-90, 90),
        inside=st.floats(0, 1),
    )
)
def test_a_weight_is_always_positive_and_at_most_one(quality):
    assert 0 < quality.weight <= 1
