"""What measurements are made with."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Conditions:
    """repeats: measurements per figure, where one takes milliseconds.

    photo: a picture with a face, in place of the sample portraits. yunet: the weights of
    cv2.FaceDetectorYN, which is not measured without them. clip: a video with a face, in place of
    one made of a portrait. clips: videos on whose faces the detectors are compared.
    leaves_a_core: compute with all cores but one, as the window does, in place of all.
    """

    repeats: int = 30
    photo: Path | None = None
    yunet: Path | None = None
    clip: Path | None = None
    clips: tuple[Path, ...] = ()
    leaves_a_core: bool = False
