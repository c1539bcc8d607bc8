import numpy as np
import pytest

from facedesk.style.painting import ranked
from facedesk.style.patterns import PATTERNS, draw_pattern
from facedesk.style.textures import texture


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.id)
def test_a_pattern_is_drawn_in_any_size_and_looks_the_same_in_each(pattern):
    large, small = (draw_pattern(pattern, side) for side in (192, 101))
    assert (large.shape, small.shape, small.dtype) == ((192, 192, 3), (101, 101, 3), np.uint8)
    assert not large.flags.writeable
    assert large.std() > 25  # there is something on it
    np.testing.assert_allclose(large.mean((0, 1)), small.mean((0, 1)), atol=30)


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.id)
def test_the_same_seed_draws_the_same_pattern(pattern):
    np.testing.assert_array_equal(draw_pattern(pattern, 64, 3), draw_pattern(pattern, 64, 3))


def test_patterns_have_ids_and_names_of_their_own():
    assert len({pattern.id for pattern in PATTERNS}) == len(PATTERNS)
    assert len({pattern.name for pattern in PATTERNS}) == len(PATTERNS)


def test_textures_are_of_many_kinds_and_the_same_with_the_same_seed():
    first, second = np.random.default_rng(1), np.random.default_rng(1)
    drawn = [texture(48, first) for _ in range(40)]
    for each in drawn:
        assert (each.shape, each.dtype) == ((48, 48, 3), np.uint8)
        np.testing.assert_array_equal(each, texture(48, second))
    assert len({each.tobytes() for each in drawn}) == len(drawn)


def test_ranked_tones_are_all_equally_frequent():
    tone = ranked(np.random.default_rng(0).normal(size=(20, 30)) ** 3)
    np.testing.assert_allclose(np.sort(tone.ravel()), np.linspace(0, 1, 600), atol=1e-6)
