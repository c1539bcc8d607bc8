import json
import signal
import threading

import numpy as np
import pytest
from PIL import Image

from facedesk.commands import train
from facedesk.encoder.network_file import read_network
from facedesk.training import face_set
from facedesk.training.progress import Stepped

QUICKLY = ("--people-at-a-time", 3, "--photos-each", 2, "--learns", "last-layer", "--keep", 0)


@pytest.fixture
def people(tmp_path, monkeypatch, astronaut):
    """Folders of ten people with three photos each; each photo's chip is its own colours."""
    random = np.random.default_rng(1)
    folder = tmp_path / "people"
    for person in range(10):
        (folder / f"p{person}").mkdir(parents=True)
        pattern = random.integers(40, 216, (3, 3, 3))
        for photo in range(3):
            picture = np.clip(pattern + random.normal(0, 9, pattern.shape), 0, 255)
            image = Image.fromarray(picture.astype(np.uint8)).resize((150, 150))
            image.save(folder / f"p{person}/{photo}.png")
    (folder / "p0/notes.jpg").write_text("no picture")

    def chip(path, _models):
        return None if path.name == "notes.jpg" else np.array(Image.open(path))

    monkeypatch.setattr(face_set, "_chip", chip)
    return folder


@pytest.fixture
def run(facedesk, people, tmp_path):
    def run(*words, out="out"):
        return facedesk("train", "--images", people, "--out", tmp_path / out, *QUICKLY, *words)

    return run


def test_it_says_what_it_will_do_and_does_it(run, tmp_path):
    done = run("--epochs", "2", "--json")
    assert done.status == 0
    plan, *lines, end = done.lines
    assert (plan["plan"]["people"], plan["plan"]["judged_people"]) == (6, 4)
    assert plan["plan"]["steps"] == 4
    assert [line["step"] for line in lines if "loss" in line] == [1, 2, 3, 4]
    validations = [line["validation"] for line in lines if "validation" in line]
    assert [each["step"] for each in validations] == [0, 2, 4]
    assert list(validations[0]["dir"]) == ["2"]
    assert (end["step"], end["stopped"]) == (4, False)
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "encoder.md",
        "encoder.safetensors",
        "training.safetensors",
    ]
    read_network((tmp_path / "out/encoder.safetensors").read_bytes())
    assert "18 photos of 6 people" in (tmp_path / "out/encoder.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "margin"),
    [((), 0.02), (("--start", "nothing"), 0.2), (("--margin", "0.1"), 0.1)],
    ids=["from the default", "from nothing", "as said"],
)
def test_the_margin_fits_what_it_starts_from(run, words, margin):
    done = run("--epochs", "1", "--dry-run", "--json", *words)
    assert done.lines[0]["plan"]["margin"] == margin


def test_in_words_with_what_can_t_be_used(run, people):
    done = run("--epochs", "1")
    assert "2 steps of 6 faces" in done.out
    assert "with a margin of 0.02" in done.out
    assert "DIR at FPIR 1 %" in done.out
    assert "done after 2 of 2 steps" in done.out
    assert "30 photos of 10 people can be used" in done.err
    assert f"{people / 'p0/notes.jpg'}: This file is not a picture" in done.err
    assert "step 2 of 2: loss" in done.err
    assert done.err.endswith("teach something \n")


def test_a_dry_run_only_says_what_it_would_do(run, tmp_path):
    done = run("--dry-run", "--json")
    assert [list(line) for line in done.lines] == [["plan"]]
    assert done.lines[0]["plan"]["steps"] == 20
    assert done.lines[0]["plan"]["seconds"] > 0
    assert not (tmp_path / "out").exists()


def test_minutes_become_steps(run):
    (line,) = run("--dry-run", "--minutes", "30", "--json").lines
    assert line["plan"]["seconds"] == pytest.approx(1800, rel=0.1)


