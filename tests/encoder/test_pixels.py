import numpy as np
import pytest

from facedesk.encoder.pixels import EVERY_KIND, Pixels

CHIPS = np.random.default_rng(1).integers(0, 256, (2, 4, 4, 3), np.uint8)


@pytest.mark.parametrize("pixels", EVERY_KIND)
def test_every_kind_is_what_its_name_says(pixels):
    given = pixels.of(CHIPS)
    assert given.shape == (2, 3, 4, 4)
    assert given.dtype == np.float32
    for colour in range(3):
        source = CHIPS[..., colour if pixels.order == "rgb" else 2 - colour]
        expected = pixels.low + source / 255 * (pixels.high - pixels.low)
        np.testing.assert_allclose(given[:, colour], expected, atol=1e-4)


def test_there_are_three_ranges_in_two_orders():
    assert len(set(EVERY_KIND)) == 6
    assert Pixels() in EVERY_KIND
