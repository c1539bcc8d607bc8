from html import unescape

import numpy as np
import pytest
from PIL import Image


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """A data folder that the tests of this file share, so that each photo is encoded once."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def people(tmp_path_factory, astronaut, admiral):
    """Eileen and Grace with two photos, a mirrored Grace with one; a picture and a text."""
    folder = tmp_path_factory.mktemp("people")
    pictures = {
        "Eileen/Eileen_0001.jpg": astronaut,
        "Eileen/Eileen_0002.jpg": astronaut[20:, 30:],
        "Grace/Grace_0001.jpg": admiral,
        "Grace/Grace_0002.jpg": admiral[10:, 20:],
        "Hopper/Hopper_0001.jpg": admiral[:, ::-1],
        "Nobody/Nobody_0001.jpg": np.zeros((90, 90, 3), np.uint8),
    }
    for name, picture in pictures.items():
        (folder / name).parent.mkdir(exist_ok=True)
        Image.fromarray(picture).save(folder / name, quality=95)
    (folder / "Nobody" / "Nobody_0002.jpg").write_text("no picture")
    return folder


@pytest.fixture
def evaluate(facedesk, home):
    def evaluate(protocol, folder, *words):
        return facedesk("--data-dir", home, "evaluate", protocol, "--images", folder, *words)

    return evaluate


@pytest.fixture
def pairs(tmp_path):
    """LFW's form: two folds, one pair of each kind; and a table in which two pairs fail."""
    (tmp_path / "pairs.txt").write_text(
        "2\t1\nEileen\t1\t2\nEileen\t1\tGrace\t1\nGrace\t1\t2\nGrace\t2\tEileen\t2\n"
    )
    (tmp_path / "pairs.csv").write_text(
        "Eileen/Eileen_0001.jpg,Eileen/Eileen_0002.jpg,1,a\n"
        "Eileen/Eileen_0001.jpg,Grace/Grace_0001.jpg,0,a\n"
        "Eileen/Eileen_0001.jpg,Gone/Gone_0001.jpg,0,a\n"
        "Grace/Grace_0001.jpg,Grace/Grace_0002.jpg,1,b\n"
        "Grace/Grace_0001.jpg,Eileen/Eileen_0002.jpg,0,b\n"
        "Grace/Grace_0001.jpg,Nobody/Nobody_0001.jpg,0,b\n"
    )
    return tmp_path


# verification -----------------------------------------------------------------------------------


def test_listed_pairs_are_verified(evaluate, people, pairs):
    outcome = evaluate("verification", people, "--pairs", pairs / "pairs.txt", "--json")
    assert outcome.status == 0
    (line,) = outcome.lines
    assert (line["pairs"], line["folds"], line["failures"], line["failed"]) == (4, 2, 0, [])
    assert (line["accuracy"], line["std"]) == (1.0, 0.0)
    assert line["tar"] == {"0.01": 1.0, "0.001": 1.0}
    assert set(line["by"]) == {"score", "distance", "probability"}
    assert line["encoder"] == "dlib-resnet29-v2"
    assert "UTKFace" in line["cohort"]


def test_pairs_that_can_not_be_compared_are_counted_and_named(evaluate, people, pairs):
    outcome = evaluate("verification", people, "--pairs", pairs / "pairs.csv", "--json")
    assert outcome.status == 0
    (line,) = outcome.lines
    assert (line["pairs"], line["failures"]) == (4, 2)
    assert [str(people / "Gone/Gone_0001.jpg") in pair for pair in line["failed"]] == [True, False]
    assert "2 pairs can't be compared" in outcome.err
    assert "Traceback" not in outcome.err


def test_a_report_of_a_verification(evaluate, people, pairs, tmp_path):
    report = tmp_path / "report"
    outcome = evaluate("verification", people, "--pairs", pairs / "pairs.csv", "--report", report)
    assert outcome.status == 0
    assert "4 pairs in 2 folds: accuracy 1.0000" in outcome.out
    assert str(report / "index.html") in outcome.err
    page = (report / "index.html").read_text("utf-8")
    for text in ("ROC", "DET", "Can the probability be taken at its word?", "Gone_0001.jpg"):
        assert text in page
    assert "evaluate verification --images" in page


