"""What was measured on one sort of clips: made ones, or real ones."""

from collections.abc import Sequence
from dataclasses import dataclass

from facedesk.evaluation.liveness.error_rates import (
    LookErrors,
    WordShares,
    look_errors,
    word_shares,
)
from facedesk.evaluation.liveness.watched import Watched

MADE = "Made clips"
REAL = "Real clips, replays made"
_ABOUT = {
    MADE: "Everything here was measured on made clips: photos that were moved as heads, prints and "
    "screens move. No camera saw any of it.",
    REAL: "The living faces are real clips as they are; what is too short is shown forwards and "
    "backwards. The attacks are made: the same clips, as if they had been printed or shown on a "
    "screen before a camera.",
}


@dataclass(frozen=True)
class Measured:
    """clips: MADE or REAL; about: what those are, for who reads the figures.

    seconds: the time limit. bpcer: asked for, for `looks`. words: those said after each of the
    moments at which it was asked, the time limit among them, by kind.
    """

    clips: str
    seconds: float
    bpcer: float
    words: tuple[tuple[WordShares, ...], ...]
    looks: tuple[LookErrors, ...]

    @property
    def at_limit(self) -> tuple[WordShares, ...]:
        """The words that were said by the time limit."""
        return next(words for words in self.words if words[0].seconds == self.seconds)

    @property
    def about(self) -> str:
        """What these clips are."""
        return _ABOUT[self.clips]


def measured_clips(
    clips: str, watched: Sequence[Watched], moments: Sequence[float], limit: float, bpcer: float
) -> Measured:
    """Return what the answers come to. There must be living faces and attacks among the clips.

    moments: seconds, the time limit among them.
    """
    return Measured(
        clips,
        limit,
        bpcer,
        tuple(tuple(word_shares(watched, moment)) for moment in sorted(moments)),
        tuple(look_errors(watched, limit, bpcer)),
    )
