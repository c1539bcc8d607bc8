import json

import pytest


def test_a_part_is_measured_and_each_figure_is_a_line(facedesk):
    done = facedesk("bench", "track", "--repeats", "1", "--json")
    assert done.status == 0
    lines = [json.loads(line) for line in done.out.splitlines()]
    assert [line["name"] for line in lines] == [
        "track_640x480",
        "track_640x480_4_faces",
        "track_1280x720",
    ]
    assert set(lines[0]) == {"name", "median", "low", "high", "unit", "peer", "ratio", "remark"}


def test_the_ratio_comes_first_for_people(facedesk):
    pytest.importorskip("dlib")
    done = facedesk("bench", "encode", "--repeats", "1")
    first = done.out.splitlines()[0]
    assert first.startswith("encode_1: ")
    assert " times as fast as dlib-bin, " in first
    assert first.index("times as fast") < first.index(" ms")


@pytest.mark.parametrize("words", [("nothing",), ("--clips", "nowhere"), ("--soak", "0")])
def test_what_can_not_be_measured_is_wrong_use(facedesk, words):
    done = facedesk("bench", *words)
    assert done.status == 2
    assert words[-1] in done.err


def test_a_photo_that_is_not_there_is_said(facedesk, tmp_path):
    done = facedesk("bench", "encode", "--photo", tmp_path / "none.jpg")
    assert done.status == 1
    assert "This photo can't be opened." in done.err
