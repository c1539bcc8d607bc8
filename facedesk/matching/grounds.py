"""What decisions with an encoder are based on, and where it is kept.

For the encoders that come with facedesk it comes with them, too. For the user's own it is measured
on a folder of people and kept beside the model.
"""

import zipfile
from dataclasses import dataclass
from pathlib import Path

from facedesk.errors import ModelNotMeasured, ModelNotSaved
from facedesk.matching.cohort import Cohort, load_cohort, read_cohort, save_cohort
from facedesk.matching.heads import Head, load_head, read_head, save_head
from facedesk.matching.thresholds import (
    Calibration,
    load_calibration,
    own_calibration,
    read_calibration,
    save_calibration,
)
from facedesk.private_file import write_private

_COHORT, _CALIBRATION, _HEAD = "cohort.npz", "calibration.json", "head.json"


@dataclass(frozen=True, eq=False)
class Grounds:
    """What strangers look like to an encoder, and how often they are taken for each other.

    head: how probable it is that two pictures show the same person.
    """

    cohort: Cohort
    calibration: Calibration
    head: Head


def has_grounds(folder: Path) -> bool:
    """Tell whether the folder of a model holds them."""
    return all((folder / name).is_file() for name in (_COHORT, _CALIBRATION, _HEAD))


def keep_grounds(grounds: Grounds, folder: Path) -> None:
    """Write them into the folder of a model. Raises DiskFull, FolderNotWritable, ModelNotSaved."""
    contents = {
        _COHORT: save_cohort(grounds.cohort),
        _CALIBRATION: save_calibration(grounds.calibration).encode(),
        _HEAD: save_head(grounds.head).encode(),
    }
    for name, data in contents.items():
        write_private(folder / name, data, ModelNotSaved)


def load_grounds(
    encoder_id: str, models: Path | None = None, calibrations: Path | None = None
) -> Grounds:
    """Return what decisions with an encoder are based on.

    models: the folder of the user's own models; calibrations: that of their own calibrations,
    which go before what came with the encoder. Raises ResourceMissing, ModelNotMeasured.
    """
    folder = models / encoder_id if models is not None else None
    if folder is None or not folder.is_dir():
        calibration = load_calibration(encoder_id, calibrations)
        return Grounds(load_cohort(encoder_id), calibration, load_head(encoder_id))
    own = own_calibration(encoder_id, calibrations) if calibrations is not None else None
    try:
        return Grounds(
            read_cohort((folder / _COHORT).read_bytes()),
            own or read_calibration((folder / _CALIBRATION).read_bytes()),
            read_head((folder / _HEAD).read_bytes()),
        )
    except (OSError, EOFError, ValueError, TypeError, KeyError, zipfile.BadZipFile) as error:
        raise ModelNotMeasured(name=encoder_id) from error
