"""Says what an open-set evaluation found."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from facedesk.ui.widgets.chart import Chart, Line
from facedesk.ui.widgets.chart_axis import percent
from facedesk.ui.widgets.findings import Table
from facedesk.ui.widgets.share_words import between, exact, of_hundred

if TYPE_CHECKING:  # it brings torch, which takes a second to import
    from facedesk.evaluation.openset import OpenSetResult

translate = QCoreApplication.translate


def recognition_summary(results: Sequence["OpenSetResult"]) -> str:
    """Return what the largest gallery came to, in one sentence."""
    result = max(results, key=lambda each: each.people)
    text = translate(
        "RecognitionWords",
        "With {people} people enrolled: of 100 strangers, {named} given a name; of 100 photos of "
        "enrolled people, {right} named rightly.",
    )
    named, right = result.fpir_at_shipped_threshold, result.dir_at_shipped_threshold
    return text.format(people=result.people, named=_are(named), right=_are(right))


def recognition_charts(results: Sequence["OpenSetResult"]) -> tuple[Chart, ...]:
    """Return the one chart: who is found, against who is named wrongly."""
    lines = tuple(
        Line(
            translate("RecognitionWords", "{n} people enrolled").format(n=result.people),
            result.curve.x,
            result.curve.y,
            (result.fpir_at_shipped_threshold, result.dir_at_shipped_threshold),
        )
        for result in results
    )
    return (
        Chart(
            translate("RecognitionWords", "People found, and strangers named"),
            translate("RecognitionWords", "False alarms: strangers given a name"),
            translate("RecognitionWords", "Found: enrolled people named rightly"),
            lines,
            log_x=True,
            mark=translate("RecognitionWords", "As facedesk decides"),
        ),
    )


def recognition_table(results: Sequence["OpenSetResult"]) -> Table:
    """Return the figures, a row for each gallery."""
    headings = (
        translate("RecognitionWords", "People enrolled"),
        translate("RecognitionWords", "Named rightly"),
        translate("RecognitionWords", "Named wrongly"),
        translate("RecognitionWords", "Strangers named"),
        translate("RecognitionWords", "Looks most like themselves"),
        translate("RecognitionWords", "Photos of them"),
        translate("RecognitionWords", "Strangers"),
    )
    rows = tuple(
        (
            str(result.people),
            _with_interval(result, "dir_at_shipped_threshold"),
            _with_interval(result, "wrong_at_shipped_threshold"),
            _with_interval(result, "fpir_at_shipped_threshold"),
            _with_interval(result, "rank1"),
            str(result.mates),
            str(result.strangers),
        )
        for result in results
    )
    return Table(
        translate("RecognitionWords", "Recognition by the number of people enrolled"),
        headings,
        rows,
    )


def recognition_note(fpir: float) -> str:
    """Return how it was measured. fpir: the accepted false alarms."""
    text = translate(
        "RecognitionWords",
        "One photo of each person was enrolled; their other photos were to be named, and people "
        "with a single photo were the strangers. {rate} of strangers were accepted as false "
        "alarms. In brackets: where the figure would lie 95 times of 100 with other people of "
        "the same kind.",
    )
    return text.format(rate=percent(fpir))


def _with_interval(result: "OpenSetResult", figure: str) -> str:
    """Return a figure, and between which two it lies 95 times of 100."""
    low, high = result.intervals[figure]
    return f"{exact(getattr(result, figure))} ({between(low, high)})"


def _are(share: float) -> str:
    """Return "about 1 is", "about 87 are": how many of 100, with the verb."""
    count = of_hundred(share)
    if round(100 * share) <= 1:
        return translate("RecognitionWords", "{count} is").format(count=count)
    return translate("RecognitionWords", "{count} are").format(count=count)
