import csv

import pytest

from facedesk import errors
from facedesk.live.sightings import Sighting
from facedesk.live.sightings_file import SightingRow, rows_of, write_sightings


def sighting(person, start_s, end_s=None, score=5.0):
    return Sighting(person, start_s, start_s + 1 if end_s is None else end_s, 10, score)


def test_rows_are_in_order_of_time_and_strangers_are_numbered_in_it():
    rows = rows_of([sighting(None, 9), sighting("Ada", 5, 7, 4.2), sighting(None, 1)])
    assert list(rows) == [
        SightingRow("Stranger 1", 1, 2, None),
        SightingRow("Ada", 5, 7, 4.2),
        SightingRow("Stranger 2", 9, 10, None),
    ]


@pytest.mark.parametrize("name", ["Ada", "Özgür “Ö” O'Neil, jr.", "a\nb", "李"])
def test_a_table_can_be_read_again(tmp_path, name):
    path = tmp_path / "seen.csv"
    write_sightings(path, [SightingRow(name, 1.25, 3.5, 6.789), SightingRow("B", 0, 1, None)])
    with path.open(encoding="utf-8-sig", newline="") as file:
        first, second = csv.DictReader(file)
    assert first == {
        "person": name,
        "from": "1.25",
        "to": "3.50",
        "seconds": "2.25",
        "score": "6.79",
    }
    assert second["score"] == ""


def test_where_it_can_not_be_written_the_former_one_stays(tmp_path):
    with pytest.raises(errors.FileNotWritten) as raised:
        write_sightings(tmp_path / "nowhere" / "seen.csv", [])
    assert "seen.csv" in raised.value.text
    (tmp_path / "folder.csv").mkdir()
    with pytest.raises(errors.FileNotWritten):
        write_sightings(tmp_path / "folder.csv", [])
    assert [path.name for path in tmp_path.iterdir()] == ["folder.csv"]
