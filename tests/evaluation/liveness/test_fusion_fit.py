"""What the looks say together can be believed."""

import dataclasses

import numpy as np
import pytest

from facedesk.evaluation.liveness.fusion_fit import fit_fusion
from facedesk.liveness.answer import Evidence, Look
from facedesk.liveness.fusion import FUSION, log_odds


@pytest.fixture
def answered(watched):
    """Clips of which geometry knows something, the 3-D network half the time, signals nothing."""
    random = np.random.default_rng(6)
    clips = []
    for number in range(800):
        attack = number % 4 > 0
        geometry = random.normal(3 if attack else -3, 3)
        clip = random.normal(1 if attack else -1, 1) if number % 2 else None
        evidence = (
            Evidence(Look.GEOMETRY, float(geometry), 1.0),
            Evidence(Look.CLIP, clip, 0.5),
            Evidence(Look.SIGNALS, float(random.normal()), 1.0),
        )
        kind = "print" if attack else "live"
        clips.append(watched(kind, None, str(number), evidence=evidence))
    return clips


@pytest.fixture
def fit(answered):
    return fit_fusion(answered, 3.0, FUSION)


def test_a_look_counts_as_much_as_it_knows(fit):
    weights = fit.settings.weights
    assert weights[Look.GEOMETRY] > 0.3
    assert weights[Look.CLIP] > 0.3
    assert abs(weights[Look.SIGNALS]) < 0.15
    assert fit.clips == 800
    assert 0 < fit.log_loss < np.log(2)


def test_a_word_is_right_about_as_often_as_it_must_be(fit, answered):
    settings = fit.settings
    odds = np.array([log_odds(each.after(3).evidence, settings) for each in answered])
    attack = np.array([each.attack for each in answered])
    count = np.where(attack, 1 / attack.sum(), 1 / (~attack).sum())
    flat, live = odds >= settings.flat_from, odds <= settings.live_to
    assert settings.flat_from == -settings.live_to == pytest.approx(np.log(19))
    assert count[flat & attack].sum() / count[flat].sum() > 0.95
    assert count[live & ~attack].sum() / count[live].sum() > 0.95
    assert flat[attack].mean() > 0.3
    assert live[~attack].mean() > 0.3


def test_what_is_not_fitted_stays(answered):
    before = dataclasses.replace(FUSION, back=0.7, least_s=2.0)
    after = fit_fusion(answered, 3.0, before).settings
    assert (after.back, after.least_s, after.limit) == (0.7, 2.0, FUSION.limit)


def test_a_look_that_misleads_counts_nothing(watched):
    def evidence(odds):
        return (Evidence(Look.GEOMETRY, odds, 1.0), Evidence(Look.CLIP, -odds, 1.0))

    random = np.random.default_rng(7)
    clips = [
        watched("print" if attack else "live", None, evidence=evidence(random.normal(sign, 2)))
        for attack, sign in ((True, 2.0), (False, -2.0))
        for _ in range(100)
    ]
    weights = fit_fusion(clips, 3.0, FUSION).settings.weights
    assert weights[Look.GEOMETRY] > 0
    assert weights[Look.CLIP] == weights[Look.SIGNALS] == 0
