"""How often which word is said, and how often that is wrong, in the terms of ISO/IEC 30107-3.

APCER: the share of the attacks of one kind that is taken for a living face. BPCER: the share of
living faces that is taken for an attack.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.stats import beta

from facedesk.evaluation.curves import score_exceeded_by
from facedesk.evaluation.liveness.watched import Watched
from facedesk.liveness.answer import Liveness, LivenessAnswer, Look

FUSED = "fused"
LOOKS = (FUSED, *(look.value for look in Look))
_OUTSIDE = 0.05  # how often the truth lies outside an interval


@dataclass(frozen=True)
class Share:
    """So many of so many clips. sources: how many people, or faces, those are of."""

    count: int
    of: int
    sources: int

    @property
    def value(self) -> float:
        """The share, 0…1."""
        return self.count / self.of

    @property
    def interval(self) -> tuple[float, float]:
        """Where it lies with a certainty of 95 %.

        As if there were one clip of each source, since those of one stand or fall together: Clopper
        and Pearson, "The use of confidence or fiducial limits", 1934.
        """
        hits = self.value * self.sources
        misses = self.sources - hits
        low = beta.ppf(_OUTSIDE / 2, hits, misses + 1) if hits else 0.0
        high = beta.ppf(1 - _OUTSIDE / 2, hits + 1, misses) if misses else 1.0
        return float(low), float(high)


@dataclass(frozen=True)
class WordShares:
    """Which words were said of the clips of one kind, so many seconds after they began."""

    kind: str
    attack: bool
    seconds: float
    live: Share
    flat: Share
    not_sure: Share


@dataclass(frozen=True)
class LookErrors:
    """What one look alone, or all of them fused, would make of it with a threshold of its own.

    threshold: log-odds from which a face counts as flat: those at which BPCER is as wanted, or just
    below. apcer: by kind of attack. told: the share of all clips about which it could tell
    anything; the others count as even odds.
    """

    look: str
    seconds: float
    threshold: float
    bpcer: Share
    apcer: dict[str, Share]
    told: Share


def word_shares(watched: Sequence[Watched], seconds: float) -> list[WordShares]:
    """Return the words that were said by then, for each kind of clip."""
    return [
        WordShares(
            kind,
            own[0].attack,
            seconds,
            *(_said(own, word, seconds) for word in (Liveness.LIVE, Liveness.FLAT)),
            _said(own, Liveness.NOT_SURE, seconds),
        )
        for kind, own in _by_kind(watched).items()
    ]


def look_errors(watched: Sequence[Watched], seconds: float, bpcer: float) -> list[LookErrors]:
    """Return APCER of each look and of all fused, at thresholds that so many of the living reach.

    There must be clips of both.
    """
    return [_errors_of(look, watched, seconds, bpcer) for look in LOOKS]


def log_odds_of(look: str, answer: LivenessAnswer) -> float | None:
    """Return the log-odds that a look, or FUSED, gave for a flat face; None where it gave none."""
    if look == FUSED:
        return answer.flat
    return next((each.flat for each in answer.evidence if each.look.value == look), None)


def _errors_of(look: str, watched: Sequence[Watched], seconds: float, bpcer: float) -> LookErrors:
    def flat(each: Watched) -> float:
        return log_odds_of(look, each.after(seconds)) or 0.0

    live = [each for each in watched if not each.attack]
    threshold = score_exceeded_by(bpcer, np.array([flat(each) for each in live]))
    attacks = _by_kind(each for each in watched if each.attack)
    return LookErrors(
        look,
        seconds,
        threshold,
        _share(live, lambda each: flat(each) > threshold),
        {kind: _share(own, lambda each: flat(each) <= threshold) for kind, own in attacks.items()},
        _share(watched, lambda each: log_odds_of(look, each.after(seconds)) is not None),
    )


def _said(watched: Sequence[Watched], word: Liveness, seconds: float) -> Share:
    return _share(watched, lambda each: each.after(seconds).liveness is word)


def _share(watched: Sequence[Watched], counts: Callable[[Watched], bool]) -> Share:
    return Share(sum(map(counts, watched)), len(watched), len({each.source for each in watched}))


def _by_kind(watched: Iterable[Watched]) -> dict[str, list[Watched]]:
    found: dict[str, list[Watched]] = {}
    for each in watched:
        found.setdefault(each.kind, []).append(each)
    return found
