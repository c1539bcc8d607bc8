import numpy as np
from made_up import TinyNetwork, crowd

from facedesk.training.encode import templates
from facedesk.training.teacher import taught
from facedesk.vision.alignment import VIEWS, moved_chip


def test_it_is_the_sum_of_what_is_said_of_each_view_and_its_mirror_image():
    network, chips = TinyNetwork(), crowd(3, 1).chips
    found = taught(network, chips)
    for chip, vector in zip(chips, found, strict=True):
        views = [moved_chip(chip, view) for view in range(VIEWS)]
        total = sum(templates(network, view[None])[0] for view in views)
        np.testing.assert_allclose(vector, total / np.linalg.norm(total), atol=1e-5)


def test_many_faces_are_taught_as_few_are(monkeypatch):
    network, chips = TinyNetwork(), crowd(7, 1).chips
    every = taught(network, chips)
    monkeypatch.setattr("facedesk.training.teacher._TOGETHER", 3)
    np.testing.assert_allclose(taught(network, chips), every, atol=1e-5)
    assert (every.dtype, every.shape) == (np.float32, (7, 8))
