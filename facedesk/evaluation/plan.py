"""What to evaluate, and how far an evaluation is."""

from dataclasses import dataclass
from enum import Enum
from pathlib import Path


class Stage(Enum):
    """What an evaluation is at."""

    LOOKING = "looking"
    COMPARING = "comparing"


@dataclass(frozen=True)
class RecognitionPlan:
    """Who is enrolled is found, who is not is not named.

    sizes: how many people are enrolled, for one result each; fpir: accepted false alarms per
    stranger, 0.001…0.1.
    """

    folder: Path
    sizes: tuple[int, ...]
    fpir: float


@dataclass(frozen=True)
class VerificationPlan:
    """Are two photos of one person? pairs: the file that lists them; None: they are drawn."""

    folder: Path
    pairs: Path | None = None


@dataclass(frozen=True)
class GroupsPlan:
    """How often people of one group are taken for each other. far: wanted rate per pair."""

    folder: Path
    far: float = 0.001


Plan = RecognitionPlan | VerificationPlan | GroupsPlan
