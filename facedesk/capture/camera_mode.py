"""What a camera is asked for when it is opened, or gives then."""

from dataclasses import dataclass

from facedesk.settings import Settings


@dataclass(frozen=True)
class CameraMode:
    """width, height: in pixels; rate: pictures per second. A camera gives what it can."""

    width: int = 1280
    height: int = 720
    rate: int = 30


def chosen_mode(chosen: Settings, camera: str) -> CameraMode:
    """Return what the user has chosen for a camera, by the name or number it is opened with."""
    width, height = chosen.get("camera.resolution", camera).split("x")
    return CameraMode(int(width), int(height), int(chosen.get("camera.rate", camera)))
