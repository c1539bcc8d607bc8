"""Makes clips of photos, such as liveness is learned from, as a task."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from facedesk.capture.labelled_photos import photos_below
from facedesk.capture.photo_file import decode_photo
from facedesk.errors import NobodyToSee, NoFacesToSee, PersonGone, PhotoRefused
from facedesk.gallery.store import Gallery
from facedesk.liveness.made.contact_sheet import ClipRow, clip_rows
from facedesk.liveness.made.kinds import Kind
from facedesk.liveness.made.scene import SourceFace, shows_the_head
from facedesk.ui.adding import ready_models
from facedesk.ui.one_task import OneTask
from facedesk.ui.tasks import Cancelled, Progress, TaskCancelled

if TYPE_CHECKING:  # it brings torch, which takes a second to import
    from facedesk.encoder.models import Models

_FACES = 3
_MOST_PHOTOS = 40  # that are looked at for them


@dataclass(frozen=True)
class ClipsWish:
    """What to make clips of. folder: of photos; None: everyone enrolled. seed: draws all."""

    folder: Path | None
    seed: int


@dataclass(frozen=True, eq=False)
class MadeClips:
    """Rows for each of up to three faces."""

    wish: ClipsWish
    sheets: tuple[tuple[ClipRow, ...], ...]


class MakingClips(OneTask):
    """Finds MadeClips."""

    def start(self, wish: ClipsWish) -> None:
        """Make them, unless some are being made."""
        if self.running:
            return

        def job(progress: Progress, cancelled: Cancelled) -> MadeClips:
            return self._make(wish, progress, cancelled)

        self._run(self.tr("Making clips"), job)

    def _make(self, wish: ClipsWish, progress: Progress, cancelled: Cancelled) -> MadeClips:
        def step(done: int, total: int, words: str) -> None:
            if cancelled():
                raise TaskCancelled
            progress(done, total, words)

        if wish.folder is None:
            faces = _of_gallery(self._context.gallery, Random(wish.seed))
        else:
            models = ready_models(self._context.session, progress, cancelled)
            faces = _in_folder(wish.folder, models, Random(wish.seed))
        chosen = _chosen(faces, lambda: step(0, 0, self.tr("Looking for faces…")))
        words, total = self.tr("{n} of {all} clips"), len(chosen) * len(Kind)
        sheets: list[list[ClipRow]] = []
        for number, face in enumerate(chosen):
            sheets.append([])
            for row in clip_rows(face, chosen[number - 1].image, wish.seed + number):
                sheets[-1].append(row)
                done = sum(map(len, sheets))
                step(done, total, words.format(n=done, all=total))
        return MadeClips(wish, tuple(map(tuple, sheets)))


def _chosen(faces: Iterator[SourceFace], step: Callable[[], None]) -> list[SourceFace]:
    """Return the first faces that show the whole head; others only where there are too few."""
    whole, cut = [], []
    for face in faces:
        step()
        (whole if shows_the_head(face) else cut).append(face)
        if len(whole) == _FACES:
            break
    return (whole + cut)[:_FACES]


def _in_folder(folder: Path, models: "Models", random: Random) -> Iterator[SourceFace]:
    """Yield faces of photos in a folder. Raises FolderEmpty, SourceError, NoFacesToSee."""
    from facedesk.liveness.made.photo_face import face_in_photo

    photos = photos_below(folder)
    drawn = random.sample(photos, min(len(photos), _MOST_PHOTOS))
    count = 0
    for path in drawn:
        face = face_in_photo(path, models)
        if face is not None:
            count += 1
            yield face
    if not count:
        raise NoFacesToSee(count=len(drawn))


def _of_gallery(gallery: Gallery, random: Random) -> Iterator[SourceFace]:
    """Yield faces of people enrolled. Raises NobodyToSee, StorageError."""
    people = gallery.people()
    if not people:
        raise NobodyToSee
    for person in random.sample(people, min(len(people), _MOST_PHOTOS)):
        try:
            photo = gallery.photo(person.id)
            yield SourceFace(decode_photo(photo.jpeg), photo.landmarks)
        except (PersonGone, PhotoRefused):
            continue
