import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from facedesk.encoder.template import unit
from facedesk.matching.cohort import cohort_of
from facedesk.matching.heads import Head
from facedesk.matching.pairs import Form
from facedesk.matching.thresholds import Calibration
from facedesk.matching.verification import Verdict, Verifier, score_bounds

RANDOM = np.random.default_rng(8)
COHORT = cohort_of(unit(RANDOM.standard_normal((400, 16))), "e", "made up")
CALIBRATION = Calibration("e", "x", 400, 1, 0, "", (0.5, 0.1, 0.001), (-1.0, 1.0, 3.0), ())
VERIFIER = Verifier(COHORT, CALIBRATION, Head("e", Form.SCORE, (2.0,), -4.0, "x", 400, 1, ""))

fars = st.floats(1e-5, 0.02)


@st.composite
def two_faces(draw):
    """Two unit vectors, from equal to unrelated."""
    random = np.random.default_rng(draw(st.integers(0, 2**32)))
    first, other = random.standard_normal((2, 16))
    apart = draw(st.floats(0, 1))
    return unit(first), unit((1 - apart) * first + apart * other)


def score_by_hand(first, second):
    """AS-norm of one pair, similarity by similarity."""
    similarity = 2 - sum(float(a - b) ** 2 for a, b in zip(first, second, strict=True))
    parts = []
    for face in (first, second):
        nearest = sorted((2 * float(face @ t) for t in COHORT.templates), reverse=True)[:200]
        parts.append((similarity - np.mean(nearest)) / np.std(nearest))
    return sum(parts) / 2


@given(two_faces(), fars)
def test_the_order_of_the_two_does_not_matter(faces, far):
    first, second = faces
    there, back = VERIFIER.verify(first, second, far), VERIFIER.verify(second, first, far)
    assert there.verdict is back.verdict
    assert there.distance == pytest.approx(back.distance, abs=1e-6)
    assert there.threshold == pytest.approx(back.threshold, abs=1e-5)
    assert there.probability == pytest.approx(back.probability, abs=1e-4)


@given(two_faces(), fars)
def test_yes_is_a_distance_up_to_the_threshold_and_a_score_from_the_one_needed(faces, far):
    found = VERIFIER.verify(*faces, far)
    assert (found.verdict is Verdict.YES) == (found.distance <= found.threshold)
    assert (found.verdict is Verdict.YES) == (found.score >= found.score_threshold)
    assert (found.verdict is Verdict.NO) == (found.distance > found.unsure_until)


@given(two_faces(), fars)
def test_the_threshold_is_where_this_pair_would_just_reach_the_score(faces, far):
    found = VERIFIER.verify(*faces, far)
    deviations = COHORT.statistics(np.stack(faces))[1].astype(float)
    slope = (1 / deviations[0] + 1 / deviations[1]) / 2
    nearer = (found.distance - found.threshold) * slope
    assert found.score + nearer == pytest.approx(found.score_threshold, abs=1e-4)
    assert found.threshold <= found.unsure_until


@given(two_faces(), fars)
def test_the_bounds_are_the_scores_for_far_and_for_ten_times_as_much(faces, far):
    found = VERIFIER.verify(*faces, far)
    assert found.far == far
    assert found.score_threshold == CALIBRATION.score_at(far)
    assert score_bounds(CALIBRATION, far) == (
        CALIBRATION.score_at(10 * far),
        CALIBRATION.score_at(far),
    )


@given(two_faces())
def test_the_stricter_the_fewer_are_a_yes(faces):
    order = [Verdict.NO, Verdict.UNSURE, Verdict.YES]
    lenient, strict = (VERIFIER.verify(*faces, far).verdict for far in (0.01, 0.0001))
    assert order.index(strict) <= order.index(lenient)


def test_score_and_distance_are_those_of_the_definition():
    first, second = unit(RANDOM.standard_normal((2, 16)))
    found = VERIFIER.verify(first, second, 0.001)
    assert found.score == pytest.approx(score_by_hand(first, second), abs=1e-4)
    assert found.distance == pytest.approx(float(((first - second) ** 2).sum()), abs=1e-6)
    assert found.probability == pytest.approx(1 / (1 + np.exp(4 - 2 * found.score)), rel=1e-6)


@given(two_faces())
def test_a_face_is_the_same_as_itself(faces):
    found = VERIFIER.verify(faces[0], faces[0], 0.001)
    assert found.verdict is Verdict.YES
    assert found.distance == pytest.approx(0, abs=1e-6)
