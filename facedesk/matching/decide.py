"""Names the faces of one frame: each person at most once, and nobody on a doubtful score."""

import numpy as np
from scipy.optimize import linear_sum_assignment

from facedesk.matching.decision import NOBODY, Answer, Decision
from facedesk.matching.matcher import Comparison
from facedesk.matching.thresholds import Thresholds


def decide(comparison: Comparison, thresholds: Thresholds) -> tuple[Decision, ...]:
    """Return one decision per probe; the probes are the different faces of one frame.

    People are shared out so that the scores above the threshold for Unsure add up to the most. A
    face whose best person is given to another face is named after its second best only on the
    second best's own score.
    """
    if not len(comparison.rows):
        return (NOBODY,) * len(comparison.scores)
    given = _shared_out(comparison.scores - thresholds.unsure)
    return tuple(
        _decide_one(comparison, face, given, thresholds) for face in range(len(comparison.scores))
    )


def _shared_out(gains: np.ndarray) -> dict[int, int]:
    """Return which person each face is given to: (N, K) -> for those who gain, face: person."""
    if len(gains) == 1:  # in most frames; it is quicker without scipy
        best = int(gains.argmax())
        return {0: best} if gains[0, best] > 0 else {}
    wanted = np.flatnonzero(gains.max(axis=0) > 0)
    faces, chosen = linear_sum_assignment(np.maximum(gains[:, wanted], 0), maximize=True)
    return {
        int(face): int(wanted[person])
        for face, person in zip(faces, chosen, strict=True)
        if gains[face, wanted[person]] > 0
    }


def _decide_one(
    comparison: Comparison, face: int, given: dict[int, int], thresholds: Thresholds
) -> Decision:
    taken = {person for other, person in given.items() if other != face}
    free = [p for p in _best(comparison.scores[face], len(taken) + 2) if p not in taken]
    if face in given:
        best = given[face]
        others = [person for person in free if person != best]
        runner_up = comparison.match(face, others[0]) if others else None
        match = comparison.match(face, best)
        behind = match.score - runner_up.score if runner_up else np.inf
        return Decision(_answer(match.score, behind, thresholds), match, runner_up)
    if not free:
        return NOBODY
    runner_up = comparison.match(face, free[1]) if len(free) > 1 else None
    return Decision(Answer.UNKNOWN, comparison.match(face, free[0]), runner_up)


def _best(scores: np.ndarray, count: int) -> list[int]:
    """Return who has the best scores (K,), the best first."""
    return (-scores).argsort(kind="stable")[:count].tolist()


def _answer(score: float, behind: float, thresholds: Thresholds) -> Answer:
    if score < thresholds.unsure or behind < thresholds.tie:
        return Answer.UNKNOWN
    if score < thresholds.known or behind < thresholds.margin:
        return Answer.UNSURE
    return Answer.KNOWN
