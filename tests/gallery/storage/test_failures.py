import errno
import os
import shutil
import sqlite3
from contextlib import closing

import pytest

from facedesk import errors
from facedesk.gallery.storage import failures, sqlite
from facedesk.gallery.store import open_gallery


def execute(database, *statements):
    with closing(sqlite3.connect(database)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


@pytest.fixture
def filled(database, make_photo):
    """The file of a gallery with twenty people, not open."""
    gallery = open_gallery(database)
    for number in range(20):
        gallery.enrol(f"Person {number}", make_photo())
    gallery.close()
    return database


@pytest.fixture
def full_disk(gallery):
    """Return a function that says whether the database may grow."""

    def set_full(full):
        connection = gallery.database._engine.raw_connection()
        connection.execute(f"PRAGMA max_page_count = {1 if full else 1_000_000}")
        connection.close()

    return set_full


# A file that is no gallery ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "contents",
    [b"not a database", b"\x00" * 5000, os.urandom(100_000), b"SQLite format 3\x00" + b"?" * 9000],
    ids=["text", "zeros", "noise", "header only"],
)
def test_a_damaged_file_is_refused_and_left_as_it_is(database, contents):
    database.parent.mkdir()
    database.write_bytes(contents)
    with pytest.raises(errors.GalleryDamaged) as refusal:
        open_gallery(database)
    assert str(database) in str(refusal.value)
    assert database.read_bytes() == contents
    assert list(database.parent.iterdir()) == [database]


def test_a_gallery_that_ends_too_early_is_refused_and_left_as_it_is(filled):
    contents = filled.read_bytes()[:20_000]
    filled.write_bytes(contents)
    with pytest.raises(errors.GalleryDamaged):
        open_gallery(filled)
    assert filled.read_bytes() == contents


def test_damage_further_inside_is_told_when_it_is_met(filled):
    contents = bytearray(filled.read_bytes())
    contents[4096 * 2 :] = b"\xa5" * (len(contents) - 4096 * 2)
    filled.write_bytes(contents)
    with pytest.raises(errors.GalleryDamaged), closing(open_gallery(filled)) as gallery:
        gallery.people()
    assert filled.read_bytes() == contents


def test_an_empty_file_becomes_a_gallery(database):
    database.parent.mkdir()
    database.touch()
    gallery = open_gallery(database)
    assert gallery.people() == ()
    gallery.close()


def test_the_database_of_another_program_is_refused_and_left_as_it_is(database):
    database.parent.mkdir()
    execute(database, "CREATE TABLE person (nickname TEXT)", "INSERT INTO person VALUES ('ada')")
    contents = database.read_bytes()
    with pytest.raises(errors.GalleryDamaged):
        open_gallery(database)
    assert database.read_bytes() == contents


def test_a_gallery_without_its_version_is_refused(filled):
    execute(filled, "DELETE FROM alembic_version")
    with pytest.raises(errors.GalleryDamaged):
        open_gallery(filled)


def test_a_gallery_of_a_newer_facedesk_is_refused_and_left_as_it_is(filled):
    execute(filled, "UPDATE alembic_version SET version_num = '9999'")
    contents = filled.read_bytes()
    with pytest.raises(errors.GalleryTooNew) as refusal:
        open_gallery(filled)
    assert str(filled) in str(refusal.value)
    assert filled.read_bytes() == contents


# Someone else has it ----------------------------------------------------------------------------


@pytest.fixture
def impatient(monkeypatch):
    """Wait hardly at all for others, so that the tests need not either."""
    monkeypatch.setattr(sqlite, "_BUSY_S", 0.05)


