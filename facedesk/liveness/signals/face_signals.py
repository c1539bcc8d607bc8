"""What is measured on a face in one frame."""

from dataclasses import dataclass, replace

_FAR_EYE_HIDDEN = 20.0  # degrees of yaw from which the eye that is turned away says nothing


@dataclass(frozen=True)
class FaceSignals:
    """Numbers of one face at one time.

    time_s: seconds, on the clock of the frames.
    eyes: how far the left and the right eye (of the picture) are open, each 0 shut … 1 open.
    yaw, pitch, roll: degrees, 0 is facing the camera; positive is turned to the picture's right,
        down, and clockwise. Before a camera that does not mirror, the picture's right is the left
        of the person.
    scale: size of the face, in widths of the picture; see measure.face_size.
    place: x and y of the middle between the eyes, in widths of the picture.
    skin: mean red, green and blue of cheeks and forehead, 0…255.
    """

    time_s: float
    eyes: tuple[float, float]
    yaw: float
    pitch: float
    roll: float
    scale: float
    place: tuple[float, float]
    skin: tuple[float, float, float]

    @property
    def opening(self) -> float:
        """How far the eyes are open, 0…1: both, or the nearer one of a face that is turned."""
        left, right = self.eyes
        if self.yaw > _FAR_EYE_HIDDEN:  # what is at the picture's right is further away
            return left
        if self.yaw < -_FAR_EYE_HIDDEN:
            return right
        return (left + right) / 2

    def mirrored(self) -> "FaceSignals":
        """Return what would have been measured in the mirrored picture."""
        left, right = self.eyes
        x, y = self.place
        return replace(self, eyes=(right, left), yaw=-self.yaw, roll=-self.roll, place=(1 - x, y))
