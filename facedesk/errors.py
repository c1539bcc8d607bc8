"""The errors a user may see, each with a stable code and a sentence they can act on.

Sentences are templates: `{name}` stands for a detail given when the error is raised. The window
translates the template, then fills it in; error.text is the English sentence. str(error) is the
same without what may be somebody's name, since that is what logs and reports of crashes hold.
"""

from collections.abc import Callable
from functools import partial


class FacedeskError(Exception):
    """Anything that facedesk tells its user instead of doing what was asked."""

    code = "error"
    sentence = "Something went wrong. The log has the details."
    personal = frozenset({"name", "source"})  # the details that only the user is told

    def __init__(self, **details: object) -> None:
        told = {key: "…" if key in self.personal else value for key, value in details.items()}
        super().__init__(self.sentence.format(**told))
        self.details = details

    @property
    def text(self) -> str:
        """What the user is told, in English."""
        return self.sentence.format(**self.details)

    def __reduce__(self) -> tuple[Callable[[], "FacedeskError"], tuple[()]]:
        """Let it pass from one process to another."""
        return partial(type(self), **self.details), ()


# Photos -----------------------------------------------------------------------------------------


class PhotoRefused(FacedeskError):
    """A photo that nobody can be enrolled or recognised with."""

    code = "photo_refused"
    sentence = "This photo can't be used."


class PhotoMissing(PhotoRefused):
    """The file is not there or may not be read."""

    code = "missing"
    sentence = "This photo can't be opened. Check that the file is there and that you may read it."


class NotAnImage(PhotoRefused):
    """The file is no picture in a format we read."""

    code = "not_an_image"
    sentence = "This file is not a picture. Choose a JPEG, PNG, WebP, BMP, TIFF or GIF file."


class PhotoTruncated(PhotoRefused):
    """The picture ends too early."""

    code = "truncated"
    sentence = "This picture is damaged: part of the file is missing. Copy it again."


class PhotoTooLarge(PhotoRefused):
    """More pixels than any camera makes: likely a trap, in any case too much memory."""

    code = "too_large"
    sentence = "This picture is too large ({megapixels} megapixels). Use one below {limit}."


class NoFace(PhotoRefused):
    """Nobody there."""

    code = "no_face"
    sentence = "No face was found. Use a photo that shows the face from the front."


class SeveralFaces(PhotoRefused):
    """Whom to enrol is not clear."""

    code = "several_faces"
    sentence = "There are {count} faces in this photo. Use one that shows a single person."


class FaceTooSmall(PhotoRefused):
    """Too few pixels between the eyes."""

    code = "too_small"
    sentence = "The face is too small. Use a larger photo, or one taken from nearer."


class FaceTooDark(PhotoRefused):
    """Under-exposed."""

    code = "too_dark"
    sentence = "The face is too dark. Use a photo with more light on the face."


class FaceTooBright(PhotoRefused):
    """Over-exposed."""

    code = "too_bright"
    sentence = "The face is too bright. Use a photo with softer light."


class FaceBlurred(PhotoRefused):
    """Out of focus or moving."""

    code = "blurred"
    sentence = "The face is blurred. Use a sharper photo."


class FaceTurnedAway(PhotoRefused):
    """Seen from the side, from above or from below."""

    code = "turned_away"
    sentence = "The face is turned away. Use a photo that shows it from the front."


class FaceCutOff(PhotoRefused):
    """Part of the face lies outside the picture."""

    code = "cut_off"
    sentence = "The face is cut off at the edge. Use a photo that shows all of it."


# People -----------------------------------------------------------------------------------------


class NameRefused(FacedeskError):
    """A name that can't be given to a person."""

    code = "name_refused"
    sentence = "This name can't be used."


class NameEmpty(NameRefused):
    """Nothing but spaces."""

    code = "name_empty"
    sentence = "Please type a name."


class NameTooLong(NameRefused):
    """More than fits anywhere."""

    code = "name_too_long"
    sentence = "This name is too long. Use at most {limit} characters."


class NameTaken(NameRefused):
    """Two people of one name could not be told apart in any list."""

    code = "name_taken"
    sentence = "“{name}” is enrolled already. Choose another name, or replace their photo."


class TooManyLooks(FacedeskError):
    """More pictures of one person than help."""

    code = "too_many_looks"
    sentence = "A person can have {most} looks besides their photo. Remove one first."


