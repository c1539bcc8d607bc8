import math

import numpy as np
import pytest

from facedesk.bench import matching, peers
from facedesk.bench.conditions import Conditions
from facedesk.encoder.encoder_id import ENCODER_ID
from facedesk.matching.cohort import load_cohort
from facedesk.matching.matcher import Matcher
from facedesk.matching.shortlist import Shortlist


@pytest.fixture(scope="module")
def cohort():
    return load_cohort(ENCODER_ID)


@pytest.fixture(autouse=True)
def threads_as_they_are(monkeypatch):
    monkeypatch.setattr(matching, "leave_a_core_to_the_window", lambda: None)
    monkeypatch.setattr(matching, "threads_to_compute_with", lambda: 1)


def test_a_match_is_measured_beside_the_peer_and_is_exact(cohort):
    pytest.importorskip("faiss")
    ours, theirs = matching.matching(3000, cohort, repeats=3)
    assert (ours.name, theirs.name) == ("match_3000", "match_3000_faiss-cpu")
    assert 0 < ours.low <= ours.median <= ours.high
    assert ours.peer == "faiss-cpu"
    assert ours.ratio == pytest.approx(theirs.median / ours.median)
    assert ours.remark == "one face, 1 thread, exact"


def test_without_the_peer_there_is_nothing_to_compare_with(cohort, monkeypatch):
    monkeypatch.setattr(peers, "find_spec", lambda name: None)
    (ours,) = matching.matching(100, cohort, repeats=1)
    assert (ours.ratio, ours.remark) == (None, "one face, 1 thread, exact")


def test_another_answer_is_told(cohort, monkeypatch):
    too_low = np.repeat([[100.0, -100.0]], [100, 2900], axis=1)
    monkeypatch.setattr(Shortlist, "ceilings", lambda self, probes: too_low)
    ours, *_ = matching.matching(3000, cohort, repeats=1)
    assert "NOT THE SAME ANSWER" in ours.remark


def test_what_does_not_fit_into_memory_is_left_out(monkeypatch):
    monkeypatch.setattr(matching, "free_memory", lambda: 5e6)
    names = [figure.name for figure in matching.figures(Conditions(repeats=1))]
    assert "match_1000" in names
    assert names[-4:] == [
        "match_10000_left_out",
        "match_100000_left_out",
        "match_1000000_left_out",
        "match_prepare_1000",
    ]


def test_free_memory_is_some_or_unknown():
    assert matching.free_memory() > 1e6 or math.isinf(matching.free_memory())


def test_artificial_mates_are_nearer_than_strangers(cohort):
    random = np.random.default_rng(0)
    people = matching._drawn(cohort, 500, random)
    probes = matching._probes(cohort, people, random)
    best = Matcher(range(500), [""] * 500, people, cohort).compare(probes).scores.max(axis=1)
    assert best[1::2].min() > best[::2].max()
