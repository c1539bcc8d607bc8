"""The record of who was seen."""

import sqlite3
import uuid
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facedesk import errors
from facedesk.gallery.photo import StoredPhoto
from facedesk.gallery.protection.protecting import protect_by_passphrase
from facedesk.gallery.sightings import sighting_rows
from facedesk.gallery.sightings.record import Sightings
from facedesk.gallery.sightings.sighting import SightingFilter, SightingNote, Who, bounds_of
from facedesk.gallery.sightings.sighting_rows import page
from facedesk.matching.decision import Answer

NOON = datetime(2026, 5, 4, 12, tzinfo=timezone.utc)
LANDMARKS = np.arange(10, dtype=np.float32).reshape(5, 2)


def at(minutes):
    return NOON + timedelta(minutes=minutes)


def note(person_id=None, start=0.0, minutes=1.0, **more):
    decision = Answer.KNOWN if person_id else Answer.UNKNOWN
    key = uuid.uuid4().bytes
    fields = (key, person_id, at(start), at(start + minutes), None, decision, "Desk camera")
    return replace(SightingNote(*fields), **more)


@pytest.fixture
def sightings(gallery):
    return Sightings(gallery.database)


@pytest.fixture
def ada(gallery, make_photo):
    return gallery.enrol("Ada Lovelace", make_photo())


@pytest.fixture
def bob(gallery, make_photo):
    return gallery.enrol("Bob", make_photo())


def everything(sightings, **wanted):
    return sightings.page(SightingFilter(**wanted), most=1000)


def test_what_is_written_is_read_with_the_name_of_the_person(sightings, ada):
    sightings.write([note(ada.id, 0, 90, score=7.5)])
    (seen,) = everything(sightings)
    assert (seen.person_id, seen.person, seen.score) == (ada.id, "Ada Lovelace", 7.5)
    assert (seen.started_at, seen.ended_at, seen.length) == (NOON, at(90), timedelta(minutes=90))
    assert (seen.decision, seen.source, seen.has_thumbnail) == (
        Answer.KNOWN,
        "Desk camera",
        False,
    )


def test_times_are_kept_to_the_millisecond(sightings):
    sightings.write([note(start=0.0001)])
    (seen,) = everything(sightings)
    assert seen.started_at == NOON + timedelta(milliseconds=6)


def test_written_again_it_is_prolonged(sightings, ada):
    first = note(ada.id, minutes=1, score=5.0)
    sightings.write([first])
    sightings.write([replace(first, ended_at=at(9), score=8.0, first=False)])
    (seen,) = everything(sightings)
    assert (seen.started_at, seen.ended_at, seen.score) == (NOON, at(9), 8.0)


def test_delivered_twice_it_is_there_once(sightings):
    first = note()
    sightings.write([first])
    sightings.write([replace(first, ended_at=at(5))])
    (seen,) = everything(sightings)
    assert seen.ended_at == at(5)


def test_a_stranger_may_turn_out_to_be_someone(sightings, ada):
    stranger = note()
    sightings.write([stranger])
    known = replace(stranger, person_id=ada.id, decision=Answer.KNOWN, first=False)
    sightings.write([replace(known, became_known=True)])
    (seen,) = everything(sightings)
    assert (seen.person, seen.decision) == ("Ada Lovelace", Answer.KNOWN)


def test_what_turned_out_to_be_no_sighting_is_taken_back(sightings):
    first, second = note(), note()
    sightings.write([first, second])
    sightings.write([], [first.key, b"never written"])
    assert len(everything(sightings)) == 1


def test_what_the_user_has_forgotten_does_not_come_back(sightings):
    first = note()
    sightings.write([first])
    sightings.forget([seen.id for seen in everything(sightings)])
    sightings.write([replace(first, ended_at=at(5), first=False)])
    assert everything(sightings) == []


def test_what_the_user_has_corrected_stays_corrected(sightings, ada):
    first = note(ada.id)
    sightings.write([first])
    (seen,) = everything(sightings)
    sightings.attribute(seen.id, None)
    sightings.write([replace(first, ended_at=at(5), first=False)])
    (seen,) = everything(sightings)
    assert (seen.person, seen.decision, seen.ended_at) == (None, Answer.UNKNOWN, at(5))


