"""What keeps something from being read or written."""

from facedesk.errors.base import FacedeskError


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


class GalleryGone(StorageError):
    """The database file was moved, deleted or exchanged under a running facedesk."""

    code = "gallery_gone"
    sentence = "The gallery {path} was moved or deleted. Put it back and start facedesk again."


class GalleryTooNew(StorageError):
    """Written by a later facedesk."""

    code = "gallery_too_new"
    sentence = "The gallery {path} was made by a newer facedesk. Install the newest version."


class GalleryChanged(StorageError):
    """What somebody decided about is not as they saw it."""

    code = "gallery_changed"
    sentence = "The gallery was changed in the meantime. Nothing was imported; try again."


class FolderNotWritable(StorageError):
    """The data folder may not be written."""

    code = "folder_not_writable"
    sentence = "The folder {path} can't be written. Choose another one with --data-dir."


class SettingsNotSaved(StorageError):
    """The file with the settings can't be written."""

    code = "settings_not_saved"
    sentence = "The settings can't be saved. The log has the details."


class DesktopEntryNotWritten(FacedeskError):
    """The applications menu can't be changed."""

    code = "desktop_entry_not_written"
    sentence = (
        "{path} can't be written. Check that you own this folder and that the disk has space."
    )


class FileNotWritten(FacedeskError):
    """A file that the user named for a result."""

    code = "file_not_written"
    personal = frozenset({"path"})  # the user named it, perhaps after somebody
    sentence = "The file {path} can't be written. Choose another place for it."
