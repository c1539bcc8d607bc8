"""Finds what excites the units of the encoder, as a task; it goes on behind other pages."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from facedesk.ui.adding import ready_models
from facedesk.ui.one_task import OneTask
from facedesk.ui.tasks import Cancelled, Progress, TaskCancelled
from facedesk.ui.time_left import TimeLeft, time_left_words

if TYPE_CHECKING:  # they bring torch, which takes a second to import
    from facedesk.insight.faces import Faces
    from facedesk.insight.inside import Inside
    from facedesk.insight.strongest import Strongest


@dataclass(frozen=True, eq=False)
class Looked:
    """What was found: in which faces, inside which encoder, and the strongest by layer."""

    faces: "Faces"
    inside: "Inside"
    strongest: "Mapping[str, Strongest]"


class LookingInside(OneTask):
    """Finds a Looked; photos in which a face was looked for are remembered when it is cancelled."""

    def start(self, folder: Path | None) -> None:
        """Look at the photos of a folder, or of the gallery, unless it is under way."""
        if self.running:
            return

        def job(progress: Progress, cancelled: Cancelled) -> Looked:
            return self._look(folder, progress, cancelled)

        self._run(self.tr("Looking inside the encoder"), job)

    def _look(self, folder: Path | None, progress: Progress, cancelled: Cancelled) -> Looked:
        session, paths, gallery = self._context.session, self._context.paths, self._context.gallery
        models = ready_models(session, progress, cancelled)
        from facedesk.insight.faces import faces_in_folder, faces_of_gallery
        from facedesk.insight.found_before import strongest_of
        from facedesk.insight.inside import Inside
        from facedesk.insight.strongest import find_strongest

        clock = TimeLeft()

        def step(words: str, done: int, total: int) -> None:
            if cancelled():
                raise TaskCancelled
            words = words.format(n=done, all=total)
            seconds = clock.seconds(done, total)
            left = "" if seconds is None else f" · {time_left_words(seconds)}"
            progress(done, total, words + left)

        def look(done: int, total: int) -> None:
            step(self.tr("Looking at {n} of {all} faces"), done, total)

        inside = Inside(models.encoder)
        if folder is None:
            faces = faces_of_gallery(gallery, models.encoder.id)
            return Looked(faces, inside, find_strongest(faces, inside, look))
        finding = self.tr("Looking for faces: {n} of {all} photos")
        faces = faces_in_folder(
            folder, models, paths.encodings, lambda *counts: step(finding, *counts)
        )
        clock = TimeLeft()
        return Looked(faces, inside, strongest_of(faces, inside, paths.insight, look))
