import numpy as np
import pytest
from seen_faces import EDGE, noise

from facedesk.insight.activation_map import activation_map


@pytest.fixture
def chip():
    """An upright edge at x = 90, from y = 60 to 80."""
    chip = noise(1, 1)
    chip[60:80, 70:90], chip[60:80, 90:110] = 60, 200
    return chip


def test_it_is_greatest_where_the_unit_is_excited(inside, chip):
    found = activation_map(inside, chip, "stem", EDGE)
    assert found.shape == (150, 150)
    row, column = np.unravel_index(found.argmax(), found.shape)
    assert (62 <= row <= 77, 88 <= column <= 91) == (True, True)
    assert found[:40].max() == found[100:].max() < 0.01


def test_each_place_stands_at_the_middle_of_what_it_sees(inside, chip):
    for key in ("stem", "block-2", "block-5", "block-8"):
        layer, said = inside.layer(key), inside.activation(chip, key, 3)
        found = activation_map(inside, chip, key, 3)
        middle = len(said) // 2
        x1, y1, x2, y2 = layer.boxes[middle, middle].tolist()
        if (x1, y1) > (0, 0) and x2 < 147:  # not cut off by the border of the chip
            assert ((x1 + x2 - 1) // 2, (y1 + y2 - 1) // 2) == (
                layer.stride * (middle + 1) + 1,
            ) * 2
        at = layer.stride * (middle + 1) + 1
        assert found[at, at] == pytest.approx(said[middle, middle], rel=1e-5)


def test_the_last_layer_says_the_same_everywhere(inside, chip):
    found = activation_map(inside, chip, "last", 3)
    assert (found == inside.activation(chip, "last", 3)[0, 0]).all()
