"""What measurements and tables can not be made of."""

from facedesk.errors.base import FacedeskError
from facedesk.errors.storage import StorageError


class CalibrationNotSaved(StorageError):
    """What was measured can't be written to the data folder."""

    code = "calibration_not_saved"
    sentence = "What was measured can't be saved. The log has the details."


class TooFewPeople(FacedeskError):
    """A data set that says too little."""

    code = "too_few_people"
    sentence = "There are {found} people with a usable photo; this takes at least {needed}."


class NobodyToCompare(FacedeskError):
    """A data set without mates, or without strangers."""

    code = "nobody_to_compare"
    sentence = "This takes people with several photos, and others with a single one."


class TooFewPairs(FacedeskError):
    """Pairs that can't be split into what chooses the threshold and what it is judged on."""

    code = "too_few_pairs"
    sentence = (
        "Of these pairs, {found} can be compared. This takes at least two folds, each with pairs "
        "of one person and of two: people with several photos."
    )


class PairsMissing(FacedeskError):
    """The file with the pairs is not there, or may not be read."""

    code = "pairs_missing"
    sentence = "The file {path} can't be opened. Check that it is there and that you may read it."


class PairsUnreadable(FacedeskError):
    """A file that does not list pairs of photos."""

    code = "pairs_unreadable"
    sentence = (
        "{path} does not list pairs of photos (see line {line}). "
        "Write them as LFW's pairs.txt does, or as lines of path,path,same."
    )


class NoGroups(FacedeskError):
    """A folder that does not say who belongs to which group."""

    code = "no_groups"
    sentence = (
        "Nothing in {source} names groups. This takes FOLDER/GROUP/PERSON/*.jpg, "
        "or files named AGE_GENDER_RACE_date.jpg."
    )


class NoFaceForSeconds(FacedeskError):
    """Clips in which nobody stays."""

    code = "no_face_for_seconds"
    sentence = "In no clip of {source} a face is seen for {seconds} seconds or longer."
