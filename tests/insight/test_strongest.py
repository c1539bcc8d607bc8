import numpy as np
import pytest
from seen_faces import EDGE, SeenFaces, noise

from facedesk.errors import NoFacesToSee
from facedesk.insight.patches import cut_patches
from facedesk.insight.strongest import find_strongest


def with_edges():
    """24 faces; every other one has an upright edge, of which each is stronger than the last."""
    chips = []
    for number in range(24):
        chip = noise(number)
        if number % 2:
            top, left = 10 + 5 * number, 120 - 4 * number
            chip[top : top + 12, left - 12 : left] = 110 - 4 * number
            chip[top : top + 12, left : left + 12] = 130 + 4 * number
        chips.append(chip)
    return SeenFaces(chips)


@pytest.fixture(scope="module")
def edge(inside):
    """What is found of the unit of edges."""
    return find_strongest(with_edges(), inside)["stem"].unit(EDGE)


@pytest.fixture
def edges():
    return with_edges()


def test_the_nine_patches_of_an_edge_are_the_nine_strongest_edges(inside, edges, edge):
    assert [patch.face for patch in edge.patches] == [23, 21, 19, 17, 15, 13, 11, 9, 7]
    stem = inside.layer("stem")
    for patch, cut in zip(edge.patches, cut_patches(edges, stem, edge, 28), strict=True):
        left = 120 - 4 * patch.face
        x1, y1, x2, y2 = stem.boxes[patch.row, patch.column].tolist()
        assert x1 < left < x2
        assert 10 + 5 * patch.face <= y1 < y2 <= 22 + 5 * patch.face
        assert cut.image.shape == (28, 28, 3)
        assert cut.image[:, :4].mean() < 115 < 135 < cut.image[:, -4:].mean()


def test_the_activation_is_what_the_unit_says_there(inside, edges, edge):
    patch = edge.patches[4]
    said = inside.activation(edges.chips[patch.face], "stem", EDGE)
    assert said[patch.row, patch.column] == said.max() == pytest.approx(patch.activation, rel=1e-4)


def test_all_layers_are_looked_at_in_one_pass(inside, faces):
    seen = []
    found = find_strongest(faces, inside, lambda *counts: seen.append(counts))
    assert list(found) == [layer.key for layer in inside.layers]
    for layer in inside.layers:
        units = found[layer.key].units()
        assert sorted(unit.number for unit in units) == list(range(layer.units))
        interest = [unit.interest for unit in units]
        assert interest == sorted(interest, reverse=True)
    assert seen == [(0, 14), (14, 14)]


def test_a_face_that_can_t_be_read_is_left_out(inside, faces):
    faces.chips[4] = None
    found = find_strongest(faces, inside)["block-14"]
    shown = {patch.face for unit in found.units() for patch in unit.patches}
    assert shown
    assert 4 not in shown


def test_when_no_face_can_be_read_that_is_said(inside):
    with pytest.raises(NoFacesToSee, match="None of the 2 photos"):
        find_strongest(SeenFaces([None, None]), inside)


def test_a_patch_whose_picture_has_gone_is_not_cut_out(inside, edges, edge):
    edges.chips[21] = None
    cut = cut_patches(edges, inside.layer("stem"), edge, 28)
    assert [each.name for each in cut[:2]] == ["face 23", "face 19"]
    np.testing.assert_array_equal(cut[0].chip, edges.chips[23])


def test_whoever_is_told_of_progress_can_end_it(inside, faces):
    def stop(_done, _total):
        raise InterruptedError

    with pytest.raises(InterruptedError):
        find_strongest(faces, inside, stop)
