import os
import sys
from pathlib import Path

import pytest

from facedesk import paths
from facedesk.errors import FolderNotWritable
from facedesk.paths import Paths, default_paths, others_may_look_into, prepare


def test_everything_lies_in_one_folder():
    places = Paths(Path("/home/ada/facedesk"))
    for place in (places.database, places.settings, places.logs, places.cache):
        assert place.parent == places.home


def test_the_option_beats_the_variable_which_beats_the_system(tmp_path, monkeypatch):
    monkeypatch.setenv("FACEDESK_HOME", str(tmp_path / "variable"))
    assert default_paths(tmp_path / "option").home == tmp_path / "option"
    assert default_paths().home == tmp_path / "variable"
    monkeypatch.delenv("FACEDESK_HOME")
    monkeypatch.setattr(paths.platformdirs, "user_data_dir", lambda name: f"/system/{name}")
    assert default_paths().home == Path("/system/facedesk")


def test_an_empty_variable_counts_for_nothing(monkeypatch):
    monkeypatch.setenv("FACEDESK_HOME", "")
    monkeypatch.setattr(paths.platformdirs, "user_data_dir", lambda name: f"/system/{name}")
    assert default_paths().home == Path("/system/facedesk")


def test_the_folder_may_be_given_from_here_or_from_the_users_home(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "ada"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "ada"))
    assert default_paths(Path("data")).home == tmp_path / "data"
    assert default_paths(Path("~/data")).home == tmp_path / "ada" / "data"


def test_asking_where_creates_nothing(tmp_path):
    default_paths(tmp_path / "a" / "b")
    assert list(tmp_path.iterdir()) == []


def test_the_folders_are_created_and_may_be_there_already(tmp_path):
    places = Paths(tmp_path / "a" / "b")
    prepare(places)
    prepare(places)
    assert places.logs.is_dir()
    assert places.cache.is_dir()


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX permissions")
def test_only_the_user_may_look_into_what_is_created(tmp_path):
    before = os.umask(0)
    prepare(Paths(tmp_path / "home"))
    os.umask(before)
    for folder in (tmp_path / "home", *(tmp_path / "home").iterdir()):
        assert folder.stat().st_mode & 0o777 == 0o700


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX permissions")
def test_a_folder_that_was_there_keeps_its_permissions(tmp_path):
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared").chmod(0o755)
    prepare(Paths(tmp_path / "shared"))
    assert (tmp_path / "shared").stat().st_mode & 0o777 == 0o755


def test_a_folder_that_can_not_be_created_is_told(tmp_path):
    (tmp_path / "file").touch()
    for home in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(FolderNotWritable) as refusal:
            prepare(Paths(home))
        assert f"The folder {home} can't be written" in str(refusal.value)


def test_a_folder_that_may_not_be_written_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr(paths.os, "access", lambda path, mode: False)
    with pytest.raises(FolderNotWritable):
        prepare(Paths(tmp_path / "home"))


def mode(folder):
    return folder.stat().st_mode & 0o777


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX permissions")
def test_a_folder_of_its_own_that_others_may_look_into_is_made_private(tmp_path):
    places = Paths(tmp_path / "home")
    prepare(places)
    for name in ("gallery.sqlite3", "gallery.sqlite3-wal", "settings.json"):
        (places.home / name).touch()
    for folder in (places.home, places.logs, places.cache):
        folder.chmod(0o755)
    prepare(places)
    assert [mode(f) for f in (places.home, places.logs, places.cache)] == [0o700] * 3
    assert not others_may_look_into(places.home)


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX permissions")
def test_a_folder_with_other_things_in_it_stays_as_it_is(tmp_path):
    places = Paths(tmp_path / "home")
    prepare(places)
    (places.home / "letter.txt").touch()
    places.home.chmod(0o755)
    prepare(places)
    assert mode(places.home) == 0o755
    assert others_may_look_into(places.home)
