from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from facedesk.capture.seen_once import batches, digest, seen_once


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


@pytest.fixture
def folder(tmp_path):
    for name in ("Ada/1", "Ada/2", "Bob/1"):
        (tmp_path / "people" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "people" / name).write_text(name)
    return tmp_path / "people"


def letters(path):
    text = path.read_text()
    return None if text == "Bob/1" else np.frombuffer(text.encode(), np.uint8)


def test_each_photo_is_looked_at_once(folder, tmp_path):
    looked = []

    def look(path):
        looked.append(path)
        return letters(path)

    photos = sorted(folder.glob("*/*"))
    for _ in range(2):
        ada_1, ada_2, bob = seen_once(photos, look, "letters", tmp_path / "cache")
        assert (ada_1.tobytes(), ada_2.tobytes(), bob) == (b"Ada/1", b"Ada/2", None)
        assert ada_1.dtype == np.uint8
    assert looked == photos


@pytest.mark.parametrize("damage", [lambda data: data[:40], lambda _: b"", lambda _: b"not npz"])
def test_what_was_kept_and_is_damaged_is_seen_again(folder, tmp_path, damage):
    photos = sorted(folder.glob("*/*"))
    first = list(seen_once(photos, letters, "x", tmp_path / "cache"))
    for kept in (tmp_path / "cache").iterdir():
        kept.write_bytes(damage(kept.read_bytes()))
    for _ in range(2):
        again = list(seen_once(photos, letters, "x", tmp_path / "cache"))
        assert [each is None for each in again] == [each is None for each in first]
        assert again[0].tobytes() == first[0].tobytes()


def test_progress_is_told_before_each_photo_and_after_a_batch(folder, tmp_path):
    photos, told = sorted(folder.glob("*/*")), []
    list(seen_once(photos, letters, "x", tmp_path / "cache", lambda *step: told.append(step)))
    assert told == [(0, 3), (1, 3), (2, 3), (2, 3), (3, 3)]
