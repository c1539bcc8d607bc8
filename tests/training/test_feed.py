import contextlib

import numpy as np
import pytest

from facedesk.training.feed import Feed
from facedesk.training.sampling import Sampler


@pytest.fixture
def feed(faces):
    sampler = Sampler(faces.people, 4, 2, 1)
    return lambda augment=True, seed=1: Feed(faces, sampler, augment, seed)


def test_batches_are_the_faces_that_the_sampler_draws(feed, faces):
    sampler = Sampler(faces.people, 4, 2, 1)
    batches = list(feed(augment=False).batches(0, 5))
    assert len(batches) == 5
    for step, batch in enumerate(batches):
        np.testing.assert_array_equal(batch.rows, sampler.rows(step))
        np.testing.assert_array_equal(batch.chips, faces.chips[batch.rows])
        np.testing.assert_array_equal(batch.people, faces.people[batch.rows])


def test_from_the_middle_on_they_are_the_same(feed):
    whole = list(feed().batches(0, 5))
    rest = list(feed().batches(3, 5))
    for expected, found in zip(whole[3:], rest, strict=True):
        np.testing.assert_array_equal(found.chips, expected.chips)


def test_the_same_face_is_augmented_differently_each_time(feed):
    seen = {}
    for batch in feed().batches(0, 8):
        for row, chip in zip(batch.rows, batch.chips, strict=True):
            seen.setdefault(row, []).append(chip.tobytes())
    assert all(len(set(chips)) == len(chips) for chips in seen.values())


def test_another_seed_augments_differently(feed):
    one, other = (next(iter(list(feed(seed=seed).batches(0, 1)))) for seed in (1, 2))
    assert not np.array_equal(one.chips, other.chips)


def test_nobody_is_left_working_when_it_is_closed_early(feed):
    with contextlib.closing(feed().batches(0, 100)) as batches:
        next(batches)


def test_no_steps_are_no_batches(feed):
    assert list(feed().batches(3, 3)) == []