def test_a_name_that_was_wrong_just_now_is_taken_back(sightings, ada):
    sightings.write([note(ada.id, 0, 5), note(ada.id, 10, 5)])
    assert sightings.take_back_name(ada.id, since=at(20)) is None
    newest = everything(sightings)[0]
    assert sightings.take_back_name(ada.id, since=at(14)) == newest.id
    assert [seen.person for seen in everything(sightings)] == [None, "Ada Lovelace"]
    assert sightings.take_back_name(ada.id, since=at(14)) is None


def test_it_can_be_said_who_was_seen(sightings, ada, gallery):
    sightings.write([note()])
    (seen,) = everything(sightings)
    sightings.attribute(seen.id, ada.id)
    assert everything(sightings)[0].person == "Ada Lovelace"
    with pytest.raises(errors.SightingGone):
        sightings.attribute(seen.id + 1, ada.id)
    gallery.remove(ada.id)
    with pytest.raises(errors.PersonGone):
        sightings.attribute(seen.id, ada.id)


def test_sightings_of_someone_removed_meanwhile_are_not_written_and_hold_up_no_others(
    sightings, ada, gallery
):
    gallery.remove(ada.id)
    sightings.write([note(ada.id), note()])
    assert [seen.person_id for seen in everything(sightings)] == [None]


def test_a_new_name_is_that_of_the_sightings(sightings, ada, gallery):
    sightings.write([note(ada.id)])
    gallery.rename(ada.id, "Ada King")
    assert everything(sightings)[0].person == "Ada King"


def test_changes_are_counted_apart_from_those_of_people(sightings, gallery):
    people, before = gallery.revision(), sightings.revision()
    sightings.write([note()])
    assert sightings.revision() == before + 1
    sightings.forget([everything(sightings)[0].id])
    assert sightings.revision() == before + 2
    assert gallery.revision() == people


class TestThumbnails:
    def test_the_last_one_written_is_kept(self, sightings):
        first = note(thumbnail=StoredPhoto(b"one", LANDMARKS))
        sightings.write([first])
        (seen,) = everything(sightings)
        assert seen.has_thumbnail
        sightings.write([replace(first, thumbnail=None, first=False)])
        assert sightings.thumbnail(seen.id).jpeg == b"one"
        sightings.write([replace(first, thumbnail=StoredPhoto(b"two", LANDMARKS), first=False)])
        kept = sightings.thumbnail(seen.id)
        assert kept.jpeg == b"two"
        np.testing.assert_array_equal(kept.landmarks, LANDMARKS)

    def test_there_may_be_none(self, sightings):
        sightings.write([note()])
        with pytest.raises(errors.SightingGone):
            sightings.thumbnail(everything(sightings)[0].id)

    def test_they_go_with_the_sighting(self, sightings):
        sightings.write([note(thumbnail=StoredPhoto(b"one", LANDMARKS))])
        (seen,) = everything(sightings)
        sightings.forget([seen.id])
        with pytest.raises(errors.SightingGone):
            sightings.thumbnail(seen.id)


