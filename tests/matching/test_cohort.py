from dataclasses import replace

import numpy as np
import pytest

from facedesk import errors
from facedesk.encoder.template import unit
from facedesk.matching.cohort import cohort_of, load_cohort, save_cohort

ENCODER = "dlib-resnet29-v1"


@pytest.fixture
def strangers() -> np.ndarray:
    noise = np.random.default_rng(1).standard_normal((500, 16))
    return unit(noise * np.linspace(0.1, 1, 16) + 0.3)


def test_a_cohort_is_the_mean_and_covariance_of_its_vectors(strangers):
    cohort = cohort_of(strangers, "e", "made up")
    np.testing.assert_allclose(cohort.mean, strangers.mean(axis=0), atol=1e-7)
    np.testing.assert_allclose(cohort.covariance, np.cov(strangers.T), atol=1e-7)
    assert (cohort.count, cohort.encoder_id, cohort.source) == (500, "e", "made up")


def test_the_drawn_templates_are_unit_vectors_spread_like_the_strangers(strangers):
    cohort = cohort_of(strangers, "e", "made up")
    assert cohort.templates.shape == (8000, 16)
    np.testing.assert_allclose(np.linalg.norm(cohort.templates, axis=1), 1, atol=1e-5)
    np.testing.assert_allclose(cohort.templates.mean(axis=0), strangers.mean(axis=0), atol=0.06)


def test_the_draw_is_the_same_every_time(strangers):
    first = cohort_of(strangers, "e", "made up").templates
    np.testing.assert_array_equal(first, cohort_of(strangers, "e", "made up").templates)


def test_statistics_are_those_of_the_300_most_similar_templates(strangers):
    cohort = cohort_of(strangers, "e", "made up")
    mean, deviation = cohort.statistics(strangers[:3])
    for probe, m, d in zip(strangers[:3], mean, deviation, strict=True):
        best = sorted((2 * float(probe @ t) for t in cohort.templates), reverse=True)[:300]
        assert m == pytest.approx(np.mean(best), abs=1e-5)
        assert d == pytest.approx(np.std(best), abs=1e-5)


def test_the_shipped_cohort_belongs_to_the_default_encoder_and_names_its_data():
    cohort = load_cohort(ENCODER)
    assert cohort.encoder_id == ENCODER
    assert cohort.source
    assert cohort.count > 10_000
    assert cohort.mean.shape == (128,)
    np.testing.assert_allclose(cohort.covariance, cohort.covariance.T, atol=1e-9)


def test_a_cohort_survives_its_file(strangers, tmp_path, monkeypatch):
    cohort = cohort_of(strangers, "e", "made up")
    monkeypatch.setattr("facedesk.resources.read", lambda name: save_cohort(cohort))
    again = load_cohort("e")
    np.testing.assert_allclose(again.mean, cohort.mean)
    np.testing.assert_allclose(again.covariance, cohort.covariance, atol=1e-7)


def test_an_encoder_without_a_cohort_is_said_so():
    with pytest.raises(errors.ResourceMissing):
        load_cohort("no-such-encoder")


def test_a_tiny_change_of_the_statistics_hardly_changes_the_draw(strangers):
    cohort = cohort_of(strangers, "e", "made up")
    nudged = replace(cohort, covariance=cohort.covariance * (1 + 1e-7))
    np.testing.assert_allclose(nudged.templates, cohort.templates, atol=1e-5)
