from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facedesk.capture.labelled_photos import LabelledPhoto
from facedesk.evaluation.drawn_folds import drawn_folds


def photos_of(counts):
    return [
        LabelledPhoto(Path(f"p{person}/{i}.jpg"), f"p{person}")
        for person, count in enumerate(counts)
        for i in range(count)
    ]


def people_in(fold):
    return {path.parent for pair in fold for path in (pair.first, pair.second)}


@given(st.lists(st.integers(1, 6), max_size=60))
def test_pairs_are_what_they_say_and_nobody_is_in_two_folds(counts):
    folds = drawn_folds(photos_of(counts))
    seen = set()
    for fold in folds:
        assert all((p.first.parent == p.second.parent) is p.same for p in fold)
        assert all(p.first != p.second for p in fold)
        assert len(set(fold)) == len(fold)
        assert sum(p.same for p in fold) * 2 == len(fold) > 0
        assert not people_in(fold) & seen
        seen |= people_in(fold)
    assert len(folds) <= 10


def test_the_same_photos_give_the_same_pairs():
    photos = photos_of([3, 1, 2] * 20)
    assert drawn_folds(photos) == drawn_folds(list(photos))


def test_who_has_many_photos_does_not_outweigh_the_others():
    (fold, *_) = drawn_folds(photos_of([40] * 10 + [3] * 90 + [1] * 400))
    same = [pair.first.parent for pair in fold if pair.same]
    assert len(same) == pytest.approx(300, abs=1)
    three = {person for person in people_in(fold) if same.count(person) == 3}
    assert len(three) >= 9, "all pairs of those with three photos are there"


def test_every_fold_gets_people_with_several_photos():
    assert len(drawn_folds(photos_of([2] * 10 + [1] * 300))) == 10


@pytest.mark.parametrize("counts", [[], [5], [1, 1, 1]])
def test_without_people_to_pair_there_is_no_fold(counts):
    assert drawn_folds(photos_of(counts)) == ()
