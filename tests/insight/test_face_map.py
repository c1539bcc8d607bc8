import numpy as np
import pytest
from crowd import crowd, near

from facedesk.insight import face_map as module
from facedesk.insight.face_map import face_map, nearest, nearest_others


@pytest.mark.parametrize("people", [1, 2, 3, 5, 6, 7])
def test_however_few_there_are_everyone_has_a_place(people):
    vectors = crowd(people)
    found = face_map(vectors)
    assert found.places.shape == (people, 2)
    assert np.isfinite(found.places).all()
    assert found.place(near(vectors)).shape == (people, 2)
    assert found.kept == 1


def test_two_people_lie_apart():
    first, second = face_map(crowd(2)).places
    assert np.linalg.norm(first - second) > 0.1


def test_most_people_lie_beside_whoever_is_most_like_them():
    vectors = crowd(40)
    vectors = np.concatenate([vectors, near(vectors, 0.05)])  # everyone has a twin
    found = face_map(vectors)
    apart = np.linalg.norm(found.places[:40] - found.places[40:], axis=1)
    assert np.median(apart) < found.places.std() / 4
    assert found.kept > 0.9


def test_a_new_face_lies_beside_the_person_it_is_of():
    vectors = crowd(60)
    found = face_map(vectors)
    there = found.place(near(vectors, 0.01))
    apart = np.linalg.norm(there[:, None] - found.places, axis=2)
    assert (apart.argmin(axis=1) == np.arange(60)).mean() > 0.9


def test_nobody_moves_when_a_new_face_is_placed():
    found = face_map(crowd(10))
    before = found.places.copy()
    found.place(crowd(3, seed=9))
    np.testing.assert_array_equal(found.places, before)
    assert not found.places.flags.writeable


def test_of_very_many_the_further_ones_are_placed_among_the_others(monkeypatch):
    monkeypatch.setattr(module, "_LAID_OUT", 30)
    vectors = crowd(30)
    everyone = np.concatenate([vectors, near(vectors, 0.01)])
    found = face_map(everyone)
    assert np.isfinite(found.places).all()
    assert (found.places != 0).any(axis=1).all()
    assert found.kept > 0.7


def test_what_is_kept_is_what_a_loop_counts():
    found = face_map(crowd(50))
    kept = 0
    for person in range(50):
        others = [other for other in range(50) if other != person]
        best = min(others, key=lambda o: ((found.vectors[o] - found.vectors[person]) ** 2).sum())
        here = sorted(others, key=lambda o: ((found.places[o] - found.places[person]) ** 2).sum())
        kept += best in here[:5]
    assert found.kept == pytest.approx(kept / 50)


def test_the_nearest_are_those_that_a_loop_finds(monkeypatch):
    monkeypatch.setattr(module, "_ROWS", 7)
    vectors = crowd(30)
    apart = ((vectors[:, None] - vectors) ** 2).sum(axis=2)
    rows, found = nearest(vectors, vectors[3], 5)
    assert rows.tolist() == np.argsort(apart[3])[:5].tolist()
    np.testing.assert_allclose(found, np.sort(apart[3])[:5], atol=1e-6)
    np.fill_diagonal(apart, np.inf)
    rows, found = nearest_others(vectors)
    assert rows.tolist() == apart.argmin(axis=1).tolist()
    np.testing.assert_allclose(found, apart.min(axis=1), atol=1e-6)
