"""Where Unknown ends and Known begins, for a gallery of a given size.

A threshold means nothing without its measurement: the calibration says which encoder, which data
set and which rate each score stands for.
"""

import json
import logging
import math
from dataclasses import asdict, dataclass, fields
from pathlib import Path

import numpy as np

from facedesk import resources
from facedesk.errors import CalibrationNotSaved, FolderNotWritable
from facedesk.paths import make_private_folder
from facedesk.private_file import write_private

_log = logging.getLogger(__name__)

# The share of strangers who may be given a name: the user chooses it, from strict to lenient.
STRICTEST_FPIR, DEFAULT_FPIR, MOST_LENIENT_FPIR = 0.001, 0.01, 0.1
_UNSURE = 5  # between the threshold for FPIR and that for five times as much, facedesk is unsure
# A runner-up less than this far behind casts doubt on a name: a wrong one is worse than none.
_MARGIN = 1.0
_TIE = 0.25


@dataclass(frozen=True)
class Thresholds:
    """Scores (see Match) that a decision needs.

    known: at least this to be given a name. unsure: at least this to be given a doubtful one.
    margin: how far the runner-up must be behind for a name without doubt. tie: if the runner-up is
    not even this far behind, nobody is named.
    """

    known: float
    unsure: float
    margin: float = _MARGIN
    tie: float = _TIE


@dataclass(frozen=True)
class Calibration:
    """How often two different people reach a score, and how often two photos of one person do.

    far: rates, falling; scores: reached by that share of the pairs of different people, rising.
    mate_scores: of pairs of photos of one person, at evenly spaced quantiles from 0 to 1; empty
    where nobody had several photos. data_set, people, pairs, mates, date: what it was measured on
    (mates: pairs of photos of one person), and when.
    """

    encoder_id: str
    data_set: str
    people: int
    pairs: int
    mates: int
    date: str
    far: tuple[float, ...]
    scores: tuple[float, ...]
    mate_scores: tuple[float, ...]

    def score_at(self, far: float) -> float:
        """Return the score that different people reach at this rate.

        Between two measured rates, and beyond the last, scores go with the logarithm of the rate.
        """
        wanted = math.log10(far)
        measured = [math.log10(rate) for rate in self.far]
        right = next((i for i, rate in enumerate(measured) if rate <= wanted), len(measured) - 1)
        right = max(right, 1)
        left = right - 1
        slope = (self.scores[right] - self.scores[left]) / (measured[right] - measured[left])
        return self.scores[left] + slope * (wanted - measured[left])

    def missed_at(self, score: float) -> float | None:
        """Return the share of photos of enrolled people that stay below a score.

        None where that could not be measured.
        """
        if not self.mate_scores:
            return None
        shares = np.linspace(0, 1, len(self.mate_scores))
        return float(np.interp(score, self.mate_scores, shares, left=0.0, right=1.0))


def far_of(fpir: float, people: int) -> float:
    """Return the rate per comparison that gives a stranger `fpir` against all people together."""
    return 1 - (1 - fpir) ** (1 / max(people, 1))


def thresholds_for(calibration: Calibration, photos: int, fpir: float = DEFAULT_FPIR) -> Thresholds:
    """Return the thresholds for a gallery. fpir: accepted false alarms per stranger, 0.001…0.1.

    photos: how many there are, looks included: each of them is one more chance of a mistake.
    """
    return Thresholds(
        known=calibration.score_at(far_of(fpir, photos)),
        unsure=calibration.score_at(far_of(min(_UNSURE * fpir, 0.5), photos)),
    )


def save_calibration(calibration: Calibration) -> str:
    """Return the calibration as the contents of a JSON file."""
    return json.dumps(asdict(calibration), indent=1) + "\n"


def calibration_file(folder: Path, encoder_id: str) -> Path:
    """Return where the user's own calibration of an encoder is kept in a folder."""
    return folder / f"{encoder_id}.json"


def load_calibration(encoder_id: str, own: Path | None = None) -> Calibration:
    """Return the user's own calibration of an encoder, or the shipped one. Raises ResourceMissing.

    own: the folder with the user's own; one that is damaged counts as none.
    """
    measured = own_calibration(encoder_id, own) if own is not None else None
    return measured or read_calibration(resources.read(f"thresholds/{encoder_id}.json"))


def own_calibration(encoder_id: str, folder: Path) -> Calibration | None:
    """Return the user's own calibration of an encoder; None if there is none that can be read."""
    try:
        found = read_calibration(calibration_file(folder, encoder_id).read_bytes())
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError, KeyError, RecursionError) as error:
        _log.info("the user's own calibration can't be read: %s", error)
        return None
    return found if found.encoder_id == encoder_id else None


def keep_own_calibration(calibration: Calibration, folder: Path) -> None:
    """Use this one, from the next start on, instead of the shipped one.

    Raises DiskFull, FolderNotWritable, CalibrationNotSaved.
    """
    make_private_folder(folder)
    file = calibration_file(folder, calibration.encoder_id)
    write_private(file, save_calibration(calibration).encode(), CalibrationNotSaved)


def drop_own_calibration(encoder_id: str, folder: Path) -> None:
    """Use the shipped one again, from the next start on. Raises FolderNotWritable."""
    try:
        calibration_file(folder, encoder_id).unlink(missing_ok=True)
    except OSError as error:
        raise FolderNotWritable(path=folder) from error


def read_calibration(data: bytes) -> Calibration:
    """Return the calibration that a JSON file holds, by its contents. Raises ValueError."""
    values = json.loads(data)
    table = Calibration(
        **{f.name: _tupled(values[f.name]) for f in fields(Calibration) if f.name in values}
    )
    rising = all(np.all(np.diff(s) >= 0) for s in (table.scores, table.mate_scores))
    falling = np.all(np.diff([1.0, *table.far, 0.0]) < 0)
    if len(table.far) < 2 or len(table.far) != len(table.scores) or not (rising and falling):
        raise ValueError("a calibration needs rates with their scores, in order")
    return table


def _tupled(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value
