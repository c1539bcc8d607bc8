import os
from datetime import datetime
from pathlib import Path

import pytest

from facedesk import errors
from facedesk.training import facts as facts_module
from facedesk.training.checkpoint import Checkpoint, save_checkpoint
from facedesk.training.facts import CARD_FILE, ENCODER_FILE, TrainingFacts, checkpoint_file
from facedesk.training.kept import (
    copy_encoder,
    delete_training,
    kept_training,
    kept_trainings,
    new_folder,
)
from facedesk.training.progress import Validated
from facedesk.training.training_settings import Selection, TrainingSettings

FACTS = TrainingFacts(
    Path("/home/ada/family"),
    "digest",
    TrainingSettings(selection=Selection.HARD),
    2,
    10,
    3.5,
    (Validated(0, 10, {"2": 0.5}, True, 1.0),),
)


@pytest.fixture
def keep(tmp_path):
    def keep(name, facts=FACTS):
        folder = tmp_path / name
        folder.mkdir()
        save_checkpoint(folder, Checkpoint({}, facts.as_json()))
        return folder

    return keep


def test_what_was_begun_is_listed_the_newest_first(keep, tmp_path):
    for name, seconds in (("a", 100), ("b", 300), ("c", 200)):
        os.utime(checkpoint_file(keep(name)), (seconds, seconds))
    (tmp_path / "none").mkdir()
    found = kept_trainings(tmp_path)
    assert [each.folder.name for each in found] == ["b", "c", "a"]
    assert found[0].facts == FACTS
    assert found[0].saved == datetime.fromtimestamp(300)
    assert kept_trainings(tmp_path / "not there") == ()


def test_one_that_can_t_be_read_says_why(keep, tmp_path, monkeypatch):
    keep("whole")
    checkpoint_file(keep("damaged")).write_bytes(b"rubbish")
    found = {each.folder.name: each for each in kept_trainings(tmp_path)}
    assert isinstance(found["damaged"].error, errors.CheckpointDamaged)
    monkeypatch.setattr(facts_module, "FORMAT", 99)
    found = {each.folder.name: each for each in kept_trainings(tmp_path)}
    assert isinstance(found["whole"].error, errors.CheckpointOfOtherVersion)
    assert found["whole"].facts is None


def test_it_is_done_when_all_is_made_and_tried(keep):
    tried = Validated(10, 10, {"2": 0.5}, False, 3.0)
    assert not kept_training(keep("begun")).facts.done
    for name, validations, done in (
        ("tried", (*FACTS.validations, tried), True),
        ("not tried", FACTS.validations, False),
        ("nobody to try it on", (), True),
    ):
        made = TrainingFacts(
            FACTS.images, "digest", FACTS.settings, 10, 10, 3.5, tuple(validations)
        )
        assert kept_training(keep(name, made)).facts.done is done


def test_two_of_one_second_have_folders_of_their_own(tmp_path):
    now = datetime(2026, 1, 2, 3, 4, 5)
    first = new_folder(tmp_path, now)
    assert first.name == "2026-01-02 03-04-05"
    first.mkdir()
    assert new_folder(tmp_path, now).name == "2026-01-02 03-04-05 2"


def test_one_is_deleted_with_all_its_files(keep, tmp_path):
    kept = kept_training(keep("a"))
    keep("b")
    delete_training(kept)
    assert [each.folder.name for each in kept_trainings(tmp_path)] == ["b"]
    with pytest.raises(errors.TrainingNotDeleted, match="can't be deleted"):
        delete_training(kept)


def test_weights_are_copied_with_their_card(keep, tmp_path):
    kept = kept_training(keep("a"))
    assert (kept.encoder, kept.card) == (None, "")
    (kept.folder / ENCODER_FILE).write_bytes(b"weights")
    (kept.folder / CARD_FILE).write_text("card")
    assert kept.card == "card"
    copy_encoder(kept, tmp_path / "family.safetensors")
    assert (tmp_path / "family.safetensors").read_bytes() == b"weights"
    assert (tmp_path / "family.md").read_text() == "card"
    with pytest.raises(errors.FileNotWritten):
        copy_encoder(kept, tmp_path / "nowhere" / "family.safetensors")
    with pytest.raises(errors.FileNotWritten):
        copy_encoder(kept, kept.encoder)
