import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from facedesk.training.sampling import Sampler

CROWDS = st.lists(st.integers(1, 5), min_size=1, max_size=12)


def sampler_of(counts, at_a_time=3, each=4, seed=1):
    people = np.repeat(np.arange(len(counts)), counts)
    return Sampler(people, at_a_time, each, seed), people


@settings(deadline=None)
@given(CROWDS, st.integers(1, 8), st.integers(1, 5), st.integers(0, 30))
def test_a_batch_holds_as_many_photos_of_each_of_its_people(counts, at_a_time, each, step):
    sampler, people = sampler_of(counts, at_a_time, each)
    rows = sampler.rows(step)
    assert len(rows) == sampler.batch
    drawn, how_often = np.unique(people[rows], return_counts=True)
    assert len(drawn) == min(at_a_time, len(counts))
    assert set(how_often) == {each}
    for person in drawn:
        theirs = rows[people[rows] == person]
        assert len(set(theirs)) == min(each, counts[person])


@settings(deadline=None)
@given(CROWDS, st.integers(1, 8))
def test_nobody_is_twice_in_an_epoch(counts, at_a_time):
    sampler, people = sampler_of(counts, at_a_time, 1)
    seen = np.concatenate(
        [np.unique(people[sampler.rows(step)]) for step in range(sampler.steps_per_epoch)]
    )
    assert len(set(seen)) == len(seen) > len(counts) - min(at_a_time, len(counts))


def test_a_step_draws_the_same_whatever_was_drawn_before():
    first, again = sampler_of([3] * 9)[0], sampler_of([3] * 9)[0]
    for step in range(7):
        first.rows(step)
    np.testing.assert_array_equal(first.rows(7), again.rows(7))


def test_epochs_and_seeds_differ():
    sampler, other = sampler_of([3] * 9)[0], sampler_of([3] * 9, seed=2)[0]
    assert sampler.rows(0).tolist() != sampler.rows(sampler.steps_per_epoch).tolist()
    assert sampler.rows(0).tolist() != other.rows(0).tolist()
