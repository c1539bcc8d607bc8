"""What is to be trained on what, and how it is judged."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from facedesk.training.face_set import FaceSet
from facedesk.training.training_settings import TrainingSettings

# From templates, unit, float32 (N, D), and whose they are, int (N,), to DIR by people enrolled.
Validate = Callable[[np.ndarray, np.ndarray], dict[str, float]]


@dataclass(frozen=True, eq=False)
class TrainingTask:
    """faces: to learn from. held_out: to be tried on, None where there are too few people.

    images: the folder of people that the faces are from. folder: for what comes out.
    """

    faces: FaceSet
    held_out: FaceSet | None
    validate: Validate
    settings: TrainingSettings
    images: Path
    folder: Path

    @property
    def digest(self) -> str:
        """Some letters that are others when any of the faces is another."""
        return self.faces.digest + (self.held_out.digest if self.held_out else "")
