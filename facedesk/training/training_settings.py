"""What a training is told to do."""

from dataclasses import asdict, dataclass
from enum import Enum

KEEP = 1.0  # weight of staying near what the encoder that it starts from says
MARGIN = 0.2  # α, Schroff, Kalenichenko and Philbin, "FaceNet", 2015
# From the default's weights: its templates, of strangers too, lie so close together that no triplet
# would ever be further apart than the former, and every one would go on pulling.
MARGIN_FROM_DEFAULT = 0.02


class Start(Enum):
    """What weights it begins with."""

    DEFAULT = "default"
    NOTHING = "nothing"


class Learns(Enum):
    """Which of the weights change; fewer are quicker, and forget less."""

    LAST_LAYER = "last-layer"
    LAST_BLOCK = "last-block"
    ALL = "all"


class Selection(Enum):
    """How triplets are chosen, see triplets.py."""

    RANDOM = "random"
    SEMI_HARD = "semi-hard"
    HARD = "hard"


class Optimiser(Enum):
    """How the weights follow the gradient."""

    ADAMW = "adamw"
    SGD = "sgd"


@dataclass(frozen=True)
class TrainingSettings:
    """All that decides, with the photos, what comes out.

    margin: α of the loss. keep: weight of the drift from the encodings at the start. learning_rate:
    the highest one, reached after `warm_up`, a share of the steps. clip: longest gradient. A batch
    holds `photos_each` photos of each of `people_at_a_time` people. augment: photos are made to
    look like webcam pictures. validation: share of the people who are not learned from. seed: of
    everything that is left to chance.
    """

    start: Start = Start.DEFAULT
    learns: Learns = Learns.LAST_BLOCK
    selection: Selection = Selection.SEMI_HARD
    margin: float = MARGIN_FROM_DEFAULT
    keep: float = KEEP
    optimiser: Optimiser = Optimiser.ADAMW
    learning_rate: float = 1e-4
    weight_decay: float = 1e-4
    warm_up: float = 0.1
    clip: float = 1.0
    people_at_a_time: int = 16
    photos_each: int = 4
    augment: bool = True
    validation: float = 0.2
    seed: int = 1

    def as_json(self) -> dict[str, object]:
        """Return it as it stands in checkpoints."""
        return {
            key: value.value if isinstance(value, Enum) else value
            for key, value in asdict(self).items()
        }


def usual_keep(start: Start) -> float:
    """Return the weight of staying near the start: of one by chance there is nothing to keep."""
    return 0.0 if start is Start.NOTHING else KEEP


def usual_margin(start: Start) -> float:
    """Return the margin α that fits how far apart faces lie at the start."""
    return MARGIN if start is Start.NOTHING else MARGIN_FROM_DEFAULT


def settings_from_json(data: dict) -> TrainingSettings:
    """Return settings as as_json wrote them. Raises ValueError, TypeError."""
    kinds = {"start": Start, "learns": Learns, "selection": Selection, "optimiser": Optimiser}
    return TrainingSettings(
        **{key: kinds[key](value) if key in kinds else value for key, value in data.items()}
    )
