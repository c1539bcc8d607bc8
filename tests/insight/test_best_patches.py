import numpy as np
import pytest

from facedesk.insight.best_patches import PATCHES, BestPatches, share_in
from facedesk.insight.layers import Layer

SIDE, UNITS = 4, 6


@pytest.fixture
def layer():
    """16 places, each of which sees a square of its own."""
    y, x = np.mgrid[:SIDE, :SIDE] * 30
    return Layer("block-1", UNITS, np.stack([x, y, x + 30, y + 30], axis=-1), 30)


def looked(layer, said, outside=None, batch=5):
    """Show all faces, some at a time."""
    best = BestPatches(layer)
    if outside is None:
        outside = np.zeros((len(said), 150, 150), bool)
    for start in range(0, len(said), batch):
        rows = np.arange(start, min(start + batch, len(said)))
        best.look(rows, said[rows], outside[rows])
    return best


def naive(said, unit):
    """The best place of each face, then the best nine faces."""
    most = []
    for face, each in enumerate(said[:, unit]):
        place = int(each.argmax())
        most.append((-float(each.flat[place]), face, place))
    return [(face, place) for value, face, place in sorted(most)[:PATCHES] if value < 0]


@pytest.fixture
def said():
    random = np.random.default_rng(1)
    return random.standard_normal((23, UNITS, SIDE, SIDE)).astype(np.float32)


@pytest.mark.parametrize("batch", [1, 5, 23])
def test_the_best_are_those_that_a_loop_finds(layer, said, batch):
    best = looked(layer, said, batch=batch)
    for unit in range(UNITS):
        found = list(zip(best.faces[:, unit], best.places[:, unit], strict=True))
        assert found == naive(said, unit)
        assert best.activations[:, unit].tolist() == [said[f, unit].flat[p] for f, p in found]


def test_each_face_counts_once(layer, said):
    said[3] += 100  # it is best everywhere
    best = looked(layer, said)
    assert (best.faces[0] == 3).all()
    assert (best.faces[1:] != 3).all()


def test_a_place_that_sees_much_of_what_lies_outside_does_not_count(layer, said):
    outside = np.zeros((len(said), 150, 150), bool)
    outside[3, 30:60, 60:64] = True  # more than a tenth of place 1, 2
    outside[4, 30:60, 60:62] = True  # less
    said[3, 0, 1, 2] = said[4, 0, 1, 2] = 50
    best = looked(layer, said, outside)
    assert (best.faces[0, 0], best.places[0, 0]) == (4, 6)
    assert 50 not in best.activations[1:, 0]


def test_few_faces_leave_the_rest_empty(layer, said):
    best = looked(layer, np.abs(said[:3]))
    assert (best.activations[:3] > 0).all()
    assert (best.activations[3:] == 0).all()


def test_patches_of_one_kind_that_few_faces_have_are_the_most_interesting(layer):
    random = np.random.default_rng(2)
    said = random.uniform(0, 1, (60, UNITS, SIDE, SIDE)).astype(np.float32)
    said[:, :3] = 0
    said[:9, 0, 1, 1] = 3  # of one kind: units 4 and 5 speak as well
    said[:9, 4:, 1, 1] = 3
    said[20:29, 1, 2, 2] = 3  # of nine kinds
    said[:, 2, 3, 3] = 3  # of one kind, which all faces have
    said[:, 3] = 0  # dead
    interest = looked(layer, said).interest()
    assert interest.argmax() in (0, 4, 5)
    assert interest[0] > 3 * interest[1]
    assert interest[2] == pytest.approx(0, abs=1e-6)
    assert interest[3] == -1


def test_the_interest_is_the_mean_over_all_pairs_of_patches(layer, said):
    said = np.abs(said)
    best = looked(layer, said)
    unit, flat = 2, said.reshape(len(said), UNITS, -1)
    others = [other for other in range(UNITS) if other != unit]
    patterns = []
    for face, place in naive(said, unit):
        here = flat[:, others, place].astype(float)
        pattern = (here[face] - here.mean(axis=0)) / here.std(axis=0)
        patterns.append(pattern / np.linalg.norm(pattern))
    pairs = [a @ b for i, a in enumerate(patterns) for b in patterns[:i]]
    most = flat[:, unit].max(axis=1)
    expected = np.mean(pairs) * (1 - most.mean() / most.max())
    assert best.interest()[unit] == pytest.approx(expected, abs=1e-4)


def test_the_share_of_each_box_is_counted(layer):
    pixels = np.random.default_rng(1).uniform(size=(2, 150, 150)) < 0.3
    shares = share_in(layer.boxes, pixels)
    x1, y1, x2, y2 = layer.boxes[2, 1]
    assert shares[1, 2, 1] == pytest.approx(pixels[1, y1:y2, x1:x2].mean())
