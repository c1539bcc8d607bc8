import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from facedesk.errors import NobodyToCompare, TooFewPeople
from facedesk.evaluation.draws import drawn

# Photos per person: someone with several, and more people with one than are ever enrolled.
counts = st.lists(st.integers(1, 4), min_size=1, max_size=12).map(lambda c: [3, *c, *[1] * 14])


@given(counts, st.integers(1, 12), st.integers(0, 5))
def test_the_enrolled_the_mates_and_the_strangers_are_apart(counts, size, seed):
    people = np.repeat(np.arange(len(counts)), counts)
    draw = drawn(people, size, np.random.default_rng(seed))
    enrolled = people[draw.enrolled].tolist()
    assert len(set(enrolled)) == size
    assert set(people[draw.mates]) <= set(enrolled)
    assert not set(draw.mates) & set(draw.enrolled)
    assert not set(people[draw.strangers]) & set(enrolled)
    assert all(counts[person] == 1 for person in people[draw.strangers])
    several = [person for person, count in enumerate(counts) if count > 1]
    assert sum(counts[person] > 1 for person in enrolled) == min(size, len(several))
    assert len(draw.mates) == sum(counts[person] - 1 for person in enrolled)


def test_a_gallery_of_everyone_leaves_no_stranger():
    with pytest.raises(TooFewPeople, match=r"3 people.*at least 4"):
        drawn(np.array([0, 0, 1, 2]), 3, np.random.default_rng(0))


@pytest.mark.parametrize("people", [[0, 0, 1, 1, 2, 2], [0, 1, 2]])
def test_without_mates_or_strangers_there_is_nobody_to_compare(people):
    with pytest.raises(NobodyToCompare):
        drawn(np.array(people), 1, np.random.default_rng(0))
