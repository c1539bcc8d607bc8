import numpy as np

from facedesk.style.colours import recoloured


def test_mean_and_spread_of_colours_become_those_of_the_other_picture(astronaut, admiral):
    # Nothing is cut off at black and white, or far from the mean.
    like = (np.random.default_rng(0).uniform(90, 160, (40, 40, 3)) * [1, 0.8, 0.6]).astype(np.uint8)
    image = np.random.default_rng(1).uniform(60, 200, (50, 30, 3)).astype(np.uint8)
    found = recoloured(image, like)
    assert (found.shape, found.dtype) == (image.shape, np.uint8)
    colours, wanted = found.reshape(-1, 3) / 255, like.reshape(-1, 3) / 255
    np.testing.assert_allclose(colours.mean(0), wanted.mean(0), atol=0.01)
    np.testing.assert_allclose(colours.std(0), wanted.std(0), rtol=0.15)


def test_a_grey_style_makes_a_grey_picture(astronaut):
    grey = np.repeat(np.arange(256, dtype=np.uint8).reshape(16, 16, 1), 3, axis=2)
    found = recoloured(astronaut[:100, :100], grey).astype(int)
    assert (found.max(axis=2) - found.min(axis=2)).max() <= 3


def test_light_stays_light(astronaut):
    red = np.zeros((16, 16, 3), np.uint8)
    red[..., 0] = np.arange(256).reshape(16, 16)
    found = recoloured(astronaut, red).mean(axis=2).ravel()
    assert np.corrcoef(found, astronaut.mean(axis=2).ravel())[0, 1] > 0.9


def test_a_picture_of_one_colour_takes_the_mean():
    plain = np.full((8, 8, 3), 100, np.uint8)
    like = np.full((8, 8, 3), (200, 10, 60), np.uint8)
    np.testing.assert_allclose(recoloured(plain, like), like, atol=1)
