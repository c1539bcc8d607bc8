"""Reads pictures from any source, one after the other."""

import time
from collections.abc import Callable, Iterator
from typing import Protocol

from facedesk.capture.camera_mode import CameraMode, chosen_mode
from facedesk.capture.camera_reader import open_address, open_camera
from facedesk.capture.frame import Frame
from facedesk.capture.picture import Picture
from facedesk.capture.picture_reader import open_folder, open_image
from facedesk.capture.source import Source, SourceKind
from facedesk.capture.video_reader import open_video
from facedesk.settings import Settings

_OPENERS = {
    SourceKind.ADDRESS: open_address,
    SourceKind.VIDEO: open_video,
    SourceKind.IMAGE: open_image,
    SourceKind.FOLDER: open_folder,
}
_USUAL_MODE = CameraMode()


class FrameReader(Protocol):
    """An open source. It belongs to the thread that opened it.

    interval_s: seconds between pictures of a source with a pace of its own, whose time_s say when
    each is due; None for one that sends them when they happen. endless: whether the pictures go on
    until it is closed, so that the end of them means that it was lost. given: what a camera gives
    where that is not what it was asked for.
    """

    interval_s: float | None
    endless: bool
    given: CameraMode | None

    def read(self) -> Picture | None:
        """Return the next picture as soon as there is one; None after the last."""

    def close(self) -> None:
        """Let go of the source."""


def open_reader(source: Source, mode: CameraMode = _USUAL_MODE) -> FrameReader:
    """Open a source. mode: what a camera is asked for.

    Raises SourceError and, for a single picture, PhotoRefused.
    """
    if source.kind is SourceKind.CAMERA:
        return open_camera(source, mode)
    return _OPENERS[source.kind](source)


def reader_opener(chosen: Settings) -> Callable[[Source], FrameReader]:
    """Return open_reader with what is chosen for a camera at the moment it is opened."""

    def opener(source: Source) -> FrameReader:
        return open_reader(source, chosen_mode(chosen, source.location))

    return opener


def frames_of(reader: FrameReader, number: int = 0, scene: int = 0) -> Iterator[Frame]:
    """Yield the pictures of a reader as frames, counting number and scene from those given."""
    while (picture := reader.read()) is not None:
        picture.image.setflags(write=False)
        yield Frame(picture.image, number, picture.time_s, time.monotonic(), scene + picture.scene)
        number += 1