@pytest.mark.parametrize(
    ("contents", "sentence"),
    [
        ("once upon a time\n", "does not list pairs of photos (see line 1)"),
        (None, "can't be opened"),
        ("Eileen/Eileen_0001.jpg,Eileen/Eileen_0002.jpg,1\n", "1 can be compared"),
        ("a.jpg,b.jpg,1\na.jpg,c.jpg,0\n", "0 people with a usable photo"),
    ],
)
def test_files_that_give_no_pairs_are_refused_in_a_sentence(
    evaluate, people, tmp_path, contents, sentence
):
    file = tmp_path / "pairs.csv"
    if contents is not None:
        file.write_text(contents)
    outcome = evaluate("verification", people, "--pairs", file)
    assert (outcome.status, outcome.out) == (1, "")
    assert sentence in outcome.err
    assert "Traceback" not in outcome.err


def test_without_a_list_a_folder_needs_people_for_two_folds(evaluate, people):
    outcome = evaluate("verification", people)
    assert outcome.status == 1
    assert "at least two folds" in outcome.err


# openset ----------------------------------------------------------------------------------------


def test_a_gallery_too_large_is_said_and_the_others_are_measured(evaluate, people):
    outcome = evaluate("openset", people, "--gallery-size", 400, 1, "--repeats", 2, "--json")
    assert outcome.status == 1
    (line,) = outcome.lines
    assert (line["people"], line["repeats"], line["strangers"]) == (1, 2, 1)
    assert (line["rank1"], line["dir"], line["failures"]) == (1.0, {"0.01": 1.0, "0.001": 1.0}, 2)
    assert line["fnir"] == {"0.01": 0.0, "0.001": 0.0}
    assert set(line["intervals"]) >= {"dir 0.01", "dir 0.001", "fpir_at_shipped_threshold"}
    assert len(line["curve"]["fpir"]) == len(line["curve"]["dir"])
    assert "400 people can't be measured" in outcome.err
    assert "2 of 7 photos can't be read or show no face" in outcome.err


def test_the_steps_are_measured_and_reported(evaluate, people, tmp_path):
    report = tmp_path / "report"
    words = ("--gallery-size", 1, "--repeats", 2, "--steps", "--report", report, "--json")
    outcome = evaluate("openset", people, *words)
    assert outcome.status == 0
    steps = [line["step"] for line in outcome.lines[1:]]
    assert len(steps) == 7
    page = unescape((report / "index.html").read_text("utf-8"))
    assert all(step in page for step in steps)
    assert page.count("<svg") == 1


def test_what_a_webcam_shows_is_held_against_good_photos(evaluate, people, tmp_path):
    report = tmp_path / "report"
    words = ("--gallery-size", 1, "--repeats", 2, "--degraded", "--report", report, "--json")
    outcome = evaluate("openset", people, *words)
    assert outcome.status == 0
    (line,) = outcome.lines
    assert line["degraded"] is True
    assert (line["rank1"], line["failures"]) == (1.0, 2)
    assert "what a webcam shows" in (report / "index.html").read_text("utf-8")


def test_what_degradation_does_is_drawn(evaluate, people, tmp_path):
    file = tmp_path / "sheet.png"
    outcome = evaluate("openset", people, "--contact-sheet", file, "--json")
    assert (outcome.status, outcome.lines) == (0, [{"file": str(file)}])
    with Image.open(file) as sheet:
        assert sheet.height == 20 + 154 + 4
    assert evaluate("openset", people, "--contact-sheet", tmp_path / "sheet.txt").status == 1


def test_steps_are_not_measured_on_what_a_webcam_shows(evaluate, people):
    assert evaluate("openset", people, "--steps", "--degraded").status == 2


@pytest.mark.parametrize("protocol", ["openset", "verification"])
def test_a_folder_without_people_is_said_so(evaluate, tmp_path, protocol):
    outcome = evaluate(protocol, tmp_path)
    assert outcome.status == 1
    assert outcome.err.startswith("facedesk: There are no pictures in")


