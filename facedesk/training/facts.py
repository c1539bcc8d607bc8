"""How far a training is and with what it was begun: what its checkpoint says, without torch.

A checkpoint is one .safetensors file; this reads only the JSON among its metadata.
"""

import json
from dataclasses import dataclass
from pathlib import Path

import safetensors

from facedesk import errors
from facedesk.training.progress import Validated, is_done
from facedesk.training.training_settings import TrainingSettings, settings_from_json

FORMAT = 1  # another one whenever the same settings come to other weights
KEY = "facedesk training"  # of the metadata
ENCODER_FILE, CARD_FILE = "encoder.safetensors", "encoder.md"  # in a training's folder
_NAME = "training.safetensors"


@dataclass(frozen=True)
class TrainingFacts:
    """images: the folder of people. digest: of their faces. seconds: of training until now."""

    images: Path
    digest: str
    settings: TrainingSettings
    step: int
    steps: int
    seconds: float
    validations: tuple[Validated, ...]

    @property
    def done(self) -> bool:
        """Nothing is left to do."""
        return is_done(self.step, self.steps, self.validations)

    def as_json(self) -> dict[str, object]:
        """Return it as it stands in checkpoints."""
        return {
            "images": str(self.images),
            "digest": self.digest,
            "settings": self.settings.as_json(),
            "step": self.step,
            "steps": self.steps,
            "seconds": self.seconds,
            "validations": [each.as_json() for each in self.validations],
        }


def facts_from_json(data: dict) -> TrainingFacts:
    """Return facts as as_json wrote them. Raises KeyError, TypeError, ValueError."""
    return TrainingFacts(
        images=Path(data.get("images", "")),
        digest=data["digest"],
        settings=settings_from_json(data["settings"]),
        step=data["step"],
        steps=data["steps"],
        seconds=data["seconds"],
        validations=tuple(Validated(**each) for each in data["validations"]),
    )


def checkpoint_file(folder: Path) -> Path:
    """Return where the checkpoint of a training in a folder is."""
    return folder / _NAME


def read_facts(folder: Path) -> TrainingFacts:
    """Return what the checkpoint in a folder says.

    Raises NothingToResume, CheckpointDamaged, CheckpointOfOtherVersion.
    """
    path = checkpoint_file(folder)
    if not path.is_file():
        raise errors.NothingToResume(path=folder)
    try:
        with safetensors.safe_open(path, framework="np") as file:
            return facts_from_json(own_json(file.metadata(), path))
    except (OSError, safetensors.SafetensorError, KeyError, TypeError, ValueError) as error:
        raise errors.CheckpointDamaged(path=path) from error


def own_json(metadata: dict[str, str] | None, path: Path) -> dict:
    """Return the JSON of a checkpoint. Raises KeyError, ValueError, CheckpointOfOtherVersion."""
    data = json.loads((metadata or {})[KEY])
    found = data.pop("format")
    if found != FORMAT:
        raise errors.CheckpointOfOtherVersion(path=path, found=found, expected=FORMAT)
    return data
