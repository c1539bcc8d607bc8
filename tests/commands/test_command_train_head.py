import numpy as np
import pytest

from facedesk.capture.labelled_photos import parse_part
from facedesk.encoder.encoder_id import ENCODER_ID
from facedesk.encoder.template import unit
from facedesk.evaluation import data_set
from facedesk.evaluation.data_set import EncodedDataSet
from facedesk.matching.heads import read_head
from facedesk.matching.pairs import Form


@pytest.fixture
def crowd(tmp_path, monkeypatch):
    """A folder of 150 people with two photos each, whose templates are alike."""
    for number in range(300):
        folder = tmp_path / "crowd" / f"p{number // 2:03}"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{number}.jpg").touch()

    def encode(photos, *_):
        vectors = np.stack([template_of(photo) for photo in photos])
        return EncodedDataSet(tuple(photos), np.zeros((len(photos), 1, 2, 1)), vectors, ())

    monkeypatch.setattr(data_set, "encode_data_set", encode)
    return tmp_path / "crowd"


def template_of(photo):
    face = np.random.default_rng(int(photo.person[1:])).standard_normal(128)
    picture = np.random.default_rng(1000 + int(photo.path.stem)).standard_normal(128)
    return unit(face + picture)


def people_of(part):
    return sum(parse_part(part).holds(f"p{number:03}") for number in range(150))


@pytest.fixture
def train(facedesk, crowd, tmp_path):
    def run(*words):
        common = ("--images", crowd, "--name", "Crowd", "--out", tmp_path / "head.json")
        return facedesk("train-head", *common, *words)

    return run


def test_each_form_is_measured_and_the_best_is_kept(train, tmp_path):
    done = train("--part", "1/2", "--json")
    assert done.status == 0
    *forms, last = done.lines
    assert {line["form"] for line in forms} == {form.value for form in Form}
    assert {line["on"] for line in forms} == {"held out"}
    best = min(forms, key=lambda line: line["log_loss"])
    assert last["best"] == best["form"]
    assert (last["people"], last["file"]) == (people_of("1/2"), str(tmp_path / "head.json"))
    head = read_head((tmp_path / "head.json").read_bytes())
    assert (head.form.value, head.encoder_id, head.data_set) == (last["best"], ENCODER_ID, "Crowd")
    assert (head.people, head.pairs) == (last["people"], last["pairs"])


def test_it_is_tried_on_others_with_how_far_it_can_be_believed_and_every_verdict(train):
    lines = train("--part", "1/2", "--check", "2/2", "--json").lines
    checked = [line for line in lines if line.get("on") == "checked"]
    assert {line["form"] for line in checked} == {form.value for form in Form}
    (reliability,) = [line for line in lines if "reliability" in line]
    assert reliability["form"] == lines[-1]["best"]
    assert sum(each["share"] for each in reliability["reliability"]) == pytest.approx(1)
    verdicts = [line for line in lines if "far" in line]
    assert [line["far"] for line in verdicts] == [0.01, 0.001, 0.0001]
    people = people_of("2/2")
    for line in verdicts:
        assert (line["mates"], line["strangers"]) == (people, people * (people - 1) // 2)
        of_mates = [line[f"mates_{verdict}"] for verdict in ("yes", "unsure", "no")]
        assert sum(of_mates) == pytest.approx(1)


def test_who_was_fitted_on_is_not_checked(train):
    done = train("--part", "1/2", "--check", "1/1", "--json")
    verdicts = [line for line in done.lines if "far" in line]
    assert verdicts[0]["mates"] == people_of("2/2")
    done = train("--check", "1/2")
    assert done.status == 1
    assert "There are 0 people with a usable photo" in done.err


def test_in_words(train):
    out = train("--check", "2/2", "--part", "1/2").out
    assert "distance   (held out): log-loss 0." in out
    assert "is best: " in out
    assert "FAR 0.001 asked for: yes to 0." in out


def test_too_few_people_are_told_and_nothing_is_written(train, tmp_path):
    done = train("--part", "1/9")
    assert done.status == 1
    assert "this takes at least 50" in done.err
    assert not (tmp_path / "head.json").exists()


def test_a_file_that_can_not_be_written_is_told_before_the_work(facedesk, crowd, tmp_path):
    done = facedesk("train-head", "--images", crowd, "--name", "x", "--out", tmp_path / "no" / "f")
    assert done.status == 1
    assert "can't be written" in done.err


def test_a_part_that_is_none_is_wrong_use(train):
    assert train("--check", "3/2").status == 2
