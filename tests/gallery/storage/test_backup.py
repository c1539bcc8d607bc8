import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from facedesk import errors
from facedesk.gallery.storage import schema
from facedesk.gallery.storage.backup import backup_of
from facedesk.gallery.store import open_gallery


@pytest.fixture
def old(database, first_gallery, make_photo):
    """A gallery of the first version with Ada in it; returns her photo."""
    photo = make_photo()
    first_gallery("Ada", photo)
    return photo


def test_before_the_tables_change_the_gallery_is_copied(database, old):
    open_gallery(database).close()
    with closing(sqlite3.connect(backup_of(database))) as copy:
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert copy.execute("SELECT version_num FROM alembic_version").fetchone() == ("0001",)
        assert copy.execute("SELECT name FROM person").fetchall() == [("Ada",)]
        assert copy.execute("SELECT jpeg FROM photo").fetchone() == (old.jpeg,)


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX permissions")
def test_only_the_user_may_read_the_copy(database, old):
    open_gallery(database).close()
    assert backup_of(database).stat().st_mode & 0o777 == 0o600
    assert backup_of(database).stat().st_uid == os.getuid()


def test_the_copy_put_in_its_place_is_the_gallery_as_it_was(database, old):
    open_gallery(database).close()
    backup_of(database).replace(database)
    gallery = open_gallery(database)
    assert [person.name for person in gallery.people()] == ["Ada"]
    gallery.close()


def test_the_next_start_removes_it(database, old):
    open_gallery(database).close()
    open_gallery(database).close()
    assert not backup_of(database).exists()


def test_nobody_removed_lives_on_in_it(database, old):
    gallery = open_gallery(database)
    assert backup_of(database).exists()
    gallery.remove(gallery.person("Ada").id)
    assert not backup_of(database).exists()
    gallery.close()


def test_a_new_gallery_has_none(database):
    open_gallery(database).close()
    assert not backup_of(database).exists()


def test_without_room_for_the_copy_nothing_is_changed(database, old, monkeypatch):
    def full(path):
        raise sqlite3.OperationalError("database or disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(schema, "keep_backup", full)
        with pytest.raises(errors.DiskFull):
            open_gallery(database)
    with closing(sqlite3.connect(database)) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == ("0001",)


def test_what_is_not_finished_is_not_left_behind(database, old, monkeypatch):
    def fail(*_):
        raise OSError("no room")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="no room"):
        open_gallery(database)
    assert not list(database.parent.glob("*.backup*"))


def test_a_gallery_that_is_too_new_is_not_copied_at_each_start(database, old):
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9998'")
        connection.commit()
    with pytest.raises(errors.GalleryTooNew):
        open_gallery(database)
    assert not backup_of(database).exists()
