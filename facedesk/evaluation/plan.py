"""What to evaluate, and how far an evaluation is."""

from dataclasses import dataclass
from enum import Enum
from pathlib import Path


class Stage(Enum):
    """What an evaluation is at."""

    LOOKING = "looking"
    COMPARING = "comparing"


@dataclass(frozen=True)
class Plan:
    """Recognition on a folder of people.

    sizes: how many people are enrolled, for one result each; fpir: accepted false alarms per
    stranger, 0.001…0.1.
    """

    folder: Path
    sizes: tuple[int, ...]
    fpir: float
