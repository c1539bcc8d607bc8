"""A training as a file: what it needs to go on as if it had never been stopped.

One .safetensors file holds the tensors, and everything else as JSON among its metadata, so that
both are always of the same step.
"""

import json
from dataclasses import dataclass
from pathlib import Path

import safetensors
import safetensors.torch
from torch import Tensor

from facedesk import errors
from facedesk.private_file import write_private
from facedesk.training.facts import FORMAT, KEY, checkpoint_file, own_json


@dataclass(frozen=True, eq=False)
class Checkpoint:
    """tensors: by name. facts: whatever JSON can hold."""

    tensors: dict[str, Tensor]
    facts: dict[str, object]


def save_checkpoint(folder: Path, checkpoint: Checkpoint) -> None:
    """Put a checkpoint in the place of the former one. Raises TrainingDiskFull, StorageError."""
    facts = json.dumps({"format": FORMAT, **checkpoint.facts})
    tensors = {name: each.detach().cpu().contiguous() for name, each in checkpoint.tensors.items()}
    write_kept(checkpoint_file(folder), safetensors.torch.save(tensors, {KEY: facts}))


def load_checkpoint(folder: Path) -> Checkpoint:
    """Return what was saved last.

    Raises NothingToResume, CheckpointDamaged, CheckpointOfOtherVersion.
    """
    path = checkpoint_file(folder)
    if not path.is_file():
        raise errors.NothingToResume(path=folder)
    try:
        with safetensors.safe_open(path, framework="pt") as file:
            facts = own_json(file.metadata(), path)
            return Checkpoint({name: file.get_tensor(name) for name in file.keys()}, facts)  # noqa: SIM118
    except (OSError, safetensors.SafetensorError, KeyError, ValueError) as error:
        raise errors.CheckpointDamaged(path=path) from error


def write_kept(path: Path, data: bytes) -> None:
    """Write a file of a training; the former one stays when that can't be done.

    Raises TrainingDiskFull, FolderNotWritable, StorageError.
    """
    try:
        write_private(path, data)
    except errors.DiskFull as error:
        raise errors.TrainingDiskFull from error
