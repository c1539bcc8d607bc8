from collections import Counter

import numpy as np
import pytest

from facedesk.encoder.template import unit
from facedesk.errors import NobodyToCompare, TooFewPeople
from facedesk.evaluation.verdict_shares import verdict_shares
from facedesk.matching.cohort import cohort_of
from facedesk.matching.heads import Head
from facedesk.matching.pairs import Form
from facedesk.matching.thresholds import Calibration
from facedesk.matching.verification import Verdict, Verifier

RANDOM = np.random.default_rng(3)
COHORT = cohort_of(unit(RANDOM.standard_normal((300, 16))), "e", "made up")
CALIBRATION = Calibration("e", "x", 300, 1, 0, "", (0.2, 0.02, 0.002), (-1.0, 0.5, 2.0), ())
VERIFIER = Verifier(COHORT, CALIBRATION, Head("e", Form.SCORE, (2.0,), 0.0, "x", 300, 1, ""))
FACES = RANDOM.standard_normal((25, 16))
VECTORS = unit(np.concatenate([FACES, FACES[:9] + RANDOM.standard_normal((9, 16))]))
PERSONS = [f"p{i:02}" for i in range(25)] + [f"p{i:02}" for i in range(9)]


def verdicts(pairs, far):
    counted = Counter(VERIFIER.verify(VECTORS[a], VECTORS[b], far).verdict for a, b in pairs)
    return [counted[v] / len(pairs) for v in (Verdict.YES, Verdict.UNSURE, Verdict.NO)]


@pytest.mark.parametrize("far", [0.02, 0.002])
def test_they_are_those_of_the_verifier(far):
    (shares,) = verdict_shares(VECTORS, PERSONS, COHORT, CALIBRATION, [far])
    mates = [(25 + i, i) for i in range(9)]
    strangers = [(i, k) for i in range(25) for k in range(i + 1, 25)]
    assert (shares.far, shares.mates, shares.strangers) == (far, 9, 300)
    assert [shares.mates_yes, shares.mates_unsure, shares.mates_no] == pytest.approx(
        verdicts(mates, far)
    )
    assert [
        shares.strangers_yes,
        shares.strangers_unsure,
        shares.strangers_no,
    ] == pytest.approx(verdicts(strangers, far))
    assert 0 < shares.mates_yes < 1, "or this would test nothing"


def test_one_person_or_one_photo_each_is_not_enough():
    with pytest.raises(TooFewPeople):
        verdict_shares(VECTORS[:2], ["a", "a"], COHORT, CALIBRATION, [0.01])
    with pytest.raises(NobodyToCompare):
        verdict_shares(VECTORS[:3], ["a", "b", "c"], COHORT, CALIBRATION, [0.01])
