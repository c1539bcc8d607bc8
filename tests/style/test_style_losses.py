import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from facedesk.style.losses import content_loss, gram, style_loss, total_variation
from facedesk.style.network import PerceptualNetwork
from facedesk.style.objective import Objective
from facedesk.style.style_settings import StyleLayer, StyleSettings

SETTINGS = StyleSettings(
    content_weight=0.7,
    style_weight=3.0,
    smoothness=0.2,
    content_layer="2_1",
    style_layers=(StyleLayer("1_1", 0.5), StyleLayer("2_2", 2.0)),
)


def features(channels, height, width, seed=0):
    return torch.rand((1, channels, height, width), generator=torch.Generator().manual_seed(seed))


def small_network():
    torch.manual_seed(0)
    return PerceptualNetwork(((4, 2), (6, 2))).double()


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 5), st.integers(1, 4), st.integers(1, 4), st.integers(0, 99))
def test_the_gram_matrix_is_that_of_a_naive_loop(channels, height, width, seed):
    said = features(channels, height, width, seed)
    wanted = np.zeros((channels, channels))
    for i in range(channels):
        for j in range(channels):
            for y in range(height):
                for x in range(width):
                    wanted[i, j] += float(said[0, i, y, x]) * float(said[0, j, y, x])
    wanted /= channels * height * width
    np.testing.assert_allclose(gram(said), wanted, rtol=1e-5)


def test_the_gram_matrix_does_not_know_where_or_how_large():
    said = features(3, 4, 5)
    moved = said.roll((1, 2), (2, 3))
    np.testing.assert_allclose(gram(said), gram(moved), rtol=1e-5)
    np.testing.assert_allclose(gram(said), gram(torch.cat([said, said], dim=3)), rtol=1e-5)


def test_losses_are_those_of_naive_loops():
    first, second = features(2, 3, 4, 1), features(2, 3, 4, 2)
    pairs = list(zip(first.flatten().tolist(), second.flatten().tolist(), strict=True))
    apart = sum((a - b) ** 2 for a, b in pairs) / sum(b**2 for _, b in pairs)
    assert content_loss(first, second).item() == pytest.approx(apart, rel=1e-5)
    ours, theirs = gram(first).flatten().tolist(), gram(second).flatten().tolist()
    apart = sum((a - b) ** 2 for a, b in zip(ours, theirs, strict=True))
    apart /= sum(b**2 for b in theirs)
    assert style_loss(first, gram(second)).item() == pytest.approx(apart, rel=1e-5)


def test_the_total_variation_is_that_of_a_naive_loop():
    picture = features(3, 4, 5)
    values = picture[0].tolist()
    across = [(p[y][x + 1] - p[y][x]) ** 2 for p in values for y in range(4) for x in range(4)]
    down = [(p[y + 1][x] - p[y][x]) ** 2 for p in values for y in range(3) for x in range(5)]
    wanted = np.mean(across) + np.mean(down)
    assert total_variation(picture).item() == pytest.approx(wanted, rel=1e-5)


def test_a_picture_is_no_way_from_itself():
    picture = features(3, 32, 32).double()
    losses = Objective(picture, picture, small_network(), SETTINGS).judge(picture).losses
    assert (losses.content, losses.style) == (0, pytest.approx(0, abs=1e-20))
    assert losses.smoothness > 0


def test_what_a_weight_is_doubled_of_counts_twice():
    content, style, picture = (features(3, 32, 32, seed).double() for seed in range(3))
    once = Objective(content, style, small_network(), SETTINGS).judge(picture).losses
    layers = tuple(StyleLayer(each.name, 2 * each.weight) for each in SETTINGS.style_layers)
    doubled = StyleSettings(1.4, 3.0, 0.4, "2_1", layers)
    twice = Objective(content, style, small_network(), doubled).judge(picture).losses
    assert twice.content == pytest.approx(2 * once.content)
    assert twice.style == pytest.approx(2 * once.style)
    assert twice.smoothness == pytest.approx(2 * once.smoothness)


def test_the_gradient_is_that_of_finite_differences():
    content, style, picture = (features(3, 12, 10, seed).double() for seed in range(3))
    objective = Objective(content, style, small_network(), SETTINGS)
    picture.requires_grad_(True)
    objective.judge(picture).loss.backward()
    step = 1e-6
    for place in [(0, 0, 0, 0), (0, 1, 5, 5), (0, 2, 11, 9), (0, 0, 7, 3)]:
        more, less = picture.detach().clone(), picture.detach().clone()
        more[place] += step
        less[place] -= step
        slope = (objective.judge(more).loss - objective.judge(less).loss) / (2 * step)
        assert picture.grad[place].item() == pytest.approx(slope.item(), rel=1e-4, abs=1e-9)
