"""The report of a verification."""

from collections.abc import Sequence

import numpy as np

from facedesk.evaluation.curves import Curve
from facedesk.evaluation.plots import curve_plot, square_plot
from facedesk.evaluation.reliability import Reliability
from facedesk.evaluation.report import Plot, Section, Table, percent
from facedesk.evaluation.train_heads import TrainedHead
from facedesk.evaluation.verification_protocol import (
    DISTANCE,
    PROBABILITY,
    SCORE,
    VerificationResult,
)
from facedesk.matching.heads import Head

_WAYS = {
    SCORE: "score (AS-norm), as facedesk decides",
    DISTANCE: "distance",
    PROBABILITY: "probability of the shipped head",
}


def verification_sections(
    result: VerificationResult, head: Head, trained: Sequence[TrainedHead]
) -> list[Section]:
    """Return tables and plots. trained: heads fitted on these people, if there are enough."""
    sections = [_accuracy(result)]
    if result.reliability:
        sections.append(_reliability(result.reliability, head))
    if trained:
        sections.append(_heads(trained))
    return sections


def _accuracy(result: VerificationResult) -> Section:
    rates = list(result.score.tar)
    rows = tuple(
        (
            _WAYS[way],
            f"{percent(figures.accuracy)} ± {100 * figures.std:.2f}",
            *(percent(figures.tar[rate]) for rate in rates),
        )
        for way, figures in result.by.items()
    )
    text = (
        f"{result.pairs} pairs in {result.folds} folds. The threshold is chosen on all folds but "
        "one and judged on that one; the accuracy is the mean over the folds, ± their standard "
        "deviation. TAR is the share of pairs of one person accepted where the share of pairs of "
        "two people accepted is FAR.",
        f"{len(result.failures)} pairs could not be compared: a photo is missing, can't be read, "
        "or shows no face.",
    )
    far = "FAR: pairs of two people accepted"
    roc = {_WAYS[way]: figures.roc for way, figures in result.by.items()}
    det = {_WAYS[way]: figures.det for way, figures in result.by.items()}
    return Section(
        "One person, or two?",
        text,
        Table(("Compared by", "Accuracy", *(f"TAR at FAR {rate}" for rate in rates)), rows),
        (
            Plot(curve_plot(roc, far, "TAR: pairs of one person accepted"), "ROC"),
            Plot(curve_plot(det, far, "FRR: pairs of one person rejected", log_y=True), "DET"),
        ),
    )


def _reliability(found: Reliability, head: Head) -> Section:
    text = (
        f"The head sees the {head.form.value} of a pair. It was fitted and calibrated on "
        f"{head.data_set} ({head.people} people, {head.pairs} pairs, {head.date}); only on people "
        "who had no share in that is what follows a test. Pairs of one person and of two count as "
        "equally frequent.",
        f"Expected calibration error: {percent(found.error)}.",
    )
    bins = found.bins
    curve = Curve(
        np.array([each.predicted for each in bins]), np.array([each.observed for each in bins])
    )
    plot = square_plot({"observed": curve}, "probability, as said", "share that is of one person")
    rows = tuple(
        (percent(each.predicted), percent(each.observed), str(each.pairs)) for each in bins
    )
    return Section(
        "Can the probability be taken at its word?",
        text,
        Table(("Said", "Observed", "Pairs"), rows),
        (Plot(plot, "On the dashed line, what is said is what is observed."),),
    )


def _heads(trained: Sequence[TrainedHead]) -> Section:
    rates = list(trained[0].figures.tar)
    rows = tuple(
        (
            each.head.form.value,
            f"{each.figures.log_loss:.4f}",
            percent(each.figures.accuracy),
            f"{each.figures.auc:.5f}",
            *(percent(each.figures.tar[rate]) for rate in rates),
            percent(each.figures.calibration_error),
        )
        for each in trained
    )
    headings = ("Head on", "Log-loss", "Accuracy", "AUC")
    headings += (*(f"TAR at FAR {rate}" for rate in rates), "Calibration error")
    text = (
        "Heads fitted anew on the people of this data set, in five groups: each is judged on "
        f"people it was neither fitted nor calibrated on. {trained[0].head.pairs} pairs."
    )
    return Section("Which form of a pair tells most", (text,), Table(headings, rows))
