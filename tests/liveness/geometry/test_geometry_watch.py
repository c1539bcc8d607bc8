import numpy as np
import pytest

from facedesk.liveness.answer import Look
from facedesk.liveness.geometry.watch import GeometryWatch
from facedesk.liveness.made.kinds import Kind, make_clip

FACE = np.array([[140, 90], [180, 90], [160, 115], [145, 135], [175, 135]], float)


def watched(pictures, landmarks, times):
    watch = GeometryWatch()
    for picture, marks, time in zip(pictures, landmarks, times, strict=True):
        watch.see(picture, marks, float(time))
    return watch


@pytest.fixture(scope="module")
def made(source, admiral):
    times = np.arange(45) / 15

    def make(kind):
        return make_clip(kind, source, admiral, times, np.random.default_rng([1, 5]))

    return {kind: make(kind) for kind in (Kind.LIVE, Kind.PRINT)}


def test_a_made_head_is_solid_and_a_made_print_is_flat(made):
    found = {
        kind: watched(clip.pictures, clip.found, clip.times).evidence()
        for kind, clip in made.items()
    }
    assert all(evidence.look is Look.GEOMETRY for evidence in found.values())
    assert found[Kind.LIVE].flat < -1.5
    assert found[Kind.PRINT].flat > 1.5
    assert all(evidence.enough > 0.5 for evidence in found.values())
    assert found[Kind.LIVE].numbers["turned_degrees"] > 2


@pytest.mark.parametrize("kind", [Kind.LIVE, Kind.PRINT])
def test_five_pictures_a_second_are_no_reason_for_the_wrong_word(kind, made):
    clip = made[kind]
    evidence = watched(clip.pictures[::3], clip.found[::3], clip.times[::3]).evidence()
    if evidence.flat is not None and evidence.enough > 0.5:
        assert (evidence.flat > 0) == (kind is Kind.PRINT)


def test_a_mirrored_camera_sees_the_same(made):
    clip = made[Kind.LIVE]
    mirrored = [np.ascontiguousarray(picture[:, ::-1]) for picture in clip.pictures]
    marks = clip.found[:, [1, 0, 2, 4, 3]] * [-1, 1] + [clip.pictures[0].shape[1] - 1, 0]
    assert watched(mirrored, marks, clip.times).evidence().flat < -1.5


def test_what_was_seen_before_the_face_was_lost_is_forgotten(made):
    live, flat = made[Kind.LIVE], made[Kind.PRINT]
    watch = watched(flat.pictures, flat.found, flat.times)
    watch.see(live.pictures[0], live.found[0], 4.0)
    assert watch.evidence().flat is None
    for picture, marks, time in zip(live.pictures, live.found, live.times, strict=True):
        watch.see(picture, marks, 4.1 + float(time))
    assert watch.evidence().flat < -1.5


def test_nothing_is_said_before_there_is_something_to_say():
    evidence = GeometryWatch().evidence()
    assert evidence.flat is None
    assert evidence.enough == 0


@pytest.mark.parametrize(
    "picture",
    [
        np.zeros((240, 320, 3), np.uint8),
        np.full((240, 320, 3), 128, np.uint8),
        np.full((240, 320), 255, np.uint8),
        np.zeros((3, 3, 3), np.uint8),
    ],
)
def test_pictures_that_show_nothing_say_nothing(picture):
    evidence = watched([picture] * 30, [FACE] * 30, np.arange(30) / 10).evidence()
    assert evidence.flat is None
    assert evidence.enough == 0


@pytest.mark.parametrize(
    "marks",
    [
        FACE + 2000,
        FACE - [170, 0],
        FACE * np.nan,
        FACE * 0,
        (FACE - FACE[0]) * 0.05 + FACE[0],
        FACE * 40,
        FACE[:, ::-1],
    ],
)
def test_faces_where_there_are_none_are_no_error(marks, made):
    clip = made[Kind.LIVE]
    evidence = watched(clip.pictures, [marks] * len(clip.times), clip.times).evidence()
    assert 0 <= evidence.enough <= 1
    assert evidence.flat is None or abs(evidence.flat) <= 4


def test_pictures_that_change_their_size_begin_again(made):
    clip = made[Kind.LIVE]
    watch = watched(clip.pictures, clip.found, clip.times)
    watch.see(clip.pictures[0][:200], clip.found[0], 3.0)
    assert watch.evidence().flat is None