def test_a_single_photo_is_too_little(evaluate, tmp_path, astronaut):
    (tmp_path / "folder" / "Eileen").mkdir(parents=True)
    Image.fromarray(astronaut).save(tmp_path / "folder" / "Eileen" / "1.png")
    outcome = evaluate("openset", tmp_path / "folder", "--gallery-size", 1)
    assert outcome.status == 1
    assert "There are 1 people with a usable photo; this takes at least 2." in outcome.err


def test_a_report_that_can_not_be_written_is_said_before_the_work(evaluate, people, tmp_path):
    (tmp_path / "file").touch()
    outcome = evaluate("openset", people, "--report", tmp_path / "file")
    assert outcome.status == 1
    assert "can't be written" in outcome.err
    assert "photos" not in outcome.err


# groups -----------------------------------------------------------------------------------------


@pytest.fixture
def groups(tmp_path, astronaut, admiral):
    folder = tmp_path / "groups"
    folder.mkdir()
    for name, picture in {
        "41_1_0_1.jpg": astronaut,
        "60_1_0_2.jpg": admiral,
        "41_1_0_3.jpg": astronaut[:, ::-1],
    }.items():
        Image.fromarray(picture).save(folder / name)
    return folder


def test_mistakes_within_groups_are_counted_and_small_groups_told(evaluate, groups, tmp_path):
    report = tmp_path / "report"
    outcome = evaluate("verification", groups, "--by-group", "--far", 0.01, "--report", report)
    assert outcome.status == 1
    lines = outcome.out.splitlines()
    assert [line.split(":")[0] for line in lines] == [
        "everyone",
        "adult, 20–59",
        "female",
        "White",
    ]
    assert "too few people to measure: old, 60 and over" in outcome.err
    assert "each photo counts as a person of its own" in outcome.err
    assert "FAR by group" in (report / "index.html").read_text("utf-8")


def test_alarms_within_groups(evaluate, groups):
    words = ("--by-group", "--gallery-size", 1, "--repeats", 3, "--json")
    lines = evaluate("openset", groups, *words).lines
    adults = next(line for line in lines if line["group"] == "adult, 20–59")
    assert (adults["photos"], adults["people"], adults["wanted"]) == (2, 1, 0.01)
    assert adults["rate"] == 1.0, "it is the same woman twice"


def test_a_folder_without_groups_is_said_so(evaluate, people):
    outcome = evaluate("verification", people, "--by-group")
    assert outcome.status == 1
    assert "names groups" in outcome.err


# liveness ---------------------------------------------------------------------------------------


def test_liveness_is_measured_on_made_clips_and_said_to_be(evaluate, people, tmp_path):
    words = ("--people", 2, "--seconds", 0.1, "--report", tmp_path / "report", "--fit", "--json")
    outcome = evaluate("liveness", people, *words)
    assert outcome.status == 0
    assert {line["clips"] for line in outcome.lines} == {"Made clips"}
    said = {line["before_camera"]: line for line in outcome.lines if "before_camera" in line}
    assert set(said) == {"live", "print", "photo on a screen", "clip on a screen"}
    for kind, line in said.items():
        assert (line["seconds"], line["not_sure"]["count"], line["not_sure"]["of"]) == (0.1, 2, 2)
        assert line["bpcer" if kind == "live" else "apcer"] == 0
    looks = [line["look"] for line in outcome.lines if "look" in line]
    assert looks == ["fused", "geometry", "clip", "signals"]
    (fit,) = (line["fit"] for line in outcome.lines if "fit" in line)
    assert set(fit["weights"]) == {"geometry", "clip", "signals"}
    page = unescape((tmp_path / "report" / "index.html").read_text("utf-8"))
    assert "No camera saw any of it" in page
    assert "Real clips, replays made" not in page


def test_a_folder_without_clips_is_said_so_before_any_are_made(evaluate, people, tmp_path):
    outcome = evaluate("liveness", people, "--clips", tmp_path)
    assert (outcome.status, outcome.out) == (1, "")
    assert outcome.err.startswith("facedesk: There are no pictures in")


def test_a_seed_below_nothing_is_wrong_use(evaluate, people):
    outcome = evaluate("liveness", people, "--seed", -1)
    assert outcome.status == 2
    assert "-1 is less than 0" in outcome.err
