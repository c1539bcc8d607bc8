import itertools

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from facedesk import memory
from facedesk.errors import LayerMissing, PictureTakesMemory, PictureTooNarrow
from facedesk.style.network import PerceptualNetwork
from facedesk.style.patterns import PATTERNS, draw_pattern
from facedesk.style.perceptual import load_perceptual
from facedesk.style.sizes import Stage, stages
from facedesk.style.style_settings import (
    Colour,
    Optimiser,
    Start,
    StyleLayer,
    StyleSettings,
)
from facedesk.style.transfer import planned, transfer

SMALL = StyleSettings(size=64, steps=4)


@pytest.fixture(scope="module")
def network() -> PerceptualNetwork:
    return load_perceptual()


@pytest.fixture(scope="module")
def style() -> np.ndarray:
    return draw_pattern(PATTERNS[0], 96)


@pytest.fixture(scope="module")
def content(astronaut) -> np.ndarray:
    return np.ascontiguousarray(astronaut[:200, 100:300:2])  # 200 × 100


@pytest.mark.parametrize("optimiser", list(Optimiser))
@pytest.mark.parametrize("start", list(Start))
def test_the_loss_falls(content, style, network, start, optimiser):
    settings = StyleSettings(size=64, steps=12, start=start, optimiser=optimiser)
    steps = list(transfer(content, style, network, settings))
    assert [each.step for each in steps] == list(range(1, 13))
    assert steps[-1].losses.total < 0.8 * steps[0].losses.total


def test_the_picture_is_uint8_of_the_size_that_was_asked_for_and_read_only(content, style, network):
    *_, last = transfer(content, style, network, SMALL)
    assert (last.picture.shape, last.picture.dtype) == ((64, 32, 3), np.uint8)
    assert (last.size, last.steps) == ((32, 64), 4)
    assert not last.picture.flags.writeable


def test_small_pictures_come_first(content, style, network):
    settings = StyleSettings(size=256, steps=4)
    sizes = [max(each.size) for each in transfer(content, style, network, settings)]
    assert sizes == [128, 128, 128, 256]


def test_the_same_seed_draws_the_same(content, style, network):
    settings = StyleSettings(size=64, steps=3, start=Start.NOISE)
    first, second = (
        [each.picture for each in transfer(content, style, network, settings)] for _ in range(2)
    )
    np.testing.assert_array_equal(first, second)


@pytest.mark.parametrize("colour", list(Colour))
def test_colours_are_those_of_the_style_or_of_the_content(content, network, colour):
    red = np.full((64, 64, 3), (200, 20, 20), np.uint8)
    red[::4] = (120, 0, 0)
    settings = StyleSettings(size=64, steps=1, colour=colour, start=Start.CONTENT)
    (only,) = transfer(content, red, network, settings)
    wanted = red if colour is Colour.STYLE else content
    np.testing.assert_allclose(only.picture.mean((0, 1)), wanted.mean((0, 1)), atol=12)


def test_stopping_within_a_step_ends_it_there(content, style, network):
    asked = itertools.count()
    steps = transfer(content, style, network, SMALL, stopped=lambda: next(asked) > 60)
    pictures = [each.picture for each in steps]
    assert 0 < len(pictures) < SMALL.steps
    assert next(asked) == 62  # once it was told, it did not ask again


def test_a_step_is_left_at_every_layer_there_and_back(content, style, network):
    asked: list[int] = []
    steps = transfer(content, style, network, SMALL, stopped=lambda: asked.append(1) or False)
    next(steps)
    before = len(asked)
    next(steps)
    assert len(asked) - before == 2 * len(network.layers)


def test_a_layer_that_is_not_there_is_named(content, style, network):
    settings = StyleSettings(content_layer="9_1")
    with pytest.raises(LayerMissing, match=r"no layer 9_1\. It has: 1_1, "):
        next(transfer(content, style, network, settings))
    settings = StyleSettings(style_layers=(StyleLayer("x"),))
    with pytest.raises(LayerMissing):
        next(transfer(content, style, network, settings))


def test_a_picture_or_a_style_that_is_a_line_is_refused(content, style, network):
    line = np.zeros((10, 900, 3), np.uint8)
    for pictures in ((line, style), (content, line)):
        with pytest.raises(PictureTooNarrow, match="too short"):
            next(transfer(*pictures, network, SMALL))


def test_a_narrow_picture_begins_at_a_size_that_has_pixels_for_the_deepest_layer(content, network):
    ribbon = np.zeros((30, 200, 3), np.uint8)
    plan = planned(content, ribbon, StyleSettings(size=512, steps=8))
    assert [stage.size for stage in plan] == [256, 512]
    assert next(transfer(ribbon, content, network, StyleSettings(size=256, steps=1)))


def test_what_memory_has_no_room_for_is_refused_with_a_size_that_fits(
    content, style, network, tmp_path, monkeypatch
):
    (tmp_path / "meminfo").write_text("MemAvailable:     150000 kB\n")
    monkeypatch.setattr(memory, "_STATUS", tmp_path / "meminfo")
    with pytest.raises(PictureTakesMemory, match="up to") as refused:
        next(transfer(content, style, network, StyleSettings(size=4096)))
    fits = refused.value.details["fits"]
    assert 64 <= fits < 4096
    next(transfer(content, style, network, StyleSettings(size=min(fits, 128), steps=1)))


def test_steps_that_make_it_much_worse_are_taken_back():
    from facedesk.style.descent import descend
    from facedesk.style.objective import Judged
    from facedesk.style.progress import Losses

    picture = torch.full((1, 3, 2, 2), 0.5)
    seen: list[float] = []

    def judge(picture):
        """A valley with a cliff: the gradient sends the picture far over it."""
        far = picture.square().sum()
        loss = far * (1e6 if len(seen) == 3 else 1)
        seen.append(far.item())
        return Judged(loss, Losses(loss.item(), 0, 0), None)

    list(descend(picture, judge, Optimiser.LBFGS, 8))
    assert seen[4] == pytest.approx(seen[2])
    assert seen[-1] < seen[0]


def test_sizes_double_up_to_the_one_asked_for():
    assert stages(512, 200) == (Stage(128, 82), Stage(256, 68), Stage(512, 50))
    assert stages(100, 7) == (Stage(100, 7),)
    assert stages(2048, 1) == (Stage(2048, 1),)


@given(st.integers(1, 5000), st.integers(1, 300))
def test_every_size_has_a_step_and_together_they_have_all(size, steps):
    found = stages(size, steps)
    assert sum(stage.steps for stage in found) == steps
    assert min(stage.steps for stage in found) >= 1
    assert found[-1].size == size
