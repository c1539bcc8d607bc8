"""Among more than a million people, here a thousand, faiss looks for those who are near."""

import numpy as np
import pytest

from facedesk.encoder.template import unit
from facedesk.matching import matcher as matching
from facedesk.matching.cohort import cohort_of
from facedesk.matching.decide import decide
from facedesk.matching.matcher import Matcher
from facedesk.matching.recognition import Recognition
from facedesk.matching.thresholds import Thresholds

KINDS = np.random.default_rng(6).standard_normal((60, 32))
T = Thresholds(known=6.0, unsure=4.0)


def faces(count, seed):
    random = np.random.default_rng(seed)
    kinds = KINDS[random.integers(0, len(KINDS), count)]
    return unit(kinds + 0.7 * random.standard_normal((count, 32)))


PEOPLE = faces(5000, 1)


@pytest.fixture(scope="module")
def matcher():
    return Matcher(range(5000), [""] * 5000, PEOPLE, cohort_of(faces(600, 2), "e", "made up"))


@pytest.fixture
def probes():
    """Of the first hundred people."""
    noise = np.random.default_rng(3).standard_normal((100, 32))
    return list(unit(PEOPLE[:100] + 0.05 * noise))


@pytest.fixture
def a_thousand_are_too_many(monkeypatch):
    monkeypatch.setattr(matching, "_EXACT_UP_TO", 1000)


def as_by_the_plain_way(matcher, probes):
    """The share of probes that get the same answer and the same person."""
    same = []
    for probe in probes:
        (found,) = Recognition(matcher, T).decide([probe])
        (plain,) = decide(matcher.compare([probe]), T)
        same.append((found.answer, found.match.person_id) == (plain.answer, plain.match.person_id))
    return np.mean(same)


@pytest.mark.usefixtures("a_thousand_are_too_many")
def test_with_faiss_nearly_all_are_found(matcher, probes):
    pytest.importorskip("faiss")
    assert 100 < len(matcher.compare_nearest(probes[:1], T.unsure).rows) <= 1000
    assert as_by_the_plain_way(matcher, probes) >= 0.97


@pytest.mark.usefixtures("a_thousand_are_too_many")
def test_several_faces_are_looked_for_at_once(matcher, probes):
    pytest.importorskip("faiss")
    together = matcher.compare_nearest(probes[:3], T.unsure)
    for face in range(3):
        assert together.rows[together.scores[face].argmax()] == face


@pytest.mark.usefixtures("a_thousand_are_too_many")
def test_without_faiss_it_stays_exact(matcher, probes, monkeypatch):
    monkeypatch.setattr(matching, "find_spec", lambda name: None)
    assert as_by_the_plain_way(matcher, probes) == 1


def test_up_to_a_million_it_is_exact_with_faiss_as_well(matcher, probes):
    assert as_by_the_plain_way(matcher, probes) == 1
