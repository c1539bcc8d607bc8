"""What a measurement was made with: without it, its figures mean nothing."""

from dataclasses import dataclass
from pathlib import Path

from facedesk.evaluation.report import Section
from facedesk.matching.cohort import Cohort
from facedesk.matching.thresholds import Calibration

_MOST_FILES = 100  # that are named; the rest is counted


@dataclass(frozen=True)
class Measured:
    """command: as it was typed. photos, people: with a face. failures: photos without one."""

    command: str
    folder: Path
    photos: int
    people: int
    failures: tuple[Path, ...]
    cohort: Cohort
    calibration: Calibration
    date: str

    @property
    def parts(self) -> dict[str, str]:
        """Encoder and cohort, as each answer names them."""
        return {"encoder": self.cohort.encoder_id, "cohort": self.cohort.source}


def section_of(measured: Measured) -> Section:
    """Return the part of a report that says what was run, on what."""
    cohort, calibration = measured.cohort, measured.calibration
    facts = (
        ("Command", measured.command),
        ("Date", measured.date),
        ("Photos", f"{measured.photos} of {measured.people} people, in {measured.folder}"),
        ("Without a face, or unreadable", str(len(measured.failures))),
        ("Encoder", cohort.encoder_id),
        (
            "Cohort",
            f"{cohort.source}: {cohort.count} faces in {len(cohort.weights)} normal distributions",
        ),
        (
            "Thresholds",
            f"{calibration.data_set}: {calibration.pairs} pairs of {calibration.people} people, "
            f"{calibration.date}",
        ),
    )
    return Section("What was run", facts=facts)


def files_section(heading: str, files: tuple[str, ...]) -> tuple[Section, ...]:
    """Return a list of files, or nothing where there are none."""
    if not files:
        return ()
    more = len(files) - _MOST_FILES
    text = ", ".join(files[:_MOST_FILES]) + (f", and {more} more" if more > 0 else "") + "."
    return (Section(heading, (text,)),)
