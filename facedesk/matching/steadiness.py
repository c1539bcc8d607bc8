"""Keeps the name of a track from flickering."""

from collections.abc import Collection

from facedesk.matching.decision import Answer, Decision
from facedesk.matching.thresholds import Thresholds

_AGREEING = 3  # decisions in a row that it takes to change a name that was certain


class SteadyDecision:
    """The decision shown for one track."""

    def __init__(self) -> None:
        self.shown: Decision | None = None
        self._disagreeing = 0

    def update(
        self, fresh: Decision, thresholds: Thresholds, named: Collection[int] = ()
    ) -> Decision:
        """Take a fresh decision into account and return the one to show.

        Someone Known stays Known as long as the score is above the threshold for Unsure. Another
        name, or none, must come three times in a row to replace a name that was certain, unless
        another face of the frame is known by it now. named: ids of the people who are Known in
        this frame, by their fresh decisions.
        """
        known = self.shown is not None and self.shown.answer is Answer.KNOWN
        if known and self._still_the_same(fresh, thresholds):
            self._disagreeing = 0
            self.shown = Decision(Answer.KNOWN, fresh.match, fresh.runner_up)
        elif known and self._may_stay(named):
            self._disagreeing += 1
        else:
            self._disagreeing = 0
            self.shown = fresh
        return self.shown

    def forget(self) -> None:
        """Start anew, when the gallery has changed or the track is of someone else."""
        self.shown = None
        self._disagreeing = 0

    def _may_stay(self, named: Collection[int]) -> bool:
        return self._disagreeing + 1 < _AGREEING and self.shown.match.person_id not in named

    def _still_the_same(self, fresh: Decision, thresholds: Thresholds) -> bool:
        if fresh.match is None or fresh.match.person_id != self.shown.match.person_id:
            return False
        behind = fresh.match.score - fresh.runner_up.score if fresh.runner_up else float("inf")
        return fresh.match.score >= thresholds.unsure and behind >= thresholds.tie