class PersonNotFound(FacedeskError):
    """Nobody of that name is enrolled."""

    code = "person_not_found"
    sentence = "Nobody called “{name}” is enrolled."


class PersonGone(PersonNotFound):
    """They were there when the list was made; another window or command has removed them."""

    code = "person_gone"
    sentence = "This person was removed in the meantime."


class PersonChanged(FacedeskError):
    """What was to be changed is not any more what the user has seen."""

    code = "person_changed"
    sentence = "Somebody else has just changed {name}. Look at them again, then decide anew."


class NeitherPhotoNorPerson(FacedeskError):
    """Something to compare that is not there."""

    code = "neither_photo_nor_person"
    sentence = "There is no photo “{name}”, and nobody called so is enrolled."


# Sources ----------------------------------------------------------------------------------------


class SourceError(FacedeskError):
    """A camera, file or address that gives no pictures."""

    code = "source"
    sentence = "{source} can't be opened."


class SourceNotFound(SourceError):
    """Nothing by that name."""

    code = "source_not_found"
    sentence = "There is no “{source}”. Choose a camera, a file, a folder or an address."


class NoCamera(SourceError):
    """No camera is connected."""

    code = "no_camera"
    sentence = "No camera was found. Connect one, or open a video or picture instead."


class CameraMissing(SourceError):
    """The chosen camera is not there."""

    code = "camera_missing"
    sentence = "{source} is not connected. Plug it in, or choose another camera."


class CameraBusy(SourceError):
    """The camera is there but gives nothing, most often because another program has it."""

    code = "camera_busy"
    sentence = "{source} gives no picture. Close other programs that use it."


class CameraLost(SourceError):
    """The camera stopped while it ran."""

    code = "camera_lost"
    sentence = "{source} stopped sending pictures."


class PictureBlack(SourceError):
    """The camera runs but sees nothing."""

    code = "picture_black"
    sentence = "{source} shows only black. Open its cover, and check that it may be used."


class PictureFrozen(SourceError):
    """The camera repeats itself, as some do when they hang."""

    code = "picture_frozen"
    sentence = "{source} keeps sending the same picture. Unplug it and plug it in again."


class FileUnreadable(SourceError):
    """No video or picture could be read from the file."""

    code = "file_unreadable"
    sentence = "{source} can't be played. Choose a video or picture file."


class NotAVideo(SourceError):
    """A picture, a folder, or anything else that has no course in time."""

    code = "not_a_video"
    sentence = "{source} is not a video that can be read. Choose another file."


class FolderEmpty(SourceError):
    """A folder without pictures."""

    code = "folder_empty"
    sentence = "There are no pictures in {source} that can be read."


class AddressUnreachable(SourceError):
    """An RTSP or HTTP address that does not answer."""

    code = "address_unreachable"
    sentence = "{source} does not answer. Check the address and the network."


class SightingGone(FacedeskError):
    """It was there when the list was made, or its picture was."""

    code = "sighting_gone"
    sentence = "This sighting, or its picture, is not kept any more."


# Storage ----------------------------------------------------------------------------------------


class StorageError(FacedeskError):
    """The gallery or the settings can't be read or written."""

    code = "storage"
    sentence = "The gallery can't be read or written. The log has the details."


class DiskFull(StorageError):
    """No space left."""

    code = "disk_full"
    sentence = "The disk is full. Nothing was changed; free some space and try again."


class GalleryLocked(StorageError):
    """Another program holds the database for too long."""

    code = "gallery_locked"
    sentence = "Another program is using the gallery. Nothing was changed; try again in a moment."


class GalleryDamaged(StorageError):
    """The database file is not a database any more."""

    code = "gallery_damaged"
    sentence = "The gallery file {path} is damaged. Move it away, or put a backup in its place."


class SealBroken(GalleryDamaged):
    """Protected data that was changed by something else than facedesk."""

    code = "seal_broken"
    sentence = "Something in the gallery is damaged or was changed. Run: facedesk check"


class GalleryGone(StorageError):
    """The database file was moved, deleted or exchanged under a running facedesk."""

    code = "gallery_gone"
    sentence = "The gallery {path} was moved or deleted. Put it back and start facedesk again."


class ProtectionChanged(StorageError):
    """Another facedesk gave the gallery another key."""

    code = "protection_changed"
    sentence = "How the gallery {path} is protected was changed elsewhere. Start facedesk again."


