"""The report of one evaluation, whichever its protocol; the same pages that the commands write."""

import shlex
from datetime import date
from pathlib import Path

from facedesk.evaluation.evaluation import Evaluation
from facedesk.evaluation.group_report import group_sections
from facedesk.evaluation.measured import Measured, files_section, section_of
from facedesk.evaluation.openset_report import openset_sections
from facedesk.evaluation.plan import GroupsPlan, RecognitionPlan
from facedesk.evaluation.report import Section, write_report
from facedesk.evaluation.verification_report import verification_sections


def write_evaluation_report(evaluation: Evaluation, folder: Path) -> Path:
    """Write index.html into a folder, and return the file. Raises FileNotWritten."""
    plan, subject = evaluation.plan, evaluation.subject
    failures = tuple(each.path for each in evaluation.unusable)
    measured = Measured(
        command=shlex.join(["facedesk", "evaluate", *_words(evaluation)]),
        folder=plan.folder,
        photos=evaluation.photos,
        people=evaluation.people,
        failures=failures,
        cohort=subject.cohort,
        calibration=subject.calibration,
        date=date.today().isoformat(),
    )
    files = files_section("Photos that can't be used", tuple(map(str, failures)))
    sections = [*_sections(evaluation), section_of(measured), *files]
    return write_report(folder, "facedesk: what the answers are worth", sections)


def _sections(evaluation: Evaluation) -> list[Section]:
    if evaluation.verification is not None:
        return verification_sections(evaluation.verification, evaluation.subject.head, ())
    if isinstance(evaluation.plan, GroupsPlan):
        return group_sections(evaluation.groups)
    return openset_sections(evaluation.recognition, ())


def _words(evaluation: Evaluation) -> list[str]:
    """Return the command that measures the like."""
    plan = evaluation.plan
    images = ["--images", str(plan.folder)]
    if isinstance(plan, RecognitionPlan):
        sizes = [str(size) for size in plan.sizes]
        return ["openset", *images, "--gallery-size", *sizes, "--fpir", f"{plan.fpir:g}"]
    if isinstance(plan, GroupsPlan):
        return ["verification", *images, "--by-group"]
    return ["verification", *images, *(["--pairs", str(plan.pairs)] if plan.pairs else [])]
