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
    if not comparison.person_ids:
        return (NOBODY,) * len(comparison.scores)
    gains = np.maximum(comparison.scores - thresholds.unsure, 0)
    faces, people = linear_sum_assignment(gains, maximize=True)
    given = {
        int(face): int(person)
        for face, person in zip(faces, people, strict=True)
        if gains[face, person] > 0
    }
    return tuple(
        _decide_one(comparison, face, given, thresholds) for face in range(len(comparison.scores))
    )


def _decide_one(
    comparison: Comparison, face: int, given: dict[int, int], thresholds: Thresholds
) -> Decision:
    taken = {person for other, person in given.items() if other != face}
    order = [int(p) for p in np.argsort(-comparison.scores[face], kind="stable")[: len(taken) + 2]]
    free = [person for person in order if person not in taken]
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


def _answer(score: float, behind: float, thresholds: Thresholds) -> Answer:
    if score < thresholds.unsure or behind < thresholds.tie:
        return Answer.UNKNOWN
    if score < thresholds.known or behind < thresholds.margin:
        return Answer.UNSURE
    return Answer.KNOWN
