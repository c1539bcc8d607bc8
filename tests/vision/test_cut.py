import numpy as np
import pytest

from facedesk.opencv import cv2
from facedesk.vision.cut import is_cut


def test_another_picture_is_a_cut(astronaut, admiral):
    other = cv2.resize(admiral, astronaut.shape[1::-1])
    assert is_cut(astronaut, other)
    assert is_cut(other, astronaut)


def test_the_same_picture_is_none(astronaut):
    assert not is_cut(astronaut, astronaut.copy())


def test_what_moves_a_little_is_none(astronaut):
    assert not is_cut(astronaut, np.roll(astronaut, (12, 24), axis=(0, 1)))


@pytest.mark.parametrize("times", [0.3, 0.6, 1.5])
def test_another_light_is_none(astronaut, times):
    lit = np.clip(astronaut * times, 0, 255).astype(np.uint8)
    assert not is_cut(astronaut, lit)


def test_noise_in_the_dark_is_none():
    random = np.random.default_rng(1)
    first, second = random.integers(0, 12, (2, 480, 640, 3), np.uint8)
    assert not is_cut(first, second)


def test_black_after_a_picture_is_one(astronaut):
    assert is_cut(astronaut, np.zeros_like(astronaut))


@pytest.mark.parametrize("shape", [(1, 1, 3), (24, 4000, 3), (7, 5, 3)])
def test_pictures_of_any_shape_will_do(shape):
    random = np.random.default_rng(1)
    picture = random.integers(0, 256, shape, np.uint8)
    assert not is_cut(picture, picture)


def test_the_cuts_of_a_film_are_found(shared):
    film = cv2.VideoCapture(str(shared / "data/clips/facerec_short_hamilton_clip.mp4"))
    pictures = [film.read()[1] for _ in range(84)]
    film.release()
    assert [n for n in range(1, 84) if is_cut(pictures[n - 1], pictures[n])] == [20, 82]
