"""Model files that are known by their SHA-256, so that nobody need be asked about them."""

from dataclasses import dataclass
from typing import Literal

from facedesk.encoder.pixels import Pixels

Kind = Literal["encoder", "detector"]


@dataclass(frozen=True)
class KnownFile:
    """What a file is. pixels: how it wants its colours; None for a detector."""

    name: str
    kind: Kind
    licence: str
    source: str
    pixels: Pixels | None = None


_ZOO = "OpenCV Zoo, github.com/opencv/opencv_zoo"
KNOWN_FILES = {
    "8f2383e4dd3cfbb4553ea8718107fc0423210dc964f9f4280604804ed2552fa4": KnownFile(
        "YuNet", "detector", "MIT", f"{_ZOO}, face_detection_yunet_2023mar.onnx"
    ),
    "104ee26c71d5c270ce79a6b3dced91c91013260d29a6bf18f9296c5b8c4c2b12": KnownFile(
        "YuNet (dynamic)", "detector", "Apache-2.0", "libfacedetection, yunet_n"
    ),
    "0ba9fbfa01b5270c96627c4ef784da859931e02f04419c829e83484087c34e79": KnownFile(
        "SFace",
        "encoder",
        "Apache-2.0",
        f"{_ZOO}, face_recognition_sface_2021dec.onnx",
        Pixels(),
    ),
    "2dfd4f9ff3ec4b045e8c8495efedf90d98895f13cdb69919ca86d7e246f5f9cf": KnownFile(
        "MobileFaceNet", "encoder", "not stated", "not stated", Pixels()
    ),
}
