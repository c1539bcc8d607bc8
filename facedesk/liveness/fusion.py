"""One answer from several pieces of evidence: their log-odds, weighted and added."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from facedesk.liveness.answer import Doubt, Evidence, Liveness, LivenessAnswer, Look


@dataclass(frozen=True)
class FusionSettings:
    """How evidence becomes a word.

    weights: what each look's log-odds count. prior: log-odds that a face is flat before anything
    is seen. limit: no look counts more than this, so that none decides against all others.
    flat_from, live_to: log-odds from which, and to which, the word is Flat and Live. back: how far
    they must fall back before a word that was said is taken back. grounds: how much of what it
    needs (0…1) at least one look must have had. least_s: seconds before anything is said.
    """

    weights: dict[Look, float] = field(
        default_factory=lambda: {Look.GEOMETRY: 1.0, Look.CLIP: 1.0, Look.SIGNALS: 1.0}
    )
    prior: float = 0.0
    limit: float = 6.0
    flat_from: float = 1.5
    live_to: float = -1.5
    back: float = 1.0
    grounds: float = 0.5
    least_s: float = 2.8


# Fitted by `facedesk evaluate liveness --people 60 --seed 1 --fit` to made clips of people of
# CelebA: at flat_from and live_to, 95 in 100 are what they are called, where living faces and
# attacks are as frequent.
FUSION = FusionSettings(
    weights=dict.fromkeys(Look, 0.99), prior=0.38, flat_from=2.94, live_to=-2.94
)


def log_odds(evidence: Sequence[Evidence], settings: FusionSettings = FUSION) -> float | None:
    """Return the log-odds that a face is flat, of all evidence; None where there is none.

    What had less of the time or movement that it needs counts that much less; what is no number
    counts nothing.
    """
    telling = [each for each in evidence if _tells(each)]
    if not telling:
        return None
    return settings.prior + sum(
        settings.weights[each.look]
        * each.enough
        * max(-settings.limit, min(each.flat, settings.limit))
        for each in telling
    )


class Fusion:
    """Says the word for one face, and does not change it for a trifle."""

    def __init__(self, settings: FusionSettings = FUSION) -> None:
        self._settings = settings
        self._said = Liveness.NOT_SURE

    def answer(
        self, evidence: Sequence[Evidence], seconds: float, doubt: Doubt | None
    ) -> LivenessAnswer:
        """Return the answer of now.

        seconds: how long the face has been watched. doubt: what is wrong with the pictures, if
        anything: then nothing is said, whatever the evidence. A word that was said stays while
        there is nothing new to go by, as of somebody who sits still.
        """
        settings = self._settings
        flat = log_odds(evidence, settings)
        grounds = max((each.enough for each in evidence if _tells(each)), default=0.0)
        if doubt is None and seconds < settings.least_s:
            doubt = Doubt.SHORT
        if doubt is not None:
            self._said = Liveness.NOT_SURE
        elif flat is not None and grounds >= settings.grounds:
            self._said = self._word(flat)
            doubt = Doubt.UNCLEAR
        else:
            doubt = Doubt.STILL
        unsure = self._said is Liveness.NOT_SURE
        return LivenessAnswer(self._said, tuple(evidence), seconds, flat, doubt if unsure else None)

    def _word(self, flat: float) -> Liveness:
        settings = self._settings
        flat_from = settings.flat_from - settings.back * (self._said is Liveness.FLAT)
        live_to = settings.live_to + settings.back * (self._said is Liveness.LIVE)
        if flat >= flat_from:
            return Liveness.FLAT
        return Liveness.LIVE if flat <= live_to else Liveness.NOT_SURE


def _tells(evidence: Evidence) -> bool:
    return evidence.flat is not None and math.isfinite(evidence.flat) and evidence.enough > 0
