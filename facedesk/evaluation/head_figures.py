"""What a verification head is worth, in figures."""

from dataclasses import dataclass

import numpy as np
from scipy.special import expit
from scipy.stats import rankdata

from facedesk.evaluation.curves import accepted_at
from facedesk.evaluation.reliability import reliability
from facedesk.matching.logistic import balanced

_RATES = (0.01, 0.001)


@dataclass(frozen=True)
class HeadFigures:
    """Figures of N pairs, those of one person and of two counting as equally frequent.

    log_loss: mean −ln of the probability given to the truth. accuracy: share on the right side of
    one half. auc: how often a pair of one person is given more than one of two. tar: by FAR, the
    share of pairs of one person accepted. calibration_error: expected, see Reliability.
    """

    log_loss: float
    accuracy: float
    auc: float
    tar: dict[str, float]
    calibration_error: float


def figures_of(logits: np.ndarray, same: np.ndarray) -> HeadFigures:
    """Measure logits (N,) against what is true, bool (N,); there must be pairs of both kinds."""
    weights = balanced(same)
    tar = {f"{rate:g}": accepted_at(rate, logits[same], logits[~same]) for rate in _RATES}
    return HeadFigures(
        log_loss=float(weights @ (np.logaddexp(0, logits) - same * logits)),
        accuracy=float(weights @ ((logits > 0) == same)),
        auc=_auc(logits, same),
        tar=tar,
        calibration_error=reliability(expit(logits), same).error,
    )


def _auc(values: np.ndarray, same: np.ndarray) -> float:
    yes = np.count_nonzero(same)
    ranks = rankdata(values)[same].sum() - yes * (yes + 1) / 2
    return float(ranks / (yes * (len(same) - yes)))
