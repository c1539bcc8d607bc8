"""The cameras of this computer, by name, without opening any."""

import sys
from dataclasses import dataclass
from pathlib import Path

from facedesk import errors
from facedesk.opencv import cv2

# Of Windows' two ways to a camera DirectShow opens it at once, Media Foundation in up to 20 s.
_BACKENDS = {
    "linux": (cv2.CAP_V4L2,),
    "win32": (cv2.CAP_DSHOW, cv2.CAP_MSMF),
    "darwin": (cv2.CAP_AVFOUNDATION,),
}

DEVICES = Path("/dev")  # where Linux has them


@dataclass(frozen=True)
class Camera:
    """name: unique among the connected cameras; index and backend: how OpenCV opens it now."""

    name: str
    index: int
    backend: int


def list_cameras() -> tuple[Camera, ...]:
    """Return the connected cameras; of several with one name the later are called “… (2)”."""
    from cv2_enumerate_cameras import enumerate_cameras  # imports cv2, which must come first

    for backend in _BACKENDS.get(sys.platform, ()):
        found = sorted(enumerate_cameras(backend), key=lambda camera: camera.index)
        if found:
            names = _unique([(c.name or "").strip() or f"Camera {c.index}" for c in found])
            return tuple(
                Camera(name, camera.index, backend)
                for name, camera in zip(names, found, strict=True)
            )
    return ()


def camera_devices() -> frozenset[str] | None:
    """Return what changes when a camera comes or goes, found at next to no cost.

    None where only list_cameras() can tell.
    """
    if sys.platform != "linux":
        return None
    return frozenset(path.name for path in DEVICES.glob("video*"))


def find_camera(wanted: str, label: str) -> Camera:
    """Return the connected camera of a name or, if none is called so, of a number.

    A camera that was unplugged often comes back with another number, which its name survives.
    Raises NoCamera, CameraMissing (which speaks of it by its label).
    """
    cameras = list_cameras()
    for camera in cameras:
        if camera.name.casefold() == wanted.casefold():
            return camera
    for camera in cameras:
        if str(camera.index) == wanted:
            return camera
    if wanted.isdecimal() and not cameras:
        raise errors.NoCamera
    raise errors.CameraMissing(source=label)


def _unique(names: list[str]) -> list[str]:
    seen: list[str] = []
    for name in names:
        count, unique = 1, name
        while unique in seen:
            count += 1
            unique = f"{name} ({count})"
        seen.append(unique)
    return seen
