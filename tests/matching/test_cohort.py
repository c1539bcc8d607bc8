from dataclasses import replace

import numpy as np
import pytest

from facedesk import errors
from facedesk.encoder.encoder_id import ENCODER_ID
from facedesk.encoder.template import unit
from facedesk.matching.cohort import cohort_of, load_cohort, save_cohort


@pytest.fixture
def strangers() -> np.ndarray:
    noise = np.random.default_rng(1).standard_normal((500, 16))
    return unit(noise * np.linspace(0.1, 1, 16) + 0.3)


@pytest.fixture
def two_kinds() -> np.ndarray:
    """Strangers of two kinds, who resemble their own kind."""
    noise = np.random.default_rng(2).standard_normal((600, 16)) * 0.2
    noise[:200, 0] += 1
    noise[200:, 1] += 1
    return unit(noise)


def test_of_a_few_strangers_a_cohort_is_one_mean_and_covariance(strangers):
    cohort = cohort_of(strangers[:300], "e", "made up")
    np.testing.assert_allclose(cohort.means, [strangers[:300].mean(axis=0)], atol=1e-7)
    np.testing.assert_allclose(cohort.covariances, [np.cov(strangers[:300].T)], atol=1e-7)
    assert (cohort.count, cohort.encoder_id, cohort.source) == (300, "e", "made up")


def test_of_many_it_has_parts_for_the_kinds_there_are(two_kinds):
    cohort = cohort_of(two_kinds, "e", "made up")
    assert cohort.weights.sum() == pytest.approx(1)
    own = np.array([mean[0] > mean[1] for mean in cohort.means])
    assert cohort.weights[own].sum() == pytest.approx(1 / 3, abs=0.02)
    of_the_first_kind = cohort.templates[:, 0] > cohort.templates[:, 1]
    assert of_the_first_kind.mean() == pytest.approx(1 / 3, abs=0.02)


def test_no_part_is_made_of_few(two_kinds):
    assert len(cohort_of(two_kinds, "e", "made up").weights) <= 600 // 200


def test_as_one_part_it_has_the_mean_and_covariance_of_all(two_kinds):
    whole = cohort_of(two_kinds, "e", "made up").as_one_part()
    np.testing.assert_allclose(whole.means[0], two_kinds.mean(axis=0), atol=1e-7)
    np.testing.assert_allclose(whole.covariances[0], np.cov(two_kinds.T), atol=1e-3)


def test_the_drawn_templates_are_unit_vectors_spread_like_the_strangers(strangers):
    cohort = cohort_of(strangers, "e", "made up")
    assert cohort.templates.shape == (8000, 16)
    np.testing.assert_allclose(np.linalg.norm(cohort.templates, axis=1), 1, atol=1e-5)
    np.testing.assert_allclose(cohort.templates.mean(axis=0), strangers.mean(axis=0), atol=0.06)


def test_the_draw_is_the_same_every_time(strangers):
    first = cohort_of(strangers, "e", "made up").templates
    np.testing.assert_array_equal(first, cohort_of(strangers, "e", "made up").templates)


def test_statistics_are_those_of_the_200_most_similar_templates(strangers):
    cohort = cohort_of(strangers, "e", "made up")
    mean, deviation = cohort.statistics(strangers[:3])
    for probe, m, d in zip(strangers[:3], mean, deviation, strict=True):
        best = sorted((2 * float(probe @ t) for t in cohort.templates), reverse=True)[:200]
        assert m == pytest.approx(np.mean(best), abs=1e-5)
        assert d == pytest.approx(np.std(best), abs=1e-5)


def test_the_shipped_cohort_belongs_to_the_default_encoder_and_names_its_data():
    cohort = load_cohort(ENCODER_ID)
    assert cohort.encoder_id == ENCODER_ID
    assert cohort.source
    assert cohort.count > 10_000
    assert cohort.means.shape == (len(cohort.weights), 128)
    for covariance in cohort.covariances:
        np.testing.assert_array_equal(covariance, covariance.T)
        assert np.linalg.eigvalsh(covariance).min() > 0


def test_a_cohort_survives_its_file(strangers, tmp_path, monkeypatch):
    cohort = cohort_of(strangers, "e", "made up")
    monkeypatch.setattr("facedesk.resources.read", lambda name: save_cohort(cohort))
    again = load_cohort("e")
    np.testing.assert_allclose(again.weights, cohort.weights)
    np.testing.assert_allclose(again.means, cohort.means, atol=1e-6)
    np.testing.assert_allclose(again.covariances, cohort.covariances, atol=1e-7)


def test_an_encoder_without_a_cohort_is_said_so():
    with pytest.raises(errors.ResourceMissing):
        load_cohort("no-such-encoder")


def test_a_tiny_change_of_the_statistics_hardly_changes_the_draw(strangers):
    cohort = cohort_of(strangers, "e", "made up")
    nudged = replace(cohort, covariances=cohort.covariances * (1 + 1e-7))
    np.testing.assert_allclose(nudged.templates, cohort.templates, atol=1e-5)


def test_as_many_templates_are_drawn_as_wanted(two_kinds):
    cohort = cohort_of(two_kinds, "e", "made up")
    for count in (0, 1, 7, 500):
        assert cohort.draw(count, np.random.default_rng(0)).shape == (count, 16)


def test_the_directions_are_axes_at_right_angles_the_most_telling_ones_first(two_kinds):
    cohort = cohort_of(two_kinds, "e", "made up")
    np.testing.assert_allclose(cohort.directions.T @ cohort.directions, np.eye(16), atol=1e-12)
    along = ((two_kinds @ cohort.directions) ** 2).mean(axis=0)
    np.testing.assert_array_less(along[1:], along[:-1] + 1e-6)


def test_the_best_similarities_are_those_of_a_plain_sort(strangers):
    cohort = cohort_of(strangers[:300], "e", "made up")
    mean, deviation = cohort.statistics(strangers[:250])
    best = np.sort(2 * strangers[:250] @ cohort.templates.T, axis=1)[:, -200:]
    np.testing.assert_allclose(mean, best.mean(axis=1), atol=1e-5)
    np.testing.assert_allclose(deviation, best.std(axis=1), atol=1e-5)


def test_strangers_are_hardly_ever_nearer_than_someone_else():
    cohort = load_cohort(ENCODER_ID)
    random = np.random.default_rng(5)
    first, second = cohort.draw(3000, random), cohort.draw(3000, random)
    order = random.permutation(3000)
    apart = ((first - second[order]) ** 2).sum(axis=1)
    assert 0.003 < (apart < cohort.someone_else).mean() < 0.03
