import numpy as np
import pytest

from facedesk.ui.widgets.map_room import first_of_each, with_name, with_room


def overlap(places, side):
    """Pairs whose squares overlap, found one by one."""
    return [
        (i, j)
        for i in range(len(places))
        for j in range(i)
        if abs(places[i] - places[j]).max() < side
    ]


@pytest.mark.parametrize("count", [1, 2, 50, 400])
def test_no_two_pictures_overlap(count):
    places = np.random.default_rng(count).uniform(0, 600, (count, 2))
    assert overlap(places[with_room(places, 48)], 48) == []


def test_whoever_is_left_out_stands_too_near_to_another():
    places = np.random.default_rng(7).uniform(0, 400, (200, 2))
    chosen = with_room(places, 40)
    for place in places[~chosen]:
        assert (abs(places[chosen] - place).max(axis=1) < 2 * 40).any()


def test_the_first_goes_before():
    places = np.array([[100.0, 100.0], [101.0, 101.0], [300.0, 100.0]])
    assert with_room(places, 40).tolist() == [True, False, True]


def test_the_same_are_chosen_when_the_map_was_moved():
    places = np.random.default_rng(3).uniform(0, 600, (300, 2))
    before = with_room(places, 48, origin=(0, 0))
    moved = places + np.array([13, -29])
    assert (with_room(moved, 48, origin=(13, -29)) == before).all()


def test_nobody_has_no_picture():
    assert with_room(np.zeros((0, 2)), 48).shape == (0,)


def test_a_name_has_room_where_no_picture_stands_below():
    places = np.array([[100.0, 100.0], [140.0, 150.0], [300.0, 100.0], [300.0, 300.0]])
    assert with_name(places, 75, 68).tolist() == [False, True, True, True]


def test_of_places_in_one_square_the_first_stays():
    places = np.array([[1.0, 1.0], [12.0, 3.0], [2.0, 3.0], [-1.0, 1.0], [13.0, 1.0]])
    assert first_of_each(places, 10).tolist() == [0, 1, 3]
