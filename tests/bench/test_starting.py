"""With the real window, in processes of their own. How long things really take, the bench tells."""

import pytest
from PIL import Image

from facedesk.bench import stage, starting, using
from facedesk.bench.conditions import Conditions
from facedesk.bench.exercised import exercised
from facedesk.bench.pictures import backdrop
from facedesk.errors import FacedeskError, FileUnreadable

GENEROUS_MS = 1000  # other tests may keep all cores busy


def test_a_start_is_measured_from_the_program_to_the_first_name(monkeypatch):
    monkeypatch.setattr(stage, "PEOPLE", 10)
    monkeypatch.setattr(starting, "_STARTS", 1)
    measured = {figure.name: figure.median for figure in starting.figures(Conditions())}
    assert 0 < measured["window_shown"] < measured["first_name"]
    assert measured["gui_gap_live"] < GENEROUS_MS
    assert measured.get("peak_memory_1000", 100) >= 100


def test_the_window_stays_at_hand_while_photos_are_imported_and_a_video_is_analysed(monkeypatch):
    monkeypatch.setattr(using, "_PHOTOS", 24)
    measured = {figure.name: figure.median for figure in using.figures(Conditions())}
    assert list(measured) == ["gui_gap_import", "gui_gap_video"]
    assert max(measured.values()) < GENEROUS_MS


def test_a_clip_that_can_t_be_read_is_said_before_anything_is_measured(tmp_path):
    (tmp_path / "none.avi").write_bytes(b"nothing")
    with pytest.raises(FileUnreadable):
        next(using.figures(Conditions(clip=tmp_path / "none.avi")))


def test_photos_are_as_large_as_those_of_phones_and_named_differently(tmp_path):
    using.write_photos(tmp_path, (backdrop(64, 48),), 3)
    photos = sorted(tmp_path.iterdir())
    assert [photo.name for photo in photos] == ["Guest 1.jpg", "Guest 2.jpg", "Guest 3.jpg"]
    with Image.open(photos[0]) as picture:
        assert picture.size == (4032, 3024)


def test_a_window_that_can_t_be_used_is_an_error(tmp_path):
    (tmp_path / "home").write_text("a file where the folder should be")
    with pytest.raises(FacedeskError):
        exercised(tmp_path / "home", "no such exercise", tmp_path)