def test_while_another_program_writes_changes_are_refused_and_reading_goes_on(
    impatient, filled, make_photo
):
    gallery = open_gallery(filled)
    people = gallery.people()
    with closing(sqlite3.connect(filled, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        for change in (
            lambda: gallery.enrol("Ada", make_photo()),
            lambda: gallery.rename(people[0].id, "Ada"),
            lambda: gallery.replace_photo(people[0].id, make_photo()),
            lambda: gallery.remove(people[0].id),
        ):
            with pytest.raises(errors.GalleryLocked):
                change()
        assert gallery.people() == people
        other.execute("ROLLBACK")
    assert gallery.enrol("Ada", make_photo()).name == "Ada"
    gallery.close()


def test_a_database_that_is_locked_altogether_can_not_be_opened(impatient, filled):
    with closing(sqlite3.connect(filled, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(errors.GalleryLocked):
            open_gallery(filled)
        other.execute("ROLLBACK")


# No space, no permission ------------------------------------------------------------------------


def test_a_full_disk_is_told_and_loses_nothing(gallery, make_photo, full_disk):
    photo = make_photo()
    ada = gallery.enrol("Ada", photo)
    revision = gallery.revision()
    full_disk(True)
    for change in (
        lambda: gallery.enrol("Grace", make_photo(side=200)),
        lambda: gallery.replace_photo(ada.id, make_photo(side=200)),
    ):
        with pytest.raises(errors.DiskFull):
            change()
        assert gallery.people() == (ada,)
        assert gallery.photo(ada.id).jpeg == photo.jpeg
        assert gallery.revision() == revision
    full_disk(False)
    gallery.enrol("Grace", make_photo(side=200))
    assert [person.name for person in gallery.people()] == ["Ada", "Grace"]


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk_is_told_when_the_gallery_is_created(database, monkeypatch, code):
    def fail(*arguments, **options):
        raise OSError(code, "simulated")

    monkeypatch.setattr(sqlite.os, "open", fail)
    with pytest.raises(errors.DiskFull):
        open_gallery(database)


def test_a_folder_that_can_not_be_created_is_told(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(errors.FolderNotWritable) as refusal:
        open_gallery(tmp_path / "file" / "gallery.sqlite3")
    assert str(tmp_path / "file") in str(refusal.value)


def test_a_folder_in_the_place_of_the_file_is_told(database):
    database.mkdir(parents=True)
    with pytest.raises(errors.FolderNotWritable):
        open_gallery(database)


def test_a_folder_that_may_only_be_read_is_told(public_folder, ordinary_user):
    database = public_folder / "home" / "gallery.sqlite3"
    open_gallery(database).close()
    database.parent.chmod(0o555)
    with ordinary_user(), pytest.raises(errors.FolderNotWritable) as refusal:
        open_gallery(database)
    database.parent.chmod(0o755)
    assert str(database.parent) in str(refusal.value)


def test_a_file_that_may_not_be_read_is_told(public_folder, ordinary_user):
    database = public_folder / "gallery.sqlite3"
    open_gallery(database).close()
    database.chmod(0o000)
    public_folder.chmod(0o777)
    with ordinary_user(), pytest.raises(errors.FolderNotWritable):
        open_gallery(database)


def test_whatever_else_goes_wrong_is_logged_and_told(gallery, caplog):
    execute(gallery.database.path, "DROP TABLE meta")
    with pytest.raises(errors.StorageError):
        gallery.revision()
    assert "no such table: meta" in caplog.text
    execute(gallery.database.path, "CREATE TABLE meta (revision INTEGER, wipe_due BOOLEAN)")
    execute(gallery.database.path, "INSERT INTO meta VALUES (0, 0)")
    caplog.clear()


# A disk without room for the journal's index ------------------------------------------------------


@pytest.mark.parametrize(("free", "kind"), [(0, errors.DiskFull), (10**9, errors.StorageError)])
def test_what_sqlite_can_t_write_is_a_full_disk_where_it_is_one(
    tmp_path, monkeypatch, caplog, free, kind
):
    usage = shutil.disk_usage(tmp_path)._replace(free=free)
    monkeypatch.setattr(failures, "disk_usage", lambda _folder: usage)
    with pytest.raises(errors.StorageError) as failure, failures.storage_errors(tmp_path / "file"):
        raise sqlite3.OperationalError("disk I/O error")
    assert type(failure.value) is kind
    caplog.clear()
