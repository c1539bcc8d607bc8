from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facedesk.capture.photo_batches import batches, digest


def photos_of(counts):
    return [Path(f"person{p}/{n}.jpg") for p, count in enumerate(counts) for n in range(count)]


@given(st.lists(st.integers(1, 40), max_size=5))
def test_every_photo_is_in_one_batch_with_others_of_its_folder(counts):
    photos = photos_of(counts)
    split = list(batches(photos))
    assert [photo for batch in split for photo in batch] == photos
    assert all(len({photo.parent for photo in batch}) == 1 for batch in split)


@given(st.lists(st.integers(1, 40), min_size=1, max_size=5), st.data())
def test_without_one_person_the_others_batches_stay_the_same(counts, data):
    photos = photos_of(counts)
    gone = data.draw(st.sampled_from(photos)).parent
    rest = [photo for photo in photos if photo.parent != gone]
    assert list(batches(rest)) == [batch for batch in batches(photos) if batch[0].parent != gone]


@pytest.fixture
def photo(tmp_path):
    (tmp_path / "a.jpg").write_bytes(b"one")
    return tmp_path / "a.jpg"


def test_the_digest_of_the_same_photos_is_the_same(photo):
    assert digest([photo], "1") == digest([photo], "1")


def test_another_version_of_the_code_or_of_a_photo_has_another_digest(photo):
    first = digest([photo], "1")
    assert digest([photo], "2") != first
    photo.write_bytes(b"another")
    assert digest([photo], "1") != first


def test_a_photo_that_is_gone_has_a_digest_as_well(photo):
    first = digest([photo], "1")
    photo.unlink()
    assert digest([photo], "1") != first
