import numpy as np

from facedesk.liveness.signals.eye_patch import HEIGHT, PER_EYE_DISTANCE, WIDTH, eye_patches

EYES = np.array([[40.0, 50.0], [76.0, 50.0], [58, 70], [45, 86], [71, 86]])


def striped():
    """A picture in which the grey value says where a pixel is."""
    x, y = np.meshgrid(np.arange(120), np.arange(110))
    return np.repeat((x + y)[..., None], 3, axis=2).astype(np.uint8)


def test_the_eye_is_in_the_middle_and_as_large_as_is_said():
    left, right = eye_patches(striped(), EYES)
    assert left.shape == right.shape == (HEIGHT, WIDTH)
    assert PER_EYE_DISTANCE == 36  # so that a pixel here is one of the patch
    x, y = np.meshgrid(np.arange(WIDTH), np.arange(HEIGHT))
    there = 40 - (WIDTH - 1) / 2 + x + 50 - (HEIGHT - 1) / 2 + y
    assert np.abs(left - there).max() <= 1
    there = 76 + (WIDTH - 1) / 2 - x + 50 - (HEIGHT - 1) / 2 + y
    assert np.abs(right - there).max() <= 1


def test_a_mirrored_picture_gives_the_same_in_the_other_order(source):
    mirrored = source.landmarks[[1, 0, 2, 4, 3]] * [-1, 1] + [source.image.shape[1] - 1, 0]
    image = np.ascontiguousarray(source.image[:, ::-1])
    there = eye_patches(source.image, source.landmarks).astype(int)
    assert np.abs(eye_patches(image, mirrored)[::-1] - there).max() <= 2


def test_a_tilted_face_gives_level_eyes(source):
    import cv2

    turn = cv2.getRotationMatrix2D((256, 200), 25, 1)
    image = cv2.warpAffine(source.image, turn, source.image.shape[1::-1])
    landmarks = source.landmarks @ turn[:, :2].T + turn[:, 2]
    there = eye_patches(source.image, source.landmarks).astype(int)
    assert np.abs(eye_patches(image, landmarks) - there).mean() < 6


def test_eyes_beyond_the_border_are_black():
    assert not eye_patches(striped(), EYES + 1000).any()
