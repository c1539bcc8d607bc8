import json

import numpy as np
import pytest
from PIL import Image

KEYS = [
    *("first", "second", "verdict", "distance", "threshold", "probability", "reason"),
    *("score", "score_threshold", "far", "problems"),
]


@pytest.fixture
def eileen(facedesk, photos):
    assert facedesk("enroll", "Eileen", photos / "eileen.jpg").status == 0


def test_one_person_is_a_yes_and_the_exit_status_says_so(facedesk, photos, eileen):
    done = facedesk("verify", photos / "eileen.jpg", "eileen", "--json")
    (line,) = done.lines
    assert list(line) == KEYS
    assert (done.status, line["verdict"], line["reason"]["code"]) == (0, "yes", "alike")
    assert line["distance"] <= line["threshold"]
    assert line["score"] >= line["score_threshold"]
    assert line["probability"] > 0.99
    assert (line["far"], line["problems"]) == (0.001, [])


def test_two_people_are_a_no_from_either_side(facedesk, photos, eileen):
    there = facedesk("verify", "Eileen", photos / "grace.jpg", "--json")
    back = facedesk("verify", photos / "grace.jpg", "Eileen", "--json")
    for done in (there, back):
        assert (done.status, done.lines[0]["verdict"]) == (1, "no")
        assert done.lines[0]["distance"] > done.lines[0]["threshold"]
    assert there.lines[0]["distance"] == pytest.approx(back.lines[0]["distance"], abs=2e-5)


def test_two_photos_need_nobody_enrolled(facedesk, photos):
    assert facedesk("verify", photos / "eileen.jpg", photos / "eileen.jpg").status == 0


def test_in_words_a_line_says_why_and_another_gives_the_figures(facedesk, photos):
    done = facedesk("verify", photos / "eileen.jpg", photos / "grace.jpg")
    why, figures = done.out.splitlines()
    assert why == "No, not the same person. Faces of one person are seldom this unlike."
    assert figures.startswith("Distance 0.")
    assert "1 in 1,000 pairs of different people" in figures


def test_the_strictness_that_the_user_chose_counts(facedesk, photos, tmp_path):
    home = tmp_path / "facedesk-home"
    home.mkdir()
    (home / "settings.json").write_text(json.dumps({"recognition.fpir": 0.001}))
    words = ("verify", photos / "eileen.jpg", photos / "grace.jpg", "--json")
    (strict,) = facedesk(*words).lines
    (home / "settings.json").write_text(json.dumps({"recognition.fpir": 0.1}))
    (lenient,) = facedesk(*words).lines
    assert (strict["far"], lenient["far"]) == (0.0001, 0.01)
    assert strict["score_threshold"] > lenient["score_threshold"]
    assert strict["threshold"] < lenient["threshold"]


def test_the_users_own_calibration_counts(facedesk, photos, tmp_path):
    from facedesk.encoder.encoder_id import ENCODER_ID
    from facedesk.matching.thresholds import Calibration, keep_own_calibration

    table = Calibration(ENCODER_ID, "mine", 60, 1, 0, "2026-01-02", (0.1, 0.001), (50, 99), ())
    folder = tmp_path / "facedesk-home" / "calibrations"
    folder.parent.mkdir()
    keep_own_calibration(table, folder)
    done = facedesk("verify", photos / "eileen.jpg", photos / "eileen.jpg", "--json")
    assert (done.status, done.lines[0]["score_threshold"]) == (1, 99)


def test_a_photo_that_is_there_goes_before_a_person_of_that_name(
    facedesk, photos, eileen, monkeypatch
):
    monkeypatch.chdir(photos)
    (photos / "grace.jpg").rename(photos / "Eileen")
    assert facedesk("verify", "Eileen", "eileen.jpg").status == 1
    (photos / "Eileen").unlink()
    (photos / "Eileen").mkdir()
    assert facedesk("verify", "Eileen", "eileen.jpg").status == 0, "a folder is no photo"


@pytest.mark.parametrize("given", ["Grace", "no/such/photo.jpg", "", "a\0b", "x" * 5000])
def test_what_is_neither_a_photo_nor_a_person_is_said_so(facedesk, photos, given):
    done = facedesk("verify", photos / "eileen.jpg", given)
    assert (done.status, done.out) == (1, "")
    assert f"There is no photo “{given}”, and nobody called so is enrolled." in done.err


def test_a_person_with_a_name_too_long_for_a_file_is_found(facedesk, photos):
    name = "𠮷" * 80  # four bytes each; a file name has 255 at most
    assert facedesk("enroll", name, photos / "eileen.jpg").status == 0
    assert facedesk("verify", name, photos / "eileen.jpg").status == 0


@pytest.mark.parametrize(
    ("photo", "code", "words"),
    [
        ("nobody.png", "no_face", "No face was found"),
        ("both.png", "several_faces", "There are 2 faces"),
        ("text.jpg", "not_an_image", "not a picture"),
    ],
)
def test_a_photo_that_can_not_be_compared_is_named(facedesk, photos, photo, code, words):
    (photos / "text.jpg").write_text("no picture")
    done = facedesk("verify", photos / "eileen.jpg", photos / photo, "--json")
    (line,) = done.lines
    assert list(line) == KEYS
    assert (done.status, line["verdict"], line["reason"]["code"]) == (1, None, code)
    assert [problem["photo"] for problem in line["problems"]] == [str(photos / photo)]
    assert f"{photos / photo}: " in done.err
    assert words in done.err


def test_with_a_dark_photo_nothing_is_certain_and_it_is_said_which(facedesk, photos, admiral):
    Image.fromarray((admiral // 8).astype(np.uint8)).save(photos / "dark.png")
    done = facedesk("verify", photos / "eileen.jpg", photos / "dark.png", "--json")
    (line,) = done.lines
    assert (done.status, line["verdict"], line["reason"]["code"]) == (1, "unsure", "poor_picture")
    assert line["problems"][0]["code"] == "too_dark"
    assert f"{photos / 'dark.png'}: The face is too dark." in done.err
    assert str(photos / "eileen.jpg") not in done.err
