"""Fits how much the looks at a face count, so that what they say together can be believed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from facedesk.evaluation.liveness.watched import Watched
from facedesk.liveness.answer import Look
from facedesk.liveness.fusion import FusionSettings, log_odds
from facedesk.matching.logistic import balanced, fit_logistic

_L2 = 1e-4  # next to nothing: only so that there is an end where no clip is mistaken
_SURE = 0.95  # a word is said when it is as likely as this


@dataclass(frozen=True)
class FusionFit:
    """settings: what fits. clips: how many it was fitted on. log_loss: of the probabilities."""

    settings: FusionSettings
    clips: int
    log_loss: float


def fit_fusion(watched: Sequence[Watched], seconds: float, settings: FusionSettings) -> FusionFit:
    """Fit one weight for all looks, the prior and both thresholds to what was found by then.

    A logistic regression with two parameters, for which living faces and attacks are equally
    frequent. With a weight for each look, the networks that were taught by made clips would be
    given nearly all of it on made clips, and on real ones they are not right as often. What is not
    fitted stays as it is in the settings. There must be clips of both.
    """
    answers = [each.after(seconds) for each in watched]
    unweighted = replace(settings, weights=dict.fromkeys(Look, 1.0), prior=0.0)
    found = np.array([log_odds(answer.evidence, unweighted) or 0.0 for answer in answers])
    attack = np.array([each.attack for each in watched])
    rows = balanced(attack)
    (weight,), prior = fit_logistic(found[:, None], attack.astype(float), rows, _L2)
    sure = float(np.log(_SURE / (1 - _SURE)))
    fitted = replace(
        settings,
        weights=dict.fromkeys(Look, float(weight)),
        prior=prior,
        flat_from=sure,
        live_to=-sure,
    )
    flat = found * weight + prior
    loss = rows @ (np.logaddexp(0, flat) - attack * flat)
    return FusionFit(fitted, len(watched), float(loss))
