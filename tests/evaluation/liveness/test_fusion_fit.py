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


def test_all_looks_count_alike(fit):
    (weight,) = set(fit.settings.weights.values())
    assert weight > 0.3
    assert fit.clips == 800
    assert 0 < fit.log_loss < np.log(2)


def test_a_word_is_right_about_as_often_as_it_must_be(fit, answered):
    settings = fit.settings
    odds = np.array([log_odds(each.after(3).evidence, settings) for each in answered])
    attack = np.array([each.attack for each in answered])
    count = np.where(attack, 1 / attack.sum(), 1 / (~attack).sum())
    flat, live = odds >= settings.flat_from, odds <= settings.live_to
    assert settings.flat_from == -settings.live_to == pytest.approx(np.log(19))
    assert count[flat & attack].sum() / count[flat].sum() > 0.9
    assert count[live & ~attack].sum() / count[live].sum() > 0.9
    assert flat[attack].mean() > 0.2
    assert live[~attack].mean() > 0.2


def test_what_is_not_fitted_stays(answered):
    before = dataclasses.replace(FUSION, back=0.7, least_s=2.0)
    after = fit_fusion(answered, 3.0, before).settings
    assert (after.back, after.least_s, after.limit) == (0.7, 2.0, FUSION.limit)


def test_where_the_looks_know_nothing_nothing_is_sure(watched):
    random = np.random.default_rng(7)
    evidence = [(Evidence(Look.GEOMETRY, float(odds), 1.0),) for odds in random.normal(0, 3, 400)]
    clips = [
        watched("print" if number % 2 else "live", None, evidence=each)
        for number, each in enumerate(evidence)
    ]
    settings = fit_fusion(clips, 3.0, FUSION).settings
    odds = [log_odds(each, settings) for each in evidence]
    assert settings.live_to < min(odds) < max(odds) < settings.flat_from
