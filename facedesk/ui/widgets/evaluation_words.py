"""Puts an evaluation into words, charts and a table."""

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from facedesk.ui.messages import error_text
from facedesk.ui.widgets.findings import Findings
from facedesk.ui.widgets.groups_words import groups_note, groups_summary, groups_table
from facedesk.ui.widgets.recognition_words import (
    recognition_charts,
    recognition_note,
    recognition_summary,
    recognition_table,
)
from facedesk.ui.widgets.verification_words import (
    verification_charts,
    verification_note,
    verification_summary,
    verification_table,
)

if TYPE_CHECKING:  # it brings torch, which takes a second to import
    from facedesk.capture.unusable import Unusable
    from facedesk.evaluation.evaluation import Evaluation

translate = QCoreApplication.translate


def findings_of(evaluation: "Evaluation") -> Findings:
    """Return what to show of an evaluation."""
    notes = [_measured_on(evaluation)]
    if evaluation.unusable:
        notes.append(_left_out(evaluation.unusable))
    if evaluation.verification is not None:
        return Findings(
            verification_summary(evaluation.verification),
            verification_charts(evaluation.verification),
            verification_table(evaluation.verification),
            (verification_note(evaluation.verification), *notes),
        )
    if evaluation.groups:
        return Findings(
            groups_summary(evaluation.groups),
            (),
            groups_table(evaluation.groups),
            (groups_note(evaluation.groups), *notes),
        )
    return Findings(
        recognition_summary(evaluation.recognition),
        recognition_charts(evaluation.recognition),
        recognition_table(evaluation.recognition),
        (recognition_note(evaluation.plan.fpir), *notes),
    )


def _measured_on(evaluation: "Evaluation") -> str:
    text = translate(
        "EvaluationWords",
        "Measured on {photos} photos of {people} people in {folder}, with the encoder {encoder}.",
    )
    return text.format(
        photos=evaluation.photos,
        people=evaluation.people,
        folder=evaluation.plan.folder,
        encoder=evaluation.subject.cohort.encoder_id,
    )


def _left_out(unusable: "tuple[Unusable, ...]") -> str:
    """Return how many photos had no share in the figures, by reason, the most frequent first."""
    reasons = Counter(error_text(each.error) for each in unusable).most_common()
    text = translate("EvaluationWords", "Photos that could not be used: {n}")
    counted = [f"{count} × {reason}" for reason, count in reasons]
    return "\n".join((text.format(n=len(unusable)), *counted))