class PassphraseNeeded(StorageError):
    """The gallery opens with a passphrase, and none was given."""

    code = "passphrase_needed"
    sentence = (
        "The gallery is protected by a passphrase. "
        "Run this in a terminal, which asks for it, or set FACEDESK_PASSPHRASE."
    )


class KeyringPassphraseNeeded(PassphraseNeeded):
    """The keyring does not open the gallery; the passphrase set for this case does."""

    code = "keyring_passphrase_needed"
    sentence = (
        "The system's keyring does not open the gallery, but its passphrase does. "
        "Run this in a terminal, which asks for it, or set FACEDESK_PASSPHRASE."
    )


class WrongPassphrase(StorageError):
    """A passphrase that does not open the gallery."""

    code = "wrong_passphrase"
    sentence = "This passphrase does not open the gallery. Nothing was changed; try again."


class PassphraseTooShort(StorageError):
    """A passphrase that is guessed too soon."""

    code = "passphrase_too_short"
    sentence = "A passphrase takes at least {shortest} characters."


class KeyMissing(StorageError):
    """The system's keyring does not have what opens the gallery."""

    code = "key_missing"
    sentence = (
        "The key of the gallery {path} is not in this system's keyring. "
        "Restore the keyring of the computer it was made on, or move the file away to begin anew."
    )


class KeyringSilent(StorageError):
    """The system's keyring does not answer, or refuses to."""

    code = "keyring_silent"
    sentence = (
        "The system's keyring, which has the gallery's key, does not open. "
        "Unlock it, or log in again, then start facedesk again."
    )


class GalleryTooNew(StorageError):
    """Written by a later facedesk."""

    code = "gallery_too_new"
    sentence = "The gallery {path} was made by a newer facedesk. Install the newest version."


class SharedGalleryAway(StorageError):
    """The server does not answer, or its connection was lost."""

    code = "shared_gallery_away"
    sentence = (
        "The shared gallery {place} can't be reached. "
        "Check the network and the server, then try again."
    )


class SharedGalleryRefused(StorageError):
    """The server answers, but lets nobody in."""

    code = "shared_gallery_refused"
    sentence = (
        "The database server does not let facedesk use {place}. "
        "Check the user, the password and the name of the database."
    )


class NotAGallery(StorageError):
    """The database of another program."""

    code = "not_a_gallery"
    sentence = "The database {place} holds something else than a gallery. Choose an empty one."


class DatabaseAddressWrong(StorageError):
    """A text that does not say where a database is. It is not repeated: it may hold a password."""

    code = "database_address_wrong"
    sentence = (
        "This is not the address of a database. "
        "Write it as postgresql+psycopg://USER:PASSWORD@SERVER/DATABASE."
    )


class DatabaseDriverMissing(StorageError):
    """The package that speaks with PostgreSQL is not installed."""

    code = "database_driver_missing"
    sentence = (
        "A shared gallery takes one more package. Run: python -m pip install 'facedesk[postgresql]'"
    )


class GalleryChanged(StorageError):
    """What somebody decided about is not as they saw it."""

    code = "gallery_changed"
    sentence = "The gallery was changed in the meantime. Nothing was imported; try again."


class FolderNotWritable(StorageError):
    """The data folder may not be written."""

    code = "folder_not_writable"
    sentence = "The folder {path} can't be written. Choose another one with --data-dir."


class AlreadyOpen(FacedeskError):
    """Another window works on the same folder."""

    code = "already_open"
    sentence = (
        "facedesk is open already, with the folder {path}. "
        "Go to its window, or choose another folder with --data-dir."
    )


class SettingsNotSaved(StorageError):
    """The file with the settings can't be written."""

    code = "settings_not_saved"
    sentence = "The settings can't be saved. The log has the details."


class CalibrationNotSaved(StorageError):
    """What was measured can't be written to the data folder."""

    code = "calibration_not_saved"
    sentence = "What was measured can't be saved. The log has the details."


# Models and the system --------------------------------------------------------------------------


class WeightsError(FacedeskError):
    """The networks can't be loaded."""

    code = "weights"
    sentence = "The face models can't be loaded."


class WeightsMissing(WeightsError):
    """The package with the weights is not installed, or the file is gone."""

    code = "weights_missing"
    sentence = "The face models are missing ({package}). Run: python -m pip install {package}"


class WeightsDamaged(WeightsError):
    """The file's digest is not the one we trust."""

    code = "weights_damaged"
    sentence = (
        "The face models are damaged ({package}). "
        "Run: python -m pip install --force-reinstall --no-deps {package}"
    )