def test_ctrl_c_saves_and_resume_comes_to_the_same(run, tmp_path, monkeypatch):
    run("--epochs", "3", out="unbroken")
    told = train.TrainingOutput.progress

    def interrupt(self, progress):
        told(self, progress)
        if isinstance(progress, Stepped) and progress.step == 3:
            signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr(train.TrainingOutput, "progress", interrupt)
    assert threading.current_thread() is threading.main_thread()
    stopped = run("--epochs", "3", "--json", out="broken").lines[-1]
    assert (stopped["step"], stopped["stopped"]) == (3, True)
    monkeypatch.setattr(train.TrainingOutput, "progress", told)
    ended = run("--resume", "--json", out="broken").lines[-1]
    assert (ended["step"], ended["stopped"]) == (6, False)
    files = [tmp_path / out / "encoder.safetensors" for out in ("unbroken", "broken")]
    assert files[0].read_bytes() == files[1].read_bytes()


def test_it_goes_on_with_the_settings_it_was_begun_with(run, tmp_path):
    run("--epochs", "1", "--selection", "hard", "--seed", "7")
    assert run("--resume").status == 0
    card = (tmp_path / "out/encoder.md").read_text("utf-8")
    assert "selection hard" in card
    assert "seed 7" in card


def test_a_training_is_not_overwritten(run):
    run("--epochs", "1")
    again = run("--epochs", "1")
    assert again.status == 1
    assert "There is a training in" in again.err
    assert "can be used" not in again.err  # said before the work


def test_without_one_there_is_nothing_to_resume(run):
    done = run("--resume")
    assert done.status == 1
    assert "no training in" in done.err


def test_people_of_another_folder_may_judge(run, people, tmp_path):
    others = tmp_path / "others"
    others.mkdir()
    for number in range(4):
        (people / f"p{number}").rename(others / f"p{number}")
    plan = run("--validate", others, "--dry-run", "--json").lines[0]["plan"]
    assert (plan["people"], plan["judged_people"]) == (6, 4)


def test_who_judges_is_not_learned_from(run, people):
    done = run("--validate", people, "--dry-run")
    assert done.status == 1
    assert "of one person" in done.err  # nobody is left


def test_too_few_people_can_t_judge(run, people, tmp_path):
    (tmp_path / "others").mkdir()
    (people / "p1").rename(tmp_path / "others/p1")
    done = run("--validate", tmp_path / "others")
    assert done.status == 1
    assert "this takes at least 4" in done.err


def test_photos_without_names_are_each_somebody_of_their_own(facedesk, people, tmp_path):
    words = ("--photos-each", 1, "--people-at-a-time", 5, "--learns", "last-layer", "--epochs", 1)
    told = facedesk("train", "--unlabelled", people, "--out", tmp_path / "out", *words, "--json")
    assert told.status == 0
    plan = told.lines[0]["plan"]
    assert (plan["people"], plan["photos"], plan["steps"], plan["validations"]) == (30, 30, 6, 0)
    steps = [line for line in told.lines if "loss" in line]
    # Nobody has a second photo: there are no triplets, and only what was said before is kept.
    assert [step["loss"] for step in steps] == [0] * 6
    assert all(step["drift"] > 0 for step in steps)
    card = (tmp_path / "out/encoder.md").read_text("utf-8")
    assert "30 photos that are each taken for somebody of their own" in card


def test_photos_without_names_are_judged_by_people(facedesk, people, tmp_path):
    words = ("--unlabelled", people, "--validate", people, "--dry-run", "--json")
    (line,) = facedesk("train", *words, "--out", tmp_path / "out").lines
    assert (line["plan"]["people"], line["plan"]["judged_people"]) == (30, 10)


def remove(people, keep_photos, keep_people):
    for photo in people.glob("*/*"):
        if int(photo.parent.name[1:]) >= keep_people or photo.name not in keep_photos:
            photo.unlink()


