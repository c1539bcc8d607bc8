import sqlite3
import sys
from contextlib import closing
from random import Random

import pytest
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from facedesk.gallery import rows
from facedesk.gallery.storage import file_database
from facedesk.gallery.store import open_gallery


def files(database):
    return b"".join(path.read_bytes() for path in sorted(database.parent.iterdir()))


def traces(database, names=(), photos=()):
    """Return what is left of people in any file of the folder."""
    data = files(database)
    secrets = [name.encode() for name in names]
    for photo in photos:
        scan = photo.jpeg[650:]  # what comes before is the same in every JPEG
        secrets += [scan[start : start + 12] for start in range(0, len(scan) - 12, 32)]
        secrets += [photo.landmarks.tobytes(), photo.template.vector.tobytes()[:16]]
    return [secret for secret in secrets if secret in data]


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX permissions")
def test_only_the_user_may_read_the_files_and_the_folder(gallery, database, make_photo):
    gallery.enrol("Ada", make_photo())
    modes = {path.name: path.stat().st_mode & 0o777 for path in database.parent.iterdir()}
    assert modes == {
        "gallery.sqlite3": 0o600,
        "gallery.sqlite3-wal": 0o600,
        "gallery.sqlite3-shm": 0o600,
    }
    assert database.parent.stat().st_mode & 0o777 == 0o700


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX permissions")
def test_a_file_that_others_may_read_is_made_private(database):
    open_gallery(database).close()
    database.chmod(0o644)
    open_gallery(database).close()
    assert database.stat().st_mode & 0o777 == 0o600


def test_the_traces_looked_for_are_there_before_the_removal(gallery, database, make_photo):
    photo = make_photo(side=100)
    gallery.enrol("Augusta Ada King", photo)
    assert len(traces(database, ["Augusta Ada King", "augusta ada king"], [photo])) > 100


def test_someone_removed_leaves_no_byte_behind(gallery, database, make_photo):
    photo = make_photo(side=200)
    gallery.enrol("Grace", make_photo())
    ada = gallery.enrol("Augusta Ada King", photo)
    gallery.remove(ada.id)
    assert traces(database, ["Augusta Ada King", "augusta ada king"], [photo]) == []


def test_nor_do_those_who_came_and_went_among_many(gallery, database, make_photo):
    """Rows move between pages when others come and go, and leave copies behind."""
    random = Random(7)
    here, gone = [], []
    for _ in range(400):
        if len(here) < 60 or random.random() < 0.5:
            photo = make_photo(side=12)
            here.append((gallery.enrol(f"Person {random.getrandbits(64):x}", photo), photo))
        else:
            gone.append(here.pop(random.randrange(len(here))))
            gallery.remove(gone[-1][0].id)
    names = [person.name for person, _ in gone]
    names += [name.casefold() for name in names]
    assert traces(database, names, [photo for _, photo in gone]) == []
    assert {person.name for person in gallery.people()} == {person.name for person, _ in here}


def test_a_photo_replaced_leaves_no_byte_behind(gallery, database, make_photo):
    former = make_photo(side=200)
    ada = gallery.enrol("Ada", former)
    gallery.replace_photo(ada.id, make_photo(side=200))
    assert traces(database, photos=[former]) == []


def test_a_former_name_goes_with_the_person(gallery, database, make_photo):
    ada = gallery.enrol("Miss Byron", make_photo())
    gallery.rename(ada.id, "Lady King")
    gallery.remove(ada.id)
    assert traces(database, ["Miss Byron", "miss byron", "Lady King", "lady king"]) == []


def test_a_former_name_is_gone_once_the_gallery_is_closed(database, make_photo):
    gallery = open_gallery(database)
    ada = gallery.enrol("Miss Byron", make_photo())
    gallery.rename(ada.id, "Lady King")
    gallery.close()
    assert traces(database, ["Miss Byron", "miss byron"]) == []


def test_a_removal_whose_wiping_failed_is_a_removal_and_wiped_later(
    database, make_photo, monkeypatch
):
    def fail(engine, note):
        raise OperationalError("VACUUM", None, sqlite3.OperationalError("database or disk is full"))

    photo = make_photo(side=100)
    gallery = open_gallery(database)
    ada = gallery.enrol("Augusta Ada King", photo)
    with monkeypatch.context() as patch:
        patch.setattr(file_database, "wipe", fail)
        gallery.remove(ada.id)
        assert gallery.people() == ()
        gallery.close()
    open_gallery(database).close()
    assert traces(database, ["Augusta Ada King", "augusta ada king"], [photo]) == []


def test_while_someone_reads_for_long_the_wiping_waits(database, make_photo, monkeypatch):
    monkeypatch.setattr("facedesk.gallery.storage.sqlite._BUSY_S", 0.05)
    photo = make_photo(side=100)
    gallery = open_gallery(database)
    ada = gallery.enrol("Augusta Ada King", photo)
    with closing(sqlite3.connect(database, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM person").fetchall()
        gallery.remove(ada.id)
        assert gallery.people() == ()
        reader.execute("ROLLBACK")
        gallery.close()
        # The other program still has the files, so that they are not simply deleted.
        assert (database.parent / "gallery.sqlite3-wal").exists()
        assert traces(database, ["Augusta Ada King", "augusta ada king"], [photo]) == []


def test_what_another_program_removes_while_the_file_is_wiped_is_wiped_later(
    gallery, database, make_photo
):
    ada, grace = gallery.enrol("Ada", make_photo()), gallery.enrol("Grace", make_photo())
    removed = []

    def remove_ada(_connection, _cursor, statement, *_):
        if statement == "VACUUM" and not removed:
            removed.append(ada)
            with other.database.writing() as connection:
                rows.remove_person(connection, ada.id)

    with closing(open_gallery(database)) as other:
        event.listen(gallery.database._engine, "after_cursor_execute", remove_ada)
        gallery.remove(grace.id)
        with gallery.database.reading() as connection:
            assert rows.wipe_due(connection)
        gallery.database.wipe()
        with gallery.database.reading() as connection:
            assert not rows.wipe_due(connection)


def test_closing_leaves_one_file(database, make_photo):
    gallery = open_gallery(database)
    gallery.enrol("Ada", make_photo())
    gallery.close()
    assert list(database.parent.iterdir()) == [database]


def test_a_crash_of_the_computer_loses_nothing_that_was_reported(gallery):
    """SQLite's promise, given these settings."""
    connection = gallery.database._engine.raw_connection()
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert connection.execute("PRAGMA synchronous").fetchone() == (2,)  # FULL
    assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
    assert connection.execute("PRAGMA secure_delete").fetchone() == (1,)
    connection.close()
