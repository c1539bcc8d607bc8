import json
from dataclasses import replace

import pytest

from facedesk import errors
from facedesk.encoder.encoder_id import ENCODER_ID
from facedesk.encoder.pixels import Pixels
from facedesk.encoder.registry import (
    BUILT_IN,
    CARD,
    REGISTRATION,
    ModelChoice,
    RegisteredModel,
    chosen_models,
    chosen_setting,
    registered,
    registered_model,
    registration_of,
    replace_model,
)
from facedesk.paths import Paths
from facedesk.settings import load

SHA256 = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"  # of b"hello"


@pytest.fixture
def keep(tmp_path):
    """A function that keeps a model of the user's own, of the bytes hello."""

    def make(name, kind="encoder", pixels=None):
        folder = tmp_path / "models" / f"{name.lower()}-1"
        folder.mkdir(parents=True)
        file = folder / "model.onnx"
        file.write_bytes(b"hello")
        model = RegisteredModel(
            folder.name, name, kind, "MIT", "there", False, file, SHA256, pixels, "2026-05-04"
        )
        (folder / REGISTRATION).write_bytes(registration_of(model))
        return model

    return make


def test_what_comes_with_facedesk_stands_first_then_the_users_own_by_name(keep, tmp_path):
    b, a = keep("Berta"), keep("anna", "detector", None)
    assert registered(tmp_path / "models") == (*BUILT_IN, a, b)


def test_a_registration_says_how_colours_are_wanted(keep, tmp_path):
    model = keep("Berta", pixels=Pixels("bgr", -1, 1))
    assert registered(tmp_path / "models")[-1] == model


def test_without_a_folder_there_is_what_comes_with_facedesk(tmp_path):
    assert registered(None) == registered(tmp_path / "none") == BUILT_IN


def test_a_model_is_found_by_id_and_by_name_in_whatever_case(keep, tmp_path):
    model = keep("Berta")
    for wanted in ("berta-1", "BERTA"):
        assert registered_model(tmp_path / "models", wanted) == model
    with pytest.raises(errors.ModelUnknown) as refused:
        registered_model(tmp_path / "models", "carla")
    assert "carla" in refused.value.text
    with pytest.raises(errors.ModelUnknown):
        registered_model(tmp_path / "models", "berta-1", "detector")


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", "not json", '{"id": "berta-1", "pixels": null}', "[" * 100_000]
)
def test_a_registration_that_can_not_be_read_counts_as_none(keep, tmp_path, text):
    (keep("Berta").file.parent / REGISTRATION).write_text(text)
    assert registered(tmp_path / "models") == BUILT_IN


def test_a_registration_that_was_changed_by_hand_counts_as_none(keep, tmp_path):
    path = keep("Berta").file.parent / REGISTRATION
    values = json.loads(path.read_text())
    for changed in ({"name": 7}, {"id": "../elsewhere"}, {"pixels": 3}):
        path.write_text(json.dumps(values | changed))
        assert registered(tmp_path / "models") == BUILT_IN


def test_only_the_contents_that_were_added_are_read(keep):
    model = keep("Berta")
    assert model.read() == b"hello"
    model.file.write_bytes(b"hellO")
    with pytest.raises(errors.ModelDamaged) as refused:
        model.read()
    assert "Berta" in refused.value.text
    model.file.unlink()
    with pytest.raises(errors.ModelGone) as refused:
        model.read()
    assert "Berta" in refused.value.text


def test_a_card_is_there_or_not(keep):
    model = keep("Berta")
    assert model.card is None
    (model.file.parent / CARD).write_text("# Berta")
    assert model.card.read_text() == "# Berta"
    assert BUILT_IN[0].card is None


def test_nothing_chosen_is_what_comes_with_facedesk(tmp_path):
    places = Paths(tmp_path)
    choice = chosen_models(places, load(places.settings))
    assert choice == ModelChoice(models=places.models, calibrations=places.calibrations)
    assert choice.encoder == ENCODER_ID


def test_what_is_chosen_is_kept_and_facedesks_own_whichever_that_is(keep, tmp_path):
    settings = load(tmp_path / "settings.json")
    settings.set(*chosen_setting(keep("Berta")))
    assert chosen_models(Paths(tmp_path), settings).encoder == "berta-1"
    settings.set(*chosen_setting(BUILT_IN[0]))
    assert settings.get("recognition.encoder") == ""


def test_another_encoder_leaves_the_detector_as_it_is(keep):
    choice = ModelChoice(detector="other")
    encoder = replace(keep("Berta"))
    assert replace_model(choice, encoder) == ModelChoice("berta-1", "other")
