"""Where Unknown ends and Known begins, for a gallery of a given size.

A threshold means nothing without its measurement: the calibration says which encoder, which data
set and which rate each score stands for.
"""

import json
import math
from dataclasses import asdict, dataclass

from facedesk import resources

# Accepted false alarms per stranger, by the names they have in the settings.
FPIR = {"strict": 0.001, "balanced": 0.01, "lenient": 0.05}
DEFAULT_FPIR = FPIR["balanced"]
_UNSURE = 5  # between the threshold for FPIR and that for five times as much, facedesk is unsure
# A runner-up less than this far behind casts doubt on a name: a wrong one is worse than none.
_MARGIN = 1.0
_TIE = 0.25


@dataclass(frozen=True)
class Thresholds:
    """Scores (see Match) that a decision needs.

    known: at least this to be given a name. unsure: at least this to be given a doubtful one.
    margin: how far the runner-up must be behind for a name without doubt. tie: if the runner-up is
    not even this far behind, nobody is named.
    """

    known: float
    unsure: float
    margin: float = _MARGIN
    tie: float = _TIE


@dataclass(frozen=True)
class Calibration:
    """How often two different people reach a score.

    far: rates, falling; scores: reached by that share of the pairs of different people, rising.
    data_set, people, pairs, date: what it was measured on, and when.
    """

    encoder_id: str
    data_set: str
    people: int
    pairs: int
    date: str
    far: tuple[float, ...]
    scores: tuple[float, ...]

    def score_at(self, far: float) -> float:
        """Return the score that different people reach at this rate.

        Between two measured rates, and beyond the last, scores go with the logarithm of the rate.
        """
        wanted = math.log10(far)
        measured = [math.log10(rate) for rate in self.far]
        right = next((i for i, rate in enumerate(measured) if rate <= wanted), len(measured) - 1)
        right = max(right, 1)
        left = right - 1
        slope = (self.scores[right] - self.scores[left]) / (measured[right] - measured[left])
        return self.scores[left] + slope * (wanted - measured[left])


def far_of(fpir: float, people: int) -> float:
    """Return the rate per comparison that gives a stranger `fpir` against all people together."""
    return 1 - (1 - fpir) ** (1 / max(people, 1))


def thresholds_for(calibration: Calibration, people: int, fpir: float = DEFAULT_FPIR) -> Thresholds:
    """Return the thresholds for a gallery. fpir: accepted false alarms per stranger, 0.001…0.1."""
    return Thresholds(
        known=calibration.score_at(far_of(fpir, people)),
        unsure=calibration.score_at(far_of(min(_UNSURE * fpir, 0.5), people)),
    )


def save_calibration(calibration: Calibration) -> str:
    """Return the calibration as the contents of a JSON file."""
    return json.dumps(asdict(calibration), indent=1) + "\n"


def load_calibration(encoder_id: str) -> Calibration:
    """Return the calibration shipped for an encoder. Raises ResourceMissing."""
    fields = json.loads(resources.read(f"thresholds/{encoder_id}.json"))
    return Calibration(**{**fields, "far": tuple(fields["far"]), "scores": tuple(fields["scores"])})
