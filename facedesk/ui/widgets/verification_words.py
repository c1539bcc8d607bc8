"""Says what an evaluation of pairs found."""

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication

from facedesk.ui.widgets.chart import Chart, Line
from facedesk.ui.widgets.chart_axis import percent
from facedesk.ui.widgets.findings import Table
from facedesk.ui.widgets.number_words import fixed_words
from facedesk.ui.widgets.share_words import exact, of_hundred

if TYPE_CHECKING:  # it brings torch, which takes a second to import
    from facedesk.evaluation.reliability import Reliability
    from facedesk.evaluation.verification_protocol import VerificationResult

translate = QCoreApplication.translate
_FEWEST_PAIRS = 20  # that a share of them says something
_RATE = "0.01"  # what can be measured with a few hundred pairs


def verification_summary(result: "VerificationResult") -> str:
    """Return what the comparison is worth, in one sentence."""
    text = translate(
        "VerificationWords",
        "Of 100 pairs of photos, {right} told rightly as one person or two. If 1 of 100 pairs of "
        "two people may be accepted, {accepted} of 100 pairs of one person are.",
    )
    figures = result.score
    are = translate("VerificationWords", "{count} are").format(count=of_hundred(figures.accuracy))
    return text.format(right=are, accepted=of_hundred(figures.tar[_RATE]))


def verification_charts(result: "VerificationResult") -> tuple[Chart, ...]:
    """Return what is accepted and what is missed, and whether the probability is right."""
    wrong = translate("VerificationWords", "Pairs of two people, accepted")
    named = {_way(name): figures for name, figures in result.by.items()}
    charts = (
        Chart(
            translate("VerificationWords", "What is accepted (ROC)"),
            wrong,
            translate("VerificationWords", "Pairs of one person, accepted"),
            tuple(Line(name, each.roc.x, each.roc.y) for name, each in named.items()),
            log_x=True,
        ),
        Chart(
            translate("VerificationWords", "Both mistakes (DET)"),
            wrong,
            translate("VerificationWords", "Pairs of one person, refused"),
            tuple(Line(name, each.det.x, each.det.y) for name, each in named.items()),
            log_x=True,
            log_y=True,
        ),
    )
    return charts if result.reliability is None else (*charts, _reliability(result.reliability))


def _reliability(reliability: "Reliability") -> Chart:
    bins = [each for each in reliability.bins if each.pairs >= _FEWEST_PAIRS]
    measured = translate("VerificationWords", "Measured, where there are {n} pairs or more")
    return Chart(
        translate("VerificationWords", "Is the probability right?"),
        translate("VerificationWords", "Probability stated"),
        translate("VerificationWords", "Pairs that are one person"),
        (
            Line(
                measured.format(n=_FEWEST_PAIRS),
                np.array([each.predicted for each in bins]),
                np.array([each.observed for each in bins]),
            ),
        ),
        even=translate("VerificationWords", "As it should be"),
    )


def verification_table(result: "VerificationResult") -> Table:
    """Return the figures, a row for each way of comparing."""
    accepted = translate("VerificationWords", "Accepted at {rate} wrong")
    rates = tuple(result.score.tar)
    headings = (
        translate("VerificationWords", "Compared by"),
        translate("VerificationWords", "Told rightly"),
        *(accepted.format(rate=percent(float(rate))) for rate in rates),
        translate("VerificationWords", "Pairs"),
    )
    rows = tuple(
        (
            _way(name),
            f"{exact(figures.accuracy)} ± {fixed_words(100 * figures.std, 1)}",
            *(exact(figures.tar[rate]) for rate in rates),
            str(result.pairs),
        )
        for name, figures in result.by.items()
    )
    return Table(translate("VerificationWords", "Verification"), headings, rows)


def verification_note(result: "VerificationResult") -> str:
    """Return how it was measured."""
    text = translate(
        "VerificationWords",
        "{pairs} pairs in {folds} folds: what is accepted was chosen on all folds but one, and "
        "judged on that one; ± is the standard deviation over the folds. Pairs that could not be "
        "compared: {failures}.",
    )
    return text.format(pairs=result.pairs, folds=result.folds, failures=len(result.failures))


def _way(name: str) -> str:
    """Return what a way of comparing is called."""
    if name == "score":
        return translate("VerificationWords", "Score, as facedesk does")
    if name == "probability":
        return translate("VerificationWords", "Probability shown")
    return translate("VerificationWords", "Distance alone")
