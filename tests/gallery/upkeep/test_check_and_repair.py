import os
import sqlite3
from contextlib import closing

import numpy as np
import pytest
from sqlalchemy import select, update

from facedesk import errors
from facedesk.gallery.photo import Role
from facedesk.gallery.storage import tables
from facedesk.gallery.store import open_gallery
from facedesk.gallery.upkeep.checking import Trouble, check_content, check_file
from facedesk.gallery.upkeep.repairing import Deed, repair_content, repair_file

PAGE = 4096
CROWD = 150


def quietly(_done, _total):
    pass


def troubles(gallery):
    return [finding.trouble for finding in check_content(gallery, quietly)]


def deeds(repairs):
    return [(repair.deed, repair.person) for repair in repairs]


@pytest.fixture
def aside(tmp_path):
    return tmp_path / "aside"


@pytest.fixture
def repair(gallery, aside):
    return lambda: repair_content(gallery, aside, quietly)


@pytest.fixture
def ada(gallery, make_photo):
    """Ada with a look and a correction; Grace is there, too."""
    ada = gallery.enrol("Ada", make_photo())
    gallery.add_look(ada.id, make_photo())
    gallery.correct(ada.id, make_photo())
    gallery.enrol("Grace", make_photo())
    return gallery.person("Ada")


@pytest.fixture
def spoil(gallery):
    """Return a function that stores other bytes of a picture or of its template."""

    def spoil(column, picture_id, data):
        whose = tables.template.c.photo_id if column.table is tables.template else tables.photo.c.id
        with gallery.database.writing() as connection:
            seal = gallery.database.seal_in(connection)
            values = {column.name: seal.seal(data, column.info["sealed"])}
            connection.execute(update(column.table).where(whose == picture_id).values(values))

    return spoil


class TestAWholeGallery:
    def test_nothing_is_found(self, gallery, ada, database):
        assert troubles(gallery) == []
        assert list(check_file(database)) == []

    def test_nothing_is_mended(self, gallery, ada, database, repair):
        before = gallery.revision()
        assert repair() == []
        assert repair_file(database) == []
        assert gallery.revision() == before

    def test_progress_is_told(self, gallery, ada):
        told = []
        list(check_content(gallery, lambda *step: told.append(step)))
        assert told == [(0, 4), (1, 4), (2, 4), (3, 4)]


class TestATemplate:
    @pytest.mark.parametrize(
        "vector",
        [
            np.full(128, 0.5, np.float32),
            np.full(128, np.nan, np.float32),
            np.eye(1, 64, dtype=np.float32)[0],
        ],
    )
    def test_of_wrong_length_or_size_is_found_and_dropped(
        self, gallery, ada, spoil, repair, vector
    ):
        photo = gallery.photo(ada.id)
        spoil(tables.template.c.vector, photo.id, vector.tobytes())
        (finding,) = check_content(gallery, quietly)
        assert (finding.trouble, finding.person_id) == (Trouble.TEMPLATE, ada.id)
        assert deeds(repair()) == [(Deed.TEMPLATE_DROPPED, "Ada")]
        assert gallery.outdated("one") == [photo.id]
        assert troubles(gallery) == []
        assert len(gallery.photos(ada.id)) == 3


