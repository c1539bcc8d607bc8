"""What is wrong with a file that people are exported to."""

from facedesk.errors.base import FacedeskError


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


class ClashesUndecided(FacedeskError):
    """People clash, and nobody is there to ask what to do about it."""

    code = "clashes_undecided"
    sentence = (
        "The file holds people who are enrolled here with other pictures ({count}). Nothing was "
        "imported; say what to do with --on-clash keep, replace or both."
    )
