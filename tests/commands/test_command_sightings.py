import csv
import json
from datetime import datetime, timedelta

import pytest

from facedesk.cli import main
from facedesk.gallery.sightings.record import Sightings
from facedesk.gallery.sightings.sighting import SightingNote
from facedesk.gallery.store import open_gallery
from facedesk.matching.decision import Answer
from facedesk.paths import default_paths


def noon(day):
    return datetime(2026, 5, day, 12).astimezone()


@pytest.fixture
def record(make_photo):
    """Ada was seen on the 4th and the 5th, a stranger on the 4th."""
    gallery = open_gallery(default_paths().database)
    ada = gallery.enrol("Ada", make_photo()).id
    notes = [
        SightingNote(b"1", ada, noon(4), noon(4) + timedelta(minutes=5), 7.1, Answer.KNOWN, "Door"),
        SightingNote(b"2", ada, noon(5), noon(5), None, Answer.KNOWN, "Door"),
        SightingNote(b"3", None, noon(4), noon(4), None, Answer.UNSURE, "Door"),
    ]
    Sightings(gallery.database).write(notes)
    gallery.close()


def answers(capsys, *words):
    assert main(["sightings", *words, "--json"]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_everybody_who_was_seen_is_listed_the_newest_first(record, capsys):
    found = answers(capsys)
    assert [line["person"] for line in found] == ["Ada", None, "Ada"]
    assert found[2] == {
        "person": "Ada",
        "from": noon(4).isoformat(timespec="seconds"),
        "to": (noon(4) + timedelta(minutes=5)).isoformat(timespec="seconds"),
        "seconds": 300.0,
        "source": "Door",
        "decision": "known",
        "score": 7.1,
    }


def test_of_one_day_or_of_one_person(record, capsys):
    assert [line["person"] for line in answers(capsys, "--day", "2026-05-04")] == [None, "Ada"]
    assert len(answers(capsys, "--person", "ADA")) == 2
    assert answers(capsys, "--day", "2026-05-06") == []


def test_people_read_it_as_well(record, capsys):
    assert main(["sightings", "--day", "2026-05-04"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "someone unknown" in lines[0]
    assert lines[1] == "2026-05-04 12:00:00 – 12:05:00  Ada  (Door)"


def test_a_table_can_be_written(record, capsys, tmp_path):
    path = tmp_path / "may.csv"
    assert answers(capsys, "--csv", str(path)) == [{"file": str(path), "sightings": 3}]
    with path.open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.reader(file))) == 4


def test_somebody_who_is_not_enrolled_is_refused(record, capsys):
    assert main(["sightings", "--person", "Bob"]) == 1
    assert "Bob" in capsys.readouterr().err


@pytest.mark.parametrize("words", ["yesterday", "2026-02-30"])
def test_a_day_that_is_none_is_wrong_use(capsys, words):
    with pytest.raises(SystemExit) as end:
        main(["sightings", "--day", words])
    assert end.value.code == 2
    assert f"there is no day {words}" in capsys.readouterr().err


def test_an_empty_record_is_told(capsys):
    assert main(["sightings"]) == 0
    assert "Nobody was seen" in capsys.readouterr().err