class ResourceMissing(FacedeskError):
    """A file that comes with facedesk is gone."""

    code = "resource_missing"
    personal = frozenset()
    sentence = "A part of facedesk is missing ({name}). Install it again."


class NoScreen(FacedeskError):
    """There is no display to open a window on."""

    code = "no_screen"
    sentence = "There is no screen to open the window on. “facedesk --help” lists the commands."


class NotOnThisSystem(FacedeskError):
    """Something that only Linux has."""

    code = "not_on_this_system"
    sentence = "Only Linux has desktop entries. Pin facedesk to the Dock or the task bar instead."


class DesktopEntryNotWritten(FacedeskError):
    """The applications menu can't be changed."""

    code = "desktop_entry_not_written"
    sentence = (
        "{path} can't be written. Check that you own this folder and that the disk has space."
    )


class TooFewPeople(FacedeskError):
    """A data set that says too little."""

    code = "too_few_people"
    sentence = "There are {found} people with a usable photo; this takes at least {needed}."


class NobodyToCompare(FacedeskError):
    """A data set without mates, or without strangers."""

    code = "nobody_to_compare"
    sentence = "This takes people with several photos, and others with a single one."


class FileNotWritten(FacedeskError):
    """A file that the user named for a result."""

    code = "file_not_written"
    personal = frozenset({"path"})  # the user named it, perhaps after somebody
    sentence = "The file {path} can't be written. Choose another place for it."


class NotAnExport(FacedeskError):
    """A file that facedesk did not write."""

    code = "not_an_export"
    sentence = "This file was not made by facedesk. Choose one that ends in .facedesk."


class ExportMissing(FacedeskError):
    """The file is not there or may not be read."""

    code = "export_missing"
    sentence = "This file can't be opened. Check that it is there and that you may read it."


class ExportTooNew(FacedeskError):
    """Written by a later facedesk."""

    code = "export_too_new"
    sentence = "This file was made by a newer facedesk. Install the newest version."


class ExportDamaged(FacedeskError):
    """A file that is not, to the last byte, what facedesk wrote."""

    code = "export_damaged"
    sentence = "This file is damaged or was changed. Nothing was imported; copy it again."


class ExportLocked(FacedeskError):
    """A passphrase that does not open the file, or a file damaged at its very beginning."""

    code = "export_locked"
    sentence = (
        "This passphrase does not open the file. Nothing was changed; try again. If you are sure "
        "of it, the file is damaged: copy it again."
    )


class FilePassphraseNeeded(FacedeskError):
    """A file is to be sealed or opened, and nobody is there to ask for the passphrase."""

    code = "file_passphrase_needed"
    sentence = "The file takes a passphrase. Run this in a terminal, which asks, or set {variable}."


class NewPassphraseNeeded(FacedeskError):
    """The gallery is to get a passphrase, and nobody is there to ask for it."""

    code = "new_passphrase_needed"
    sentence = "This takes a new passphrase. Run it in a terminal, which asks, or set {variable}."


class NoKeyring(FacedeskError):
    """The keyring of the system is to open the gallery, and can't."""

    code = "no_keyring"
    sentence = "This system has no keyring that can open the gallery. Set a passphrase instead."


class NoPassphrase(FacedeskError):
    """Nothing but the keyring opens the gallery."""

    code = "no_passphrase"
    sentence = "The gallery has no passphrase yet. Set one first."


class PassphrasesDiffer(FacedeskError):
    """What was typed the second time is not what was typed the first time."""

    code = "passphrases_differ"
    sentence = "The two passphrases are not the same. Try again."


class ClashesUndecided(FacedeskError):
    """People clash, and nobody is there to ask what to do about it."""

    code = "clashes_undecided"
    sentence = (
        "The file holds people who are enrolled here with other pictures ({count}). Nothing was "
        "imported; say what to do with --on-clash keep, replace or both."
    )


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


# Training ---------------------------------------------------------------------------------------


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
        "people at a time (--people-at-a-time)."
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


class EncoderUnreadable(TrainingRefused):
    """A file that does not hold an encoder that was trained here."""

    code = "encoder_unreadable"
    sentence = "{path} does not hold an encoder that facedesk trained. Choose another file."


class TrainingDiskFull(StorageError):
    """No space for a checkpoint."""

    code = "training_disk_full"
    sentence = (
        "The disk is full. Training has stopped; what it had come to when it was last saved is "
        "kept. Free some space and let it go on (--resume)."
    )
