"""Enrols everyone on several photos, as gallery.folder_import does for a folder."""

from collections.abc import Sequence
from pathlib import Path

from facedesk.capture.photo_file import photos_in, read_photo
from facedesk.encoder.models import Models
from facedesk.errors import NameRefused, NameTaken, PhotoRefused
from facedesk.gallery.enrolment import prepare_photo
from facedesk.gallery.folder_import import ImportReport, Refusal
from facedesk.gallery.names import clean_name
from facedesk.gallery.person import Person
from facedesk.gallery.store import Gallery
from facedesk.ui.tasks import Cancelled, Progress


def import_photos(
    paths: Sequence[Path],
    gallery: Gallery,
    models: Models,
    progress: Progress,
    cancelled: Cancelled,
) -> ImportReport:
    """Enrol one person per photo, named after its file; of folders, every photo in them.

    Raises StorageError; whoever was enrolled until then stays.
    """
    files = [file for path in paths for file in (photos_in(path) if path.is_dir() else [path])]
    added: list[Person] = []
    refused: list[Refusal] = []
    for done, file in enumerate(files):
        if cancelled():
            break
        progress(done, len(files), file.name)
        try:
            added.append(_enrol(file, gallery, models))
        except (PhotoRefused, NameRefused) as error:
            refused.append(Refusal(file, error))
    looked_at = len(added) + len(refused)
    return ImportReport(tuple(added), tuple(refused), cancelled=looked_at < len(files))


def _enrol(file: Path, gallery: Gallery, models: Models) -> Person:
    name = clean_name(file.stem.replace("_", " "))
    if gallery.has_person(name):
        raise NameTaken(name=name)
    return gallery.enrol(name, prepare_photo(read_photo(file), models))
