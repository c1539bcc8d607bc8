from dataclasses import replace

import numpy as np
import pytest
from added_encoder import add_default_again, add_small_encoder, grounds_for
from onnx_file import encoder_file
from PIL import Image

from facedesk.encoder.encoder_id import ENCODER_ID
from facedesk.encoder.pixels import Pixels
from facedesk.encoder.registry import registered
from facedesk.errors import TooFewPeople
from facedesk.evaluation import finding_pixels, measure_model
from facedesk.matching.grounds import has_grounds
from facedesk.paths import default_paths


@pytest.fixture
def own():
    return default_paths().models


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "small.onnx"
    path.write_bytes(encoder_file(np.random.default_rng(1)))
    return path


def added(own):
    return [model for model in registered(own) if not model.built_in]


# list -------------------------------------------------------------------------------------------


def test_what_comes_with_facedesk_is_listed_and_in_use(facedesk):
    encoder, detector = facedesk("models", "list", "--json").lines
    assert (encoder["model"], encoder["kind"], encoder["used"]) == (ENCODER_ID, "encoder", True)
    assert (detector["kind"], detector["built_in"], detector["file"]) == ("detector", True, None)
    assert (
        "encoder dlib-resnet29-v2: ResNet-29 (CC0 and MIT, in use)"
        in facedesk("models", "list").out
    )


def test_an_encoder_that_was_not_measured_is_said_to_be_so(facedesk, own):
    model = add_small_encoder(own, measured=False)
    line = facedesk("models", "list", "--json").lines[-1]
    assert (line["model"], line["used"], line["measured"]) == (model.id, False, False)
    assert "Small (not stated, not measured)" in facedesk("models", "list").out


# add --------------------------------------------------------------------------------------------


def test_a_file_is_added(facedesk, file, own):
    outcome = facedesk("models", "add", file, "--name", "Mine", "--colour", "bgr", "--json")
    (model,) = added(own)
    assert outcome.status == 0
    assert outcome.lines == [{"model": model.id, "name": "Mine", "kind": "encoder"}]
    assert model.pixels == Pixels("bgr", 0, 255)


def test_how_it_wants_its_colours_must_be_said_or_found_out(facedesk, file, own):
    outcome = facedesk("models", "add", file)
    assert (outcome.status, outcome.out) == (1, "")
    assert "--colour, --range" in outcome.err
    assert added(own) == []


def test_photos_tell_how_it_wants_its_colours_and_what_it_decides_by(
    facedesk, file, own, tmp_path, monkeypatch
):
    person = tmp_path / "Family" / "Ada"
    person.mkdir(parents=True)
    (person / "1.jpg").touch()
    monkeypatch.setattr(finding_pixels, "find_pixels", lambda *_: Pixels("rgb", -1, 1))

    def too_few(*_):
        raise TooFewPeople(found=1, needed=200)

    monkeypatch.setattr(measure_model, "know_encoder", too_few)
    outcome = facedesk("models", "add", file, "--images", tmp_path / "Family")
    assert (outcome.status, outcome.out) == (1, "")
    assert "rgb, -1…1" in outcome.err
    assert "small is here" in outcome.err  # it can be measured on another folder
    assert "at least 200" in outcome.err
    (model,) = added(own)
    assert model.pixels == Pixels("rgb", -1, 1)
    assert not has_grounds(model.file.parent)


@pytest.mark.parametrize(
    ("name", "contents", "sentence"),
    [
        ("a.onnx", b"junk", "a.onnx can't be run"),
        ("a.onnx", encoder_file(), "tells nothing apart"),
        ("a.onnx", encoder_file(side=96), "112 × 112"),
        ("a.safetensors", b"junk", "does not hold an encoder"),
        ("a.txt", b"junk", "a.txt is no model"),
        ("a.onnx", None, "can't be opened"),
    ],
)
def test_a_wrong_file_is_refused_in_a_sentence(facedesk, own, tmp_path, name, contents, sentence):
    if contents is not None:
        (tmp_path / name).write_bytes(contents)
    outcome = facedesk("models", "add", tmp_path / name)
    assert (outcome.status, outcome.out) == (1, "")
    assert sentence in outcome.err
    assert "Traceback" not in outcome.err
    assert added(own) == []


