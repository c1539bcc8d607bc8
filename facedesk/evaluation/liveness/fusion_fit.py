"""Fits how the looks at a face are weighed, so that what they say together can be believed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from facedesk.evaluation.liveness.watched import Watched
from facedesk.liveness.answer import LivenessAnswer, Look
from facedesk.liveness.fusion import FusionSettings
from facedesk.matching.logistic import balanced, fit_logistic, fit_platt

_L2 = 0.03  # a look that was right about all made clips is not always right
_SURE = 0.95  # a word is said when it is as likely as this


@dataclass(frozen=True)
class FusionFit:
    """settings: what fits. clips: how many it was fitted on. log_loss: of the probabilities."""

    settings: FusionSettings
    clips: int
    log_loss: float


def fit_fusion(watched: Sequence[Watched], seconds: float, settings: FusionSettings) -> FusionFit:
    """Fit weights, prior and both thresholds to what was found after so many seconds.

    A logistic regression with four parameters, calibrated after Platt; living faces and attacks
    count as equally frequent. What is not fitted stays as it is in the settings. There must be
    clips of both.
    """
    answers = [each.after(seconds) for each in watched]
    found = np.array([_features(answer, settings.limit) for answer in answers])
    attack = np.array([each.attack for each in watched])
    rows = balanced(attack)
    weights, bias = _weighed(found, attack, rows)
    slope, offset = fit_platt(found @ weights + bias, attack, rows)
    weights, bias = slope * weights, slope * bias + offset
    sure = float(np.log(_SURE / (1 - _SURE)))
    fitted = replace(
        settings,
        weights={look: float(weight) for look, weight in zip(Look, weights, strict=True)},
        prior=float(bias),
        flat_from=sure,
        live_to=-sure,
    )
    odds = found @ weights + bias
    loss = rows @ (np.logaddexp(0, odds) - attack * odds)
    return FusionFit(fitted, len(watched), float(loss))


def _weighed(found: np.ndarray, attack: np.ndarray, rows: np.ndarray) -> tuple[np.ndarray, float]:
    """Return weights of the looks and a bias; a look that misled counts nothing."""
    while True:
        weights, bias = fit_logistic(found, attack.astype(float), rows, _L2)
        if (weights >= 0).all():
            return weights, bias
        found = found * (weights >= 0)


def _features(answer: LivenessAnswer, limit: float) -> list[float]:
    """Return what each look adds before it is weighed; see fusion.log_odds."""
    by_look = {each.look: each for each in answer.evidence}
    return [
        each.enough * float(np.clip(each.flat, -limit, limit))
        if (each := by_look.get(look)) and each.flat is not None
        else 0.0
        for look in Look
    ]