class TestAPicture:
    def test_that_is_none_is_found_and_set_aside_and_a_look_takes_its_place(
        self, gallery, ada, spoil, repair, aside
    ):
        photo, look, _ = gallery.photos(ada.id)
        spoil(tables.photo.c.jpeg, photo.id, photo.jpeg[: len(photo.jpeg) // 2])
        assert troubles(gallery) == [Trouble.PICTURE]
        done = repair()
        assert deeds(done) == [(Deed.PICTURE_SET_ASIDE, "Ada"), (Deed.LOOK_USED, "Ada")]
        assert [repair.loses for repair in done] == [True, False]
        assert gallery.photo(ada.id).jpeg == look.jpeg
        assert [p.role for p in gallery.photos(ada.id)] == [Role.PHOTO, Role.CORRECTION]
        (file,) = aside.iterdir()
        assert "Ada" not in str(file)
        assert os.name == "nt" or file.stat().st_mode & 0o777 == 0o600
        assert troubles(gallery) == []

    def test_that_was_all_there_is_of_somebody_takes_them_along(self, gallery, ada, spoil, repair):
        grace = gallery.person("Grace")
        spoil(tables.photo.c.jpeg, gallery.photo(grace.id).id, b"no picture")
        assert deeds(repair()) == [
            (Deed.PICTURE_SET_ASIDE, "Grace"),
            (Deed.PERSON_REMOVED, "Grace"),
        ]
        assert [person.name for person in gallery.people()] == ["Ada"]

    def test_whose_landmarks_are_none_is_found(self, gallery, ada, spoil):
        spoil(tables.photo.c.landmarks, gallery.photo(ada.id).id, b"\0" * 12)
        assert troubles(gallery) == [Trouble.PICTURE]

    def test_that_was_changed_under_its_seal_is_found(self, gallery, ada, database):
        from facedesk.gallery.protection.protecting import protect_by_passphrase

        protect_by_passphrase(gallery.database, "correct horse battery")
        photo = gallery.photo(ada.id)
        with gallery.database.writing() as connection:
            is_it = tables.photo.c.id == photo.id
            sealed = bytearray(
                connection.execute(select(tables.photo.c.jpeg).where(is_it)).scalar_one()
            )
            sealed[40] ^= 1
            connection.execute(update(tables.photo).where(is_it).values(jpeg=bytes(sealed)))
        assert troubles(gallery) == [Trouble.PICTURE]


def test_an_avatar_that_is_no_picture_is_found_and_dropped(gallery, ada, make_photo, repair):
    gallery.set_avatar(ada.id, make_photo())
    assert troubles(gallery) == []
    with gallery.database.writing() as connection:
        spoilt = gallery.database.seal_in(connection).seal(b"no picture", "avatar")
        connection.execute(update(tables.avatar).values(jpeg=spoilt))
    assert troubles(gallery) == [Trouble.AVATAR]
    assert deeds(repair()) == [(Deed.AVATAR_DROPPED, "Ada")]
    assert gallery.avatar(ada.id) is None
    assert troubles(gallery) == []


def test_somebody_without_a_photo_is_found_and_removed(gallery, ada, repair):
    with gallery.database.writing() as connection:
        connection.execute(tables.photo.delete().where(tables.photo.c.person_id != ada.id))
    assert troubles(gallery) == [Trouble.NO_PHOTO]
    assert deeds(repair()) == [(Deed.PERSON_REMOVED, "Grace")]


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX permissions")
def test_what_others_may_read_is_found_and_made_private(gallery, ada, database):
    database.parent.chmod(0o755)
    database.chmod(0o644)
    assert [finding.trouble for finding in check_file(database)] == [Trouble.READABLE] * 2
    assert deeds(repair_file(database)) == [(Deed.MADE_PRIVATE, None)]
    assert database.stat().st_mode & 0o777 == 0o600
    assert database.parent.stat().st_mode & 0o777 == 0o700


class TestADamagedFile:
    @pytest.fixture
    def crowd(self, database, make_photo):
        """A gallery, closed, of so many that they fill several pages."""
        gallery = open_gallery(database)
        photo = make_photo()
        for number in range(CROWD):
            gallery.enrol(f"Person {number}", photo)
        gallery.close()
        return database

    def overwrite(self, database, page):
        data = bytearray(database.read_bytes())
        data[page * PAGE : (page + 1) * PAGE] = b"\x5a" * PAGE
        database.write_bytes(data)

    def page_with(self, database, text):
        return database.read_bytes().index(text) // PAGE

    def test_is_found(self, crowd):
        self.overwrite(crowd, self.page_with(crowd, b"Person 75"))
        findings = list(check_file(crowd))
        assert {finding.trouble for finding in findings} == {Trouble.FILE}
        assert not any("Person" in finding.detail for finding in findings)

    def test_is_made_anew_of_what_can_be_read_and_kept(self, crowd):
        page = self.page_with(crowd, b"Person 75")
        names = [f"Person {number}" for number in range(CROWD)]
        data = crowd.read_bytes()[page * PAGE : (page + 1) * PAGE]
        lost = [name for name in names if name.encode() in data]
        self.overwrite(crowd, page)
        damaged = crowd.read_bytes()
        done = repair_file(crowd)
        assert list(check_file(crowd)) == []
        gallery = open_gallery(crowd)
        left = {person.name for person in gallery.people()}
        assert troubles(gallery) == []
        gallery.close()
        assert 0 < len(names) - len(left) <= len(lost) + 1
        missing = {repair.person for repair in done if repair.deed is Deed.PERSON_REMOVED}
        assert missing == {name.casefold() for name in names if name not in left}
        (aside,) = crowd.parent.glob("gallery-damaged-*.sqlite3")
        assert aside.read_bytes() == damaged

    def test_a_file_that_is_no_database_stays_as_it_is(self, database):
        database.parent.mkdir()
        database.write_bytes(b"this is no database " * 1000)
        assert [f.trouble for f in check_file(database) if f.trouble is Trouble.FILE]
        with pytest.raises(errors.GalleryDamaged):
            repair_file(database)
        assert database.read_bytes() == b"this is no database " * 1000
        assert [file.name for file in database.parent.iterdir()] == [database.name]

    def test_every_page_may_be_the_damaged_one(self, database, make_photo, caplog):
        gallery = open_gallery(database)
        for number in range(12):
            gallery.enrol(f"Person {number}", make_photo())
        gallery.close()
        whole = database.read_bytes()
        for page in range(1, len(whole) // PAGE):
            database.write_bytes(whole)
            self.overwrite(database, page)
            try:
                repair_file(database)
            except errors.GalleryDamaged:
                continue  # the page of the key, or of the version
            assert list(check_file(database)) == [], page
            for aside in database.parent.glob("gallery-damaged-*"):
                aside.unlink()
        caplog.clear()

    def test_rows_that_belong_to_nothing_are_found_and_removed(self, crowd):
        with closing(sqlite3.connect(crowd)) as connection:
            connection.execute("DELETE FROM person WHERE id = 3")
            connection.commit()
        assert {finding.trouble for finding in check_file(crowd)} == {Trouble.LINKS}
        assert (Deed.REBUILT, None) in deeds(repair_file(crowd))
        assert list(check_file(crowd)) == []

    def test_the_ids_of_those_removed_are_not_given_again(self, crowd, make_photo):
        gallery = open_gallery(crowd)
        gallery.remove(gallery.person(f"Person {CROWD - 1}").id)
        gallery.close()
        self.overwrite(crowd, self.page_with(crowd, b"Person 75"))
        repair_file(crowd)
        gallery = open_gallery(crowd)
        assert gallery.enrol("Grace", make_photo()).id == CROWD + 1
        gallery.close()


def test_a_gallery_that_is_not_there_is_said_so(database):
    with pytest.raises(errors.GalleryGone):
        list(check_file(database))


def test_a_gallery_that_another_program_holds_is_not_called_damaged(gallery, ada, database):
    gallery.close()
    with closing(sqlite3.connect(database, timeout=0)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(errors.GalleryLocked):
            list(check_file(database))