@pytest.mark.parametrize(
    ("keep_photos", "keep_people", "sentence"),
    [
        ({"0.png", "1.png"}, 1, "All photos that can be used are of one person"),
        ({"0.png"}, 10, "Nobody has two photos"),
        ({"notes.jpg"}, 10, "None of the 1 photos shows a face"),
        (set(), 10, "There are no pictures in"),
    ],
)
def test_folders_that_teach_nothing_are_told(run, people, keep_photos, keep_people, sentence):
    remove(people, keep_photos, keep_people)
    done = run()
    assert (done.status, done.out) == (1, "")
    assert sentence in done.err


def test_few_people_are_trained_with_but_not_judged_by(run, people):
    remove(people, {"0.png", "1.png"}, 3)
    done = run("--epochs", "1", "--json")
    assert done.status == 0
    assert "too few people" in done.err
    assert done.lines[0]["plan"]["validations"] == 0
    assert done.lines[-1]["best"] == 1


def test_the_contact_sheet_is_a_picture(facedesk, people, tmp_path):
    sheet = tmp_path / "sheet.png"
    done = facedesk("train", "--images", people, "--contact-sheet", sheet, "--json")
    assert done.lines == [{"file": str(sheet)}]
    with Image.open(sheet) as picture:
        assert picture.width > 1000
    assert facedesk("train", "--images", people, "--contact-sheet", "x.unknown").status == 1


@pytest.mark.parametrize(
    "words",
    [
        ("--epochs", "0"),
        ("--minutes", "-1"),
        ("--minutes", "nan"),
        ("--epochs", "1", "--minutes", "1"),
        ("--selection", "easy"),
        ("--learning-rate", "0"),
        ("--keep", "-1"),
        ("--validation", "1"),
    ],
)
def test_what_can_t_be_meant_is_wrong_use(run, words):
    assert run(*words).status == 2


def test_json_lines_hold_numbers_only_where_there_are_some(run):
    for line in run("--epochs", "1", "--json").out.splitlines():
        assert "NaN" not in json.dumps(json.loads(line))


@pytest.fixture
def others(people, tmp_path):
    """People who are not learned from."""
    others = tmp_path / "others"
    others.mkdir()
    for number in range(4):
        (people / f"p{number}").rename(others / f"p{number}")
    return others


def test_the_ways_of_choosing_triplets_are_compared(facedesk, people, others, tmp_path):
    out = tmp_path / "curves"
    words = ("--images", people, "--validate", others, "--out", out, *QUICKLY, "--epochs", 1)
    done = facedesk("train-curves", *words, "--selection", "random", "hard", "--json")
    assert done.status == 0
    lines = done.lines
    assert [line["selection"] for line in lines] == ["random", "random", "hard", "hard"]
    assert [line["step"] for line in lines] == [0, 2] * 2
    for first, last in (lines[:2], lines[2:]):
        assert first["dir"] == lines[0]["dir"]  # all begin as good as each other
        assert first["seconds"] == 0 < last["seconds"]
        assert first["active"] is None
        assert 0 <= last["active"] <= 1
    page = (out / "index.html").read_text("utf-8")
    assert page.count("<svg") == 2
    assert "train-curves --images" in page
    assert (out / "hard/encoder.safetensors").is_file()
    again = facedesk("train-curves", *words)
    assert again.status == 1
    assert "There is a training in" in again.err


def test_a_way_that_leads_nowhere_does_not_end_the_others(facedesk, people, others, tmp_path):
    words = ("--images", people, "--validate", others, "--out", tmp_path / "curves", *QUICKLY)
    rate = ("--learning-rate", "1e30", "--epochs", 3)
    done = facedesk("train-curves", *words, *rate, "--selection", "random", "hard", "--json")
    assert done.status == 0
    assert {line["selection"] for line in done.lines} == {"random", "hard"}
    assert "hard: The training has got out of hand" in done.err
    assert (tmp_path / "curves/index.html").is_file()
