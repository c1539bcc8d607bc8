"""What a comparison says, in words."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from facedesk.matching.verification import Verdict, Verification
from facedesk.ui.messages import error_text

if TYPE_CHECKING:  # it brings torch, which takes a second to import
    from facedesk.live.claim import CheckedClaim


def verdict_words(verdict: Verdict, name: str) -> str:
    """Return the answer. name: of whom somebody claims to be, "" where that is a picture."""
    words = {
        (Verdict.YES, True): QCoreApplication.translate("Verdict", "Yes, this is {name}"),
        (Verdict.YES, False): QCoreApplication.translate("Verdict", "Yes, the same person"),
        (Verdict.NO, True): QCoreApplication.translate("Verdict", "No, this is not {name}"),
        (Verdict.NO, False): QCoreApplication.translate("Verdict", "No, two different people"),
        (Verdict.UNSURE, True): QCoreApplication.translate("Verdict", "Not sure it is {name}"),
        (Verdict.UNSURE, False): QCoreApplication.translate("Verdict", "Not sure"),
    }
    return words[verdict, bool(name)].format(name=name)


def probability_words(probability: float) -> str:
    """Return a probability (0…1) as a share of pairs."""
    if probability >= 0.995:
        text = QCoreApplication.translate(
            "Verdict", "More than 99 of 100 pairs that look like this are one person."
        )
    elif probability < 0.005:
        text = QCoreApplication.translate(
            "Verdict", "Fewer than 1 of 100 pairs that look like this is one person."
        )
    else:
        text = QCoreApplication.translate(
            "Verdict", "{n} of 100 pairs that look like this are one person."
        )
    return text.format(n=round(100 * probability))


def far_words(far: float) -> str:
    """Return what the accepted false accept rate means."""
    text = QCoreApplication.translate(
        "Verdict", "A yes goes to 1 in {n} pairs of different people (false accept rate)."
    )
    return text.format(n=QLocale().toString(round(1 / far)))


def distance_words(distance: float) -> str:
    """Return a squared distance (0…4), with as many digits as tell."""
    return QLocale().toString(distance, "f", 3)


def figures_words(verification: Verification) -> str:
    """Return the figures of a comparison."""
    text = QCoreApplication.translate(
        "Verdict", "Distance d {d}, threshold T {t}. Score {score}, needed {needed}."
    )
    return text.format(
        d=distance_words(verification.distance),
        t=distance_words(verification.threshold),
        score=_score_words(verification.score),
        needed=_score_words(verification.score_threshold),
    )


def _score_words(score: float) -> str:
    return QLocale().toString(score, "f", 1).replace("-", "−")


def reason_words(claim: "CheckedClaim") -> str:
    """Return why the verdict is what it is, and what would help where a picture is poor."""
    from facedesk.live.claim import REASONS

    why = QCoreApplication.translate("Reasons", REASONS[claim.reason])
    if claim.reason != "poor_picture":
        return why
    refusals = (*claim.first.refusals, *claim.second.refusals)
    return f"{why} {error_text(refusals[0])}"
