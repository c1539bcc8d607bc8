"""The trainings that were begun, each in a folder of its own."""

import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from facedesk.errors import FacedeskError, FileNotWritten, TrainingNotDeleted
from facedesk.training.facts import (
    CARD_FILE,
    ENCODER_FILE,
    TrainingFacts,
    checkpoint_file,
    read_facts,
)


@dataclass(frozen=True)
class KeptTraining:
    """saved: when it was saved last. facts: None where they can't be read; error says why."""

    folder: Path
    saved: datetime
    facts: TrainingFacts | None
    error: FacedeskError | None = None

    @property
    def encoder(self) -> Path | None:
        """The file with the best weights until now, if there are some."""
        file = self.folder / ENCODER_FILE
        return file if file.is_file() else None

    @property
    def card(self) -> str:
        """Its model card, Markdown; "" without one."""
        try:
            return (self.folder / CARD_FILE).read_text("utf-8")
        except (OSError, ValueError):
            return ""


def kept_trainings(parent: Path) -> tuple[KeptTraining, ...]:
    """Return the trainings that lie in a folder, the newest first."""
    found = [
        kept_training(folder) for folder in parent.glob("*") if checkpoint_file(folder).is_file()
    ]
    return tuple(sorted(found, key=lambda each: each.saved, reverse=True))


def kept_training(folder: Path) -> KeptTraining:
    """Return the training in a folder that has a checkpoint."""
    saved = datetime.fromtimestamp(checkpoint_file(folder).stat().st_mtime)
    try:
        return KeptTraining(folder, saved, read_facts(folder))
    except FacedeskError as error:
        return KeptTraining(folder, saved, None, error)


def new_folder(parent: Path, now: datetime) -> Path:
    """Return a folder for a new training, named after the moment; it is not made yet."""
    name, number = f"{now:%Y-%m-%d %H-%M-%S}", 1
    while (parent / name).exists():
        number += 1
        name = f"{now:%Y-%m-%d %H-%M-%S} {number}"
    return parent / name


def delete_training(training: KeptTraining) -> None:
    """Delete all that a training has left. Raises TrainingNotDeleted."""
    try:
        shutil.rmtree(training.folder)
    except OSError as error:
        raise TrainingNotDeleted(path=training.folder) from error


def copy_encoder(training: KeptTraining, file: Path) -> None:
    """Copy the best weights to a file, and the card beside it. Raises FileNotWritten."""
    card = training.folder / CARD_FILE
    try:
        shutil.copyfile(training.folder / ENCODER_FILE, file)
        if card.is_file():
            shutil.copyfile(card, file.with_suffix(card.suffix))
    except OSError as error:
        raise FileNotWritten(path=file) from error