class TestForgetting:
    def test_a_removed_person_leaves_no_sighting_and_no_thumbnail(
        self, sightings, ada, bob, gallery, database
    ):
        thumbnails = [np.random.default_rng(i).bytes(9000) for i in range(40)]
        notes = [
            note((ada.id, bob.id)[i % 2], i, thumbnail=StoredPhoto(thumbnails[i], LANDMARKS))
            for i in range(40)
        ]
        sightings.write(notes)
        stored = self.stored_thumbnails(database)
        assert self.traces(stored, database) == 40
        gallery.remove(ada.id)
        assert {seen.person for seen in everything(sightings)} == {"Bob"}
        assert self.traces(stored, database) == 20

    def test_what_is_forgotten_can_be_wiped(self, sightings, database):
        thumbnail = StoredPhoto(np.random.default_rng(1).bytes(9000), LANDMARKS)
        sightings.write([note(thumbnail=thumbnail)])
        stored = self.stored_thumbnails(database)
        sightings.forget([everything(sightings)[0].id])
        sightings.wipe()
        assert self.traces(stored, database) == 0

    def stored_thumbnails(self, database):
        with closing(sqlite3.connect(database)) as connection:
            return [row[0] for row in connection.execute("SELECT jpeg FROM sighting_thumbnail")]

    def traces(self, stored, database):
        """How many of these are found in any file, at least in part."""
        files = b"".join(path.read_bytes() for path in database.parent.iterdir() if path.is_file())
        return sum(any(data[i : i + 64] in files for i in (0, 700, 4000)) for data in stored)

    def test_people_and_strangers_are_kept_for_times_of_their_own(self, sightings, ada):
        sightings.write([note(who, start) for who in (ada.id, None) for start in (0, 100, 200)])
        assert sightings.expire(people_before=at(50), strangers_before=at(150)) == 3
        kept = {(seen.person_id, seen.started_at) for seen in everything(sightings)}
        assert kept == {(ada.id, at(100)), (ada.id, at(200)), (None, at(200))}

    def test_what_goes_on_is_not_too_old_yet(self, sightings):
        sightings.write([note(start=0, minutes=100)])
        assert sightings.expire(at(50), at(50)) == 0

    def test_more_than_are_removed_at_once(self, sightings, monkeypatch):
        monkeypatch.setattr("facedesk.gallery.sightings.record._REMOVED_AT_ONCE", 3)
        sightings.write([note(start=i) for i in range(10)])
        assert sightings.expire(at(100), at(100)) == 10


class TestFinding:
    def test_the_newest_come_first(self, sightings):
        sightings.write([note(start=start) for start in (5, 20, 10)])
        assert [seen.started_at for seen in everything(sightings)] == [at(20), at(10), at(5)]

    def test_those_of_a_day(self, sightings):
        start, end = bounds_of(date(2026, 5, 4))
        second = timedelta(seconds=1)
        times = (start - second, start, end - second, end)
        sightings.write([note(started_at=time, ended_at=time) for time in times])
        found = sightings.page(SightingFilter().on(date(2026, 5, 4)))
        assert [seen.started_at for seen in found] == [end - second, start]

    def test_a_day_may_have_another_length_than_24_hours(self):
        for day in (date(2026, 3, 28), date(2026, 3, 29), date(2026, 10, 25)):
            start, end = bounds_of(day)
            assert end == bounds_of(day + timedelta(days=1))[0]
            assert start.astimezone().date() == day

    def test_people_or_strangers_or_one_person(self, sightings, ada, bob):
        sightings.write([note(ada.id), note(bob.id), note()])
        assert [s.person for s in everything(sightings, who=Who.STRANGERS)] == [None]
        people = everything(sightings, who=Who.PEOPLE)
        assert sorted(s.person for s in people) == ["Ada Lovelace", "Bob"]
        assert [s.person for s in everything(sightings, person_id=bob.id)] == ["Bob"]

    @pytest.mark.parametrize("text", ["love", "ADA", "lovelace"])
    def test_by_a_part_of_the_name_in_whatever_case(self, sightings, ada, bob, text):
        sightings.write([note(ada.id), note(bob.id), note()])
        assert [s.person for s in everything(sightings, name=text)] == ["Ada Lovelace"]

    @pytest.mark.parametrize("text", ["%", "_", "nobody"])
    def test_by_a_name_that_nobody_has(self, sightings, ada, text):
        sightings.write([note(ada.id)])
        assert everything(sightings, name=text) == []

    @settings(max_examples=20, deadline=None)
    @given(
        starts=st.lists(st.tuples(st.integers(0, 3), st.integers(0, 5)), max_size=40),
        most=st.integers(1, 9),
        few=st.integers(0, 4),
        name=st.sampled_from(["", "a", "person"]),
    )
    def test_page_by_page_all_are_found_in_order(
        self, tmp_path_factory, make_photo_once, starts, most, few, name
    ):
        """Also where many people are found by their names, which takes another way."""
        from facedesk.gallery.store import open_gallery

        gallery = open_gallery(tmp_path_factory.mktemp("gallery") / "gallery.sqlite3")
        names = ("Ada, a person", "Bob", "Cyd, a person")
        ids = [None, *(gallery.enrol(who, make_photo_once).id for who in names)]
        called = dict(zip(ids, ("", *names), strict=True))
        Sightings(gallery.database).write([note(ids[who], start) for who, start in starts])
        wanted, found = SightingFilter(name=name), []
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("facedesk.gallery.sightings.sighting_rows._FEW", few)
            with gallery.database.reading() as connection:
                while some := page(connection, wanted, found[-1] if found else None, most):
                    assert len(some) <= most
                    found += some
        expected = [start for who, start in starts if name in called[ids[who]].lower()]
        assert [seen.started_at for seen in found] == [
            at(s) for s in sorted(expected, reverse=True)
        ]
        assert len({seen.id for seen in found}) == len(found)
        gallery.close()

    def test_all_are_read_however_many(self, sightings, monkeypatch):
        monkeypatch.setattr("facedesk.gallery.sightings.record._PAGE", 3)
        sightings.write([note(start=i) for i in range(10)])
        assert len(list(sightings.all(SightingFilter()))) == 10


