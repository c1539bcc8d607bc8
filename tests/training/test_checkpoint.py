import errno
import os

import pytest
import torch

from facedesk import errors
from facedesk.training import checkpoint
from facedesk.training.checkpoint import Checkpoint, load_checkpoint, save_checkpoint
from facedesk.training.facts import checkpoint_file

SOME = Checkpoint({"a": torch.arange(6.0).reshape(2, 3), "b": torch.tensor(3)}, {"step": 7})


def test_it_comes_back_as_it_was(tmp_path):
    save_checkpoint(tmp_path, SOME)
    found = load_checkpoint(tmp_path)
    assert found.facts == {"step": 7}
    assert {name: each.tolist() for name, each in found.tensors.items()} == {
        name: each.tolist() for name, each in SOME.tensors.items()
    }


def test_the_same_training_makes_the_same_file(tmp_path):
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        save_checkpoint(tmp_path / name, SOME)
    first, second = (checkpoint_file(tmp_path / name).read_bytes() for name in ("one", "two"))
    assert first == second


def test_where_there_is_none_that_is_said(tmp_path):
    with pytest.raises(errors.NothingToResume, match="Begin one without"):
        load_checkpoint(tmp_path)


@pytest.mark.parametrize("keep", [0, 1, 40, -1])
def test_a_damaged_one_is_told(tmp_path, keep):
    save_checkpoint(tmp_path, SOME)
    file = checkpoint_file(tmp_path)
    file.write_bytes(file.read_bytes()[:keep])
    with pytest.raises(errors.CheckpointDamaged, match="is damaged"):
        load_checkpoint(tmp_path)


def test_one_of_something_else_is_told(tmp_path):
    import safetensors.torch

    checkpoint_file(tmp_path).write_bytes(safetensors.torch.save({"a": torch.zeros(1)}))
    with pytest.raises(errors.CheckpointDamaged):
        load_checkpoint(tmp_path)


def test_one_of_another_version_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr(checkpoint, "FORMAT", 99)
    save_checkpoint(tmp_path, SOME)
    monkeypatch.undo()
    with pytest.raises(errors.CheckpointOfOtherVersion, match="format 99, this one has 1"):
        load_checkpoint(tmp_path)


def test_when_the_disk_is_full_the_former_one_stays(tmp_path, monkeypatch):
    save_checkpoint(tmp_path, SOME)

    def full(_descriptor):
        raise OSError(errno.ENOSPC, "simulated")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(errors.TrainingDiskFull, match="last saved is kept"):
        save_checkpoint(tmp_path, Checkpoint({}, {"step": 8}))
    assert load_checkpoint(tmp_path).facts == {"step": 7}
    assert len(list(tmp_path.iterdir())) == 1
