import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_up import crowd

from facedesk.training.split import drawn, split

NAMES = [f"p{number}" for number in range(60)]


@pytest.mark.parametrize(("people", "judged"), [(8, 4), (20, 4), (50, 10)])
def test_nobody_is_learned_from_and_judged_by(people, judged):
    faces = crowd(people, 2)
    learned, held_out = split(faces, 0.2, 1)
    assert len(held_out.names) == judged
    assert set(learned.names) | set(held_out.names) == set(faces.names)
    assert not set(learned.names) & set(held_out.names)


def test_people_with_a_single_photo_are_split_likewise():
    faces = crowd(20, 2)
    single = crowd(30, 1, seed=2)
    both = type(faces)(
        np.concatenate([faces.chips, single.chips]),
        faces.persons + single.persons,
        faces.photos + single.photos,
    )
    _, held_out = split(both, 0.2, 1)
    assert len(held_out.several) == 4
    assert len(held_out.names) == 4 + 6


@pytest.mark.parametrize("people", [2, 7])
def test_few_people_are_all_learned_from(people):
    faces = crowd(people, 2)
    learned, held_out = split(faces, 0.2, 1)
    assert learned is faces
    assert held_out is None


@settings(deadline=None)
@given(st.integers(0, 1000), st.integers(1, 20))
def test_the_same_seed_draws_the_same_people(seed, count):
    found = drawn(NAMES, count, seed)
    assert len(found) == count
    assert found == drawn(list(reversed(NAMES)), count, seed)


@settings(deadline=None)
@given(st.integers(0, 1000), st.integers(1, 20))
def test_one_more_person_replaces_one_at_most(seed, count):
    assert len(drawn(NAMES, count, seed) - drawn([*NAMES, "new"], count, seed)) <= 1


def test_another_seed_draws_others():
    assert drawn(NAMES, 10, 1) != drawn(NAMES, 10, 2)
