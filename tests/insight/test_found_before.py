import os
import stat

import numpy as np
import pytest
from seen_faces import SeenFaces, noise

from facedesk.errors import DiskFull
from facedesk.insight.found_before import strongest_of
from facedesk.insight.strongest import Strongest


@pytest.fixture
def faces():
    return SeenFaces([noise(number) for number in range(3)])


@pytest.fixture
def cache(tmp_path):
    return tmp_path / "cache/insight"


@pytest.fixture
def find(inside, faces, cache):
    return lambda faces=faces: strongest_of(faces, inside, cache)


def same(first, second):
    return all(
        np.array_equal(getattr(first[key], part), getattr(second[key], part))
        for key in first
        for part in Strongest.__dataclass_fields__
    )


def test_the_same_faces_are_looked_at_once(find, faces):
    first = find()
    faces.chips = [None] * len(faces.chips)
    assert same(find(), first)


def test_other_faces_take_the_place_of_the_former(find, cache):
    first = find()
    other = find(SeenFaces([noise(number, 90) for number in range(2)], "two"))
    assert not same(first, other)
    assert [path.name for path in cache.iterdir()] == ["seen.npz"]


def test_what_was_found_in_others_is_forgotten_also_when_the_work_ends_early(inside, find, cache):
    find()

    def stop(_done, _total):
        raise InterruptedError

    with pytest.raises(InterruptedError):
        strongest_of(SeenFaces([noise(1)], "two"), inside, cache, stop)
    assert list(cache.iterdir()) == []


def test_another_encoder_finds_its_own(find, inside, cache, monkeypatch):
    find()
    monkeypatch.setattr(inside, "encoder_id", "another")
    seen = []
    strongest_of(SeenFaces([noise(1)]), inside, cache, lambda *counts: seen.append(counts))
    assert seen


@pytest.mark.parametrize("damage", [b"", b"PK\3\4 damaged"])
def test_a_damaged_file_is_made_again(find, cache, damage):
    first = find()
    (cache / "seen.npz").write_bytes(damage)
    assert same(find(), first)


def test_only_the_user_may_read_it_and_it_holds_no_pixels(find, cache):
    find()
    (file,) = cache.iterdir()
    if os.name == "posix":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert stat.S_IMODE(cache.stat().st_mode) == 0o700
    with np.load(file) as kept:
        for name in kept.files:
            assert name == "made_of" or name.rsplit(" ", 1)[1] in Strongest.__dataclass_fields__
            assert kept[name].dtype != np.uint8


def test_a_full_disk_is_told(find, monkeypatch):
    def full(_descriptor):
        raise OSError(28, "simulated")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskFull):
        find()
