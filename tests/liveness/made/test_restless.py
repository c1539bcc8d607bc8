import numpy as np
import pytest

from facedesk.liveness.made.kinds import Kind
from facedesk.liveness.made.live_clip import head_poses
from facedesk.liveness.made.moving import Moving
from facedesk.liveness.made.restless import make_restless_clip, passed_by, restless_poses
from facedesk.liveness.made.scene import SIZE

TIMES = np.linspace(0, 3, 4)


@pytest.mark.parametrize("kind", Kind)
def test_there_is_a_restless_clip_of_each_kind(kind, source, admiral):
    clip = make_restless_clip(kind, source, admiral, TIMES, np.random.default_rng(4))
    assert clip.kind is kind
    assert [picture.shape for picture in clip.pictures] == [(SIZE[1], SIZE[0], 3)] * len(TIMES)
    assert np.isfinite(clip.found).all()


def test_they_go_and_turn_further_than_who_sits_still():
    random = np.random.default_rng(1)
    many = range(60)
    still = [head_poses(TIMES, random) for _ in many]
    restless = [restless_poses(TIMES, random) for _ in many]
    for far in (lambda poses: np.ptp(poses.yaw), lambda poses: np.ptp(poses.shift[:, 0])):
        assert np.median([far(p) for p in restless]) > 1.3 * np.median([far(p) for p in still])


def test_something_is_before_some_of_them_and_nothing_else_changes():
    marks = np.array([[140, 90], [180, 90], [160, 110], [145, 130], [175, 130]], float)
    pictures = [np.full((SIZE[1], SIZE[0], 3), 128, np.uint8)] * len(TIMES)
    moving = Moving(pictures, np.stack([marks] * len(TIMES)))
    random = np.random.default_rng(2)
    changed = 0
    for _ in range(40):
        found = passed_by(moving, TIMES, random)
        assert np.array_equal(found.landmarks, moving.landmarks)
        changed += any((picture != 128).any() for picture in found.pictures)
    assert 4 <= changed <= 24
    assert all((picture == 128).all() for picture in pictures)
