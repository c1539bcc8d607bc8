"""Enrols everyone on the photos of a folder, named after their files."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from facedesk import errors
from facedesk.capture.photo_file import photos_in, read_photo
from facedesk.encoder.models import Models
from facedesk.gallery.enrolment import prepare_photo
from facedesk.gallery.names import clean_name, name_of_file
from facedesk.gallery.origin import digest_of, made_of, marked
from facedesk.gallery.person import Person
from facedesk.gallery.store import Gallery


@dataclass(frozen=True)
class Refusal:
    """A file that nobody could be enrolled with, and why."""

    file: Path
    error: errors.FacedeskError


@dataclass(frozen=True)
class ImportReport:
    """What became of a folder.

    already: how many were enrolled with the very same files before. cancelled: whether files are
    left that were not looked at. error: what broke it off, if so.
    """

    added: tuple[Person, ...]
    refused: tuple[Refusal, ...]
    cancelled: bool
    error: errors.StorageError | None = None
    already: int = 0


def import_folder(
    folder: Path,
    gallery: Gallery,
    models: Models,
    progress: Callable[[int, int, str], None],
    cancelled: Callable[[], bool],
) -> ImportReport:
    """Enrol one person per photo of a folder; see import_photos.

    Raises SourceError for a folder that can't be read, FolderEmpty for one without photos.
    """
    files = photos_in(folder)
    if not files:
        raise errors.FolderEmpty(source=folder.name)
    return import_photos(files, gallery, models, progress, cancelled)


def import_photos(
    files: Sequence[Path],
    gallery: Gallery,
    models: Models,
    progress: Callable[[int, int, str], None],
    cancelled: Callable[[], bool],
) -> ImportReport:
    """Enrol one person per photo, and go on where one is refused.

    progress: told files done, files in all, and the name of the next. cancelled: asked before each
    file. However it ends, whoever was enrolled until then stays; begun again, it goes on there.
    """
    added: list[Person] = []
    refused: list[Refusal] = []
    already, ended, failure = 0, False, None
    for done, file in enumerate(files):
        ended = cancelled()
        if ended:
            break
        progress(done, len(files), file.name)
        try:
            person = _enrolled(file, gallery, models)
            added += [person] if person else []
            already += person is None
        except (errors.PhotoRefused, errors.NameRefused) as error:
            refused.append(Refusal(file, error))
        except errors.StorageError as error:  # it would be the same with all that follow
            ended, failure = True, error
            break
    if not ended:
        progress(len(files), len(files), "")
    return ImportReport(tuple(added), tuple(refused), ended, failure, already)


def _enrolled(file: Path, gallery: Gallery, models: Models) -> Person | None:
    """Enrol who is on a photo; None when they are, with this very file."""
    name = clean_name(name_of_file(file))
    digest = digest_of(file)
    # Asked first, so that a folder imported again does not take as long as the first time.
    if gallery.has_person(name):
        if made_of(gallery.photo(gallery.person(name).id), digest):
            return None
        raise errors.NameTaken(name=name)
    return gallery.enrol(name, marked(prepare_photo(read_photo(file), models), digest))
