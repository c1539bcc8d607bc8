"""Puts an evaluation into words, charts and a table."""

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from facedesk.ui.messages import error_text
from facedesk.ui.widgets.chart_axis import percent
from facedesk.ui.widgets.findings import Findings
from facedesk.ui.widgets.recognition_words import (
    recognition_charts,
    recognition_summary,
    recognition_table,
)

if TYPE_CHECKING:  # it brings torch, which takes a second to import
    from facedesk.evaluation.evaluation import Evaluation, Unusable

translate = QCoreApplication.translate


def findings_of(evaluation: "Evaluation") -> Findings:
    """Return what to show of an evaluation."""
    notes = [_measured_on(evaluation)]
    if evaluation.unusable:
        notes.append(_left_out(evaluation.unusable))
    return Findings(
        recognition_summary(evaluation.results),
        recognition_charts(evaluation.results),
        recognition_table(evaluation.results),
        tuple(notes),
    )


def _measured_on(evaluation: "Evaluation") -> str:
    text = translate(
        "EvaluationWords",
        "Measured on {photos} photos of {people} people in {folder}; false alarms accepted: "
        "{rate}; encoder: {encoder}. With one photo of each enrolled, facedesk decided about "
        "their other photos, and about people with a single photo as strangers.",
    )
    return text.format(
        photos=evaluation.photos,
        people=evaluation.people,
        folder=evaluation.plan.folder,
        rate=percent(evaluation.plan.fpir),
        encoder=evaluation.encoder_id,
    )


def _left_out(unusable: "tuple[Unusable, ...]") -> str:
    """Return how many photos had no share in the figures, by reason, the most frequent first."""
    reasons = Counter(error_text(each.error) for each in unusable).most_common()
    text = translate("EvaluationWords", "Photos that could not be used: {n}")
    counted = [f"{count} × {reason}" for reason, count in reasons]
    return "\n".join((text.format(n=len(unusable)), *counted))