@pytest.fixture(scope="module")
def make_photo_once():
    """One photo, since the tests that run many times need no other."""
    from io import BytesIO

    from PIL import Image

    from facedesk.encoder.template import Template, unit
    from facedesk.gallery.photo import PreparedPhoto

    buffer = BytesIO()
    Image.new("RGB", (24, 24)).save(buffer, "JPEG")
    return PreparedPhoto(buffer.getvalue(), LANDMARKS, 0.5, Template(unit(np.ones(128)), "one"))


@pytest.mark.parametrize("who", Who)
@pytest.mark.parametrize("some", [{}, {"person_id": 1}, {"start": NOON, "end": at(99)}])
@pytest.mark.parametrize("later", [False, True])
def test_however_many_there_are_a_page_is_found_in_order_in_an_index(
    sightings, gallery, database, who, some, later
):
    """In a file: a server plans by what its tables hold."""
    assert database.exists()
    sightings.write([note()])
    after = everything(sightings)[0] if later else None
    with gallery.database.reading() as connection:
        wanted = sighting_rows.selection(SightingFilter(who=who, **some), after)
        sql = wanted.limit(200).compile(connection, compile_kwargs={"literal_binds": True})
        plan = [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}")]
    assert "USING INDEX ix_sighting" in plan[0]
    assert not [step for step in plan if "TEMP B-TREE" in step]


class TestProtection:
    """In a protected gallery, thumbnails are sealed like photos."""

    @pytest.fixture
    def thumbnail(self):
        return StoredPhoto(np.random.default_rng(1).bytes(9000), LANDMARKS)

    def is_readable(self, thumbnail, database):
        files = b"".join(path.read_bytes() for path in database.parent.iterdir() if path.is_file())
        return thumbnail.jpeg[:64] in files or thumbnail.landmarks.tobytes() in files

    def test_no_thumbnail_can_be_read_in_the_files(
        self, keyring_file, sightings, thumbnail, database
    ):
        sightings.write([note(thumbnail=thumbnail)])
        assert not self.is_readable(thumbnail, database)
        (seen,) = everything(sightings)
        assert sightings.thumbnail(seen.id).jpeg == thumbnail.jpeg

    def test_one_written_before_is_sealed_when_the_gallery_is_protected(
        self, sightings, gallery, thumbnail, database
    ):
        sightings.write([note(thumbnail=thumbnail)])
        assert self.is_readable(thumbnail, database)
        protect_by_passphrase(gallery.database, "correct horse battery")
        gallery.database.wipe()
        assert not self.is_readable(thumbnail, database)
        (seen,) = everything(sightings)
        kept = sightings.thumbnail(seen.id)
        assert kept.jpeg == thumbnail.jpeg
        np.testing.assert_array_equal(kept.landmarks, LANDMARKS)
