"""Who was there on which day."""

import csv
import uuid
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facedesk import errors
from facedesk.gallery.sightings.attendance import _covered as covered
from facedesk.gallery.sightings.attendance import attendance
from facedesk.gallery.sightings.record import Sightings
from facedesk.gallery.sightings.sighting import RecordedSighting, SightingFilter, SightingNote
from facedesk.gallery.sightings.spreadsheet import write_attendance, write_sightings
from facedesk.matching.decision import Answer

MONDAY = date(2026, 5, 4)


def local(day, hour, minute=0):
    return datetime(day.year, day.month, day.day, hour, minute).astimezone()


@pytest.fixture
def sightings(gallery):
    return Sightings(gallery.database)


@pytest.fixture
def see(sightings):
    """A function that records that somebody was seen."""

    def see(person, begun, ended, source="Door"):
        who = person.id if person else None
        decision = Answer.KNOWN if person else Answer.UNKNOWN
        score = 7.123 if person else None
        key = uuid.uuid4().bytes
        sightings.write([SightingNote(key, who, begun, ended, score, decision, source)])

    return see


@pytest.fixture
def people(gallery, make_photo):
    return [gallery.enrol(name, make_photo()) for name in ("Bob", "=Ada()")]


def test_first_last_and_total_of_each_day_and_person(sightings, see, people):
    bob, ada = people
    see(bob, local(MONDAY, 9), local(MONDAY, 10))
    see(bob, local(MONDAY, 16), local(MONDAY, 17, 30))
    see(ada, local(MONDAY, 12), local(MONDAY, 13))
    see(None, local(MONDAY, 8), local(MONDAY, 20))
    tuesday = MONDAY + timedelta(days=1)
    see(bob, local(tuesday, 0), local(tuesday, 0, 5))
    rows = attendance(sightings, MONDAY, tuesday)
    assert [(row.day, row.person) for row in rows] == [
        (tuesday, "Bob"),
        (MONDAY, "=Ada()"),
        (MONDAY, "Bob"),
    ]
    assert (rows[2].first, rows[2].last) == (local(MONDAY, 9), local(MONDAY, 17, 30))
    assert rows[2].seen == timedelta(hours=2, minutes=30)


def test_whom_two_cameras_saw_was_there_once(sightings, see, people):
    see(people[0], local(MONDAY, 9), local(MONDAY, 11))
    see(people[0], local(MONDAY, 10), local(MONDAY, 12), "Desk")
    (row,) = attendance(sightings, MONDAY, MONDAY)
    assert row.seen == timedelta(hours=3)


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 20)), max_size=12))
def test_the_time_seen_is_that_of_all_minutes_in_which_somebody_was(spans):
    seen = [
        RecordedSighting(
            1, 1, "Ada", local(MONDAY, 9) + timedelta(minutes=a),
            local(MONDAY, 9) + timedelta(minutes=a + length), None, Answer.KNOWN, "Door", False,
        )
        for a, length in spans
    ]  # fmt: skip
    minutes = {minute for a, length in spans for minute in range(a, a + length)}
    assert covered(seen) == timedelta(minutes=len(minutes))


def test_progress_is_told_day_by_day(sightings):
    told = []
    attendance(sightings, MONDAY, MONDAY + timedelta(days=2), lambda *step: told.append(step))
    assert told == [(0, 3), (1, 3), (2, 3)]


def read(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_sightings_become_a_table(sightings, see, people, tmp_path):
    see(people[0], local(MONDAY, 9), local(MONDAY, 10))
    see(None, local(MONDAY, 8), local(MONDAY, 8, 30))
    write_sightings(tmp_path / "a.csv", sightings.all(SightingFilter()))
    headings, bob, stranger = read(tmp_path / "a.csv")
    assert headings == ["person", "from", "to", "seconds", "source", "decision", "score"]
    begun = local(MONDAY, 9).isoformat(timespec="seconds")
    ended = local(MONDAY, 10).isoformat(timespec="seconds")
    assert bob == ["Bob", begun, ended, "3600.0", "Door", "known", "7.12"]
    assert stranger[0] == stranger[-1] == ""


def test_a_name_is_no_formula(sightings, see, people, tmp_path):
    see(people[1], local(MONDAY, 9), local(MONDAY, 10))
    write_attendance(tmp_path / "a.csv", attendance(sightings, MONDAY, MONDAY))
    assert read(tmp_path / "a.csv")[1][:2] == ["2026-05-04", "'=Ada()"]


def test_a_table_that_can_t_be_written_leaves_the_former_one(tmp_path):
    def rows():
        yield from ()
        raise errors.GalleryLocked

    path = tmp_path / "a.csv"
    path.write_text("former")
    with pytest.raises(errors.GalleryLocked):
        write_sightings(path, rows())
    assert path.read_text() == "former"
    with pytest.raises(errors.FileNotWritten):
        write_sightings(tmp_path / "no such folder" / "a.csv", ())
