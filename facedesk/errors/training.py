"""What keeps an encoder from being trained."""

from facedesk.errors.base import FacedeskError
from facedesk.errors.storage import StorageError


class TrainingRefused(FacedeskError):
    """Photos, or a training that was begun, which can't be trained with."""

    code = "training_refused"
    sentence = "Nothing can be trained with this."


class NoUsablePhoto(TrainingRefused):
    """No file shows a face."""

    code = "no_usable_photo"
    sentence = "None of the {count} photos shows a face that can be used. Choose other photos."


class OnePersonOnly(TrainingRefused):
    """Nobody to tell that person from."""

    code = "one_person_only"
    sentence = (
        "All photos that can be used are of one person. Training takes photos of several people, "
        "each in a folder of their own."
    )


class OnePhotoEach(TrainingRefused):
    """Nothing shows what is the same in two photos of one person."""

    code = "one_photo_each"
    sentence = (
        "Nobody has two photos that can be used. Training learns from several photos of the same "
        "person: add some."
    )


class TooLittleMemory(TrainingRefused):
    """More is needed than there is."""

    code = "too_little_memory"
    sentence = (
        "There is too little memory for this. Close other programs, take fewer photos, or fewer "
        "people at a time."
    )


class Collapsed(TrainingRefused):
    """All encodings are equal, which is how the loss becomes small without learning anything."""

    code = "collapsed"
    sentence = (
        "The encoder has collapsed: it says the same of every face. Training has stopped; what was "
        "best before is kept. Begin again with a lower learning rate, or semi-hard selection."
    )


class OutOfHand(TrainingRefused):
    """Numbers that are none any more."""

    code = "out_of_hand"
    sentence = (
        "The training has got out of hand: its numbers became too large. It has stopped; what was "
        "best before is kept. Begin again with a lower learning rate."
    )


class TrainingThere(TrainingRefused):
    """A training was begun in this folder, and would be lost."""

    code = "training_there"
    sentence = (
        "There is a training in {path} already. Go on with it (--resume), or choose another folder."
    )


class NothingToResume(TrainingRefused):
    """No training was begun in this folder."""

    code = "nothing_to_resume"
    sentence = "There is no training in {path} that could go on. Begin one without --resume."


class CheckpointDamaged(TrainingRefused):
    """Not what was written."""

    code = "checkpoint_damaged"
    sentence = (
        "{path} is damaged, so that this training can't go on. What was best until then lies "
        "beside it; begin anew in another folder."
    )


class CheckpointOfOtherVersion(TrainingRefused):
    """Written by a facedesk that trains otherwise."""

    code = "checkpoint_of_other_version"
    sentence = (
        "{path} was written by another version of facedesk (format {found}, this one has "
        "{expected}). Go on with that version, or begin anew in another folder."
    )


class OtherFaces(TrainingRefused):
    """The photos are not those that the training was begun with."""

    code = "other_faces"
    sentence = (
        "The photos have changed since this training was begun. Put them back as they were, or "
        "begin anew in another folder."
    )


class TrainingNotDeleted(StorageError):
    """Files that can't be removed."""

    code = "training_not_deleted"
    sentence = "The folder {path} can't be deleted. You need the right to write there."


class EncoderUnreadable(TrainingRefused):
    """A file that does not hold an encoder that was trained here."""

    code = "encoder_unreadable"
    sentence = "{path} does not hold an encoder that facedesk trained. Choose another file."


class TrainingDiskFull(StorageError):
    """No space for a checkpoint."""

    code = "training_disk_full"
    sentence = (
        "The disk is full. Training has stopped; what it had come to when it was last saved is "
        "kept. Free some space and let it go on."
    )
