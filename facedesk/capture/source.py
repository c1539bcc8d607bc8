"""Names where pictures come from, and understands what a user calls it."""

import logging
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from facedesk import errors
from facedesk.capture.cameras import Camera, find_camera, list_cameras
from facedesk.capture.photo_file import PHOTO_SUFFIXES, is_animated

VIDEO_SUFFIXES = frozenset(
    {".mp4", ".m4v", ".mov", ".avi", ".mkv", ".webm", ".mpg", ".mpeg", ".ts", ".m2ts", ".mts"}
    | {".wmv", ".flv", ".3gp", ".ogv", ".mjpg", ".mjpeg", ".y4m"}
)
MOVING_SUFFIXES = VIDEO_SUFFIXES | {".gif"}  # of GIFs, some move; see is_video
_ADDRESS_SCHEMES = frozenset({"rtsp", "rtsps", "http", "https"})
_CAMERA = "camera:"
_log = logging.getLogger(__name__)


class SourceKind(Enum):
    """The kinds of source."""

    CAMERA = "camera"
    VIDEO = "video"
    IMAGE = "image"
    FOLDER = "folder"
    ADDRESS = "address"


@dataclass(frozen=True)
class Source:
    """location: a camera's name or number, an absolute path, or an address, perhaps with password.

    label: what the user reads; of an address only the host.
    """

    kind: SourceKind
    location: str = field(repr=False)
    label: str

    @property
    def key(self) -> str:
        """The text that parse_source makes this source of again; as secret as the location."""
        return _CAMERA + self.location if self.kind is SourceKind.CAMERA else self.location


def video_source(path: Path) -> Source:
    """Return the source of a video file, whatever the end of its name. Raises NotAVideo."""
    is_picture = path.suffix.lower() in PHOTO_SUFFIXES and not is_video(path)
    if is_picture or not path.is_file():
        raise errors.NotAVideo(source=path.name or str(path))
    return Source(SourceKind.VIDEO, str(path.absolute()), path.name)


def is_video(path: Path) -> bool:
    """Tell whether a file is a video, by its name; of a GIF, by what it holds."""
    suffix = path.suffix.lower()
    return suffix in VIDEO_SUFFIXES or (suffix == ".gif" and is_animated(path))


def camera_source(camera: Camera) -> Source:
    """Return the source of a connected camera, which finds it again wherever it is plugged in."""
    return Source(SourceKind.CAMERA, camera.name, camera.name)


def is_camera_key(key: str) -> bool:
    """Tell whether a source's key is that of a camera, without looking for anything."""
    return key.startswith(_CAMERA)


def is_connected(source: Source) -> bool | None:
    """Tell whether a camera is connected; None for all else, and where that can't be found out."""
    if source.kind is not SourceKind.CAMERA:
        return None
    try:
        find_camera(source.location, source.label)
    except errors.SourceError:
        return False
    except Exception as error:  # from the system, in as many ways as there are systems
        _log.info("the cameras can't be listed: %s", error)
        return None
    return True


def parse_source(text: str) -> Source:
    """Return the source of a camera's number or name, a path, an address, or a source's key.

    A camera given as “camera:…” or by number, and an address, are not looked for before they are
    opened. Raises SourceNotFound, FileUnreadable.
    """
    text = text.strip()
    prefix, wanted = text[: len(_CAMERA)].lower(), text[len(_CAMERA) :].strip()
    if prefix == _CAMERA and wanted:
        return _camera(wanted)
    if text.isdecimal():
        return _camera(text)
    if "://" in text:
        return _address(text)
    path = _existing(text)
    if path is not None:
        return _file(path)
    for camera in list_cameras():
        if camera.name.casefold() == text.casefold():
            return camera_source(camera)
    raise errors.SourceNotFound(source=text.rpartition("@")[2])  # half an address, perhaps


def _camera(wanted: str) -> Source:
    label = f"Camera {wanted}" if wanted.isdecimal() else wanted
    return Source(SourceKind.CAMERA, wanted, label)


def _address(text: str) -> Source:
    scheme, _, rest = text.partition("://")
    # A password may itself hold the signs that end it, and a path or a query may hold a password.
    host = rest.rpartition("@")[2]
    for sign in "/?#":
        host = host.partition(sign)[0]
    label = f"{scheme.lower()}://{host}"
    if scheme.lower() not in _ADDRESS_SCHEMES or not host:
        raise errors.SourceNotFound(source=label)
    return Source(SourceKind.ADDRESS, text, label)


def _existing(text: str) -> Path | None:
    try:
        path = Path(text).expanduser().absolute()
        return path if text and path.exists() else None
    except (OSError, ValueError, RuntimeError):  # no text that could be a path
        return None


def _file(path: Path) -> Source:
    suffix = path.suffix.lower()
    if path.is_dir():
        kind = SourceKind.FOLDER
    elif is_video(path):
        kind = SourceKind.VIDEO
    elif suffix in PHOTO_SUFFIXES:
        kind = SourceKind.IMAGE
    else:
        raise errors.FileUnreadable(source=path.name)
    return Source(kind, str(path), path.name or str(path))