# measure, use, remove ----------------------------------------------------------------------------


def test_what_comes_with_facedesk_is_not_measured(facedesk, tmp_path):
    outcome = facedesk("models", "measure", "resnet-29", "--images", tmp_path)
    assert outcome.status == 1
    assert "comes with facedesk" in outcome.err


def test_where_thresholds_were_carried_over_that_is_said(
    facedesk, own, models, tmp_path, monkeypatch
):
    model = add_default_again(models, own, measured=False)
    told = replace(grounds_for(model.id).calibration, data_set="LFW, carried over with 20 people")
    grounds = replace(grounds_for(model.id), calibration=told)
    monkeypatch.setattr(measure_model, "measure_model", lambda *_: grounds)
    words = ("models", "measure", "again", "--images", tmp_path)
    assert "too few people to measure Again; it decides by LFW, carried" in facedesk(*words).out
    assert facedesk(*words, "--json").lines[0]["carried_over"]


def test_an_encoder_is_used_by_every_command(facedesk, own, models, photos):
    facedesk("enroll", "Eileen", photos / "eileen.jpg")
    add_default_again(models, own)
    assert facedesk("models", "use", "Again").status == 0
    assert [line["used"] for line in facedesk("models", "list", "--json").lines] == [
        False, True, True,
    ]  # fmt: skip
    (line,) = facedesk("identify", photos / "eileen.jpg", "--json").lines
    assert line["faces"][0]["person"] == "Eileen"


def test_an_encoder_that_can_not_decide_is_not_used(facedesk, own):
    add_small_encoder(own, measured=False)
    outcome = facedesk("models", "use", "small")
    assert outcome.status == 1
    assert "has not been measured" in outcome.err
    assert facedesk("models", "list", "--json").lines[0]["used"]


def test_a_model_that_is_damaged_gives_way_and_nothing_is_lost(facedesk, own, models, photos):
    facedesk("enroll", "Eileen", photos / "eileen.jpg")
    model = add_default_again(models, own)
    facedesk("models", "use", model.id)
    model.file.write_bytes(b"junk")
    outcome = facedesk("identify", photos / "eileen.jpg", "--json")
    assert outcome.lines[0]["faces"][0]["person"] == "Eileen"
    assert "“Again” is damaged" in outcome.err
    assert "facedesk's own is used" in outcome.err


def test_removing_what_is_in_use_goes_back_to_what_comes_with_facedesk(facedesk, own, models):
    model = add_default_again(models, own)
    facedesk("models", "use", model.id)
    assert facedesk("models", "remove", "again", "--json").lines == [{"removed": model.id}]
    assert added(own) == []
    assert [line["used"] for line in facedesk("models", "list", "--json").lines] == [True, True]


def test_a_model_that_is_not_there_is_said(facedesk):
    for job in ("use", "remove"):
        outcome = facedesk("models", job, "carla")
        assert outcome.status == 1
        assert "no model “carla”" in outcome.err


# evaluate ---------------------------------------------------------------------------------------


def test_encoders_are_evaluated_one_after_the_other(
    facedesk, own, models, tmp_path, astronaut, admiral
):
    model = add_default_again(models, own)
    for name, picture in {"a/1": astronaut, "a/2": astronaut[10:], "b/1": admiral}.items():
        path = tmp_path / "people" / f"{name}.jpg"
        path.parent.mkdir(parents=True, exist_ok=True)
        Image.fromarray(picture).save(path)
    outcome = facedesk(
        "evaluate", "openset", "--images", tmp_path / "people", "--encoder", "ResNet-29", "Again",
        "--gallery-size", 1, "--repeats", 1, "--report", tmp_path / "report", "--json",
    )  # fmt: skip
    assert outcome.status == 0
    assert [line["encoder"] for line in outcome.lines] == [ENCODER_ID, model.id]
    assert outcome.lines[0]["rank1"] == outcome.lines[1]["rank1"] == 1.0
    for name in (ENCODER_ID, model.id):
        assert (tmp_path / "report" / name / "index.html").exists()
    wrong = facedesk("evaluate", "openset", "--images", tmp_path, "--encoder", "carla")
    assert "no model “carla”" in wrong.err
