"""Tries an ONNX file in a process of its own: a damaged one may bring down whoever runs it.

Run as `python -m facedesk.encoder.trial FILE`; one line of JSON says what the file is.
"""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from facedesk.encoder.known_files import Kind
from facedesk.encoder.onnx_encoder import OnnxEncoder
from facedesk.encoder.onnx_input import declared_input
from facedesk.encoder.pixels import Pixels
from facedesk.encoder.told_apart import tells_pictures_apart
from facedesk.errors import EncodingsUseless, ModelInputWrong, ModelOutputWrong, OnnxUnreadable
from facedesk.opencv import cv2
from facedesk.vision.alignment import ARCFACE_CHIP
from facedesk.vision.yunet import YunetDetector

_LONGEST_S = 120
_SIZES = ((480, 640), (97, 130))  # of pictures that a detector must take
_DIMENSIONS = range(16, 4097)
_YUNET_OUTPUTS = {
    f"{name}_{stride}" for name in ("cls", "obj", "bbox", "kps") for stride in (8, 16, 32)
}
# What the process says; anything else means that the file can't be run.
_REFUSALS = {
    "input": ModelInputWrong,
    "output": ModelOutputWrong,
    "useless": EncodingsUseless,
}


@dataclass(frozen=True)
class Tried:
    """What a file is. dimensions: numbers in a template; 0 for a detector."""

    kind: Kind
    dimensions: int


def try_onnx(path: Path) -> Tried:
    """Find out whether a file can be run, and as what.

    Raises OnnxUnreadable, ModelInputWrong, ModelOutputWrong, EncodingsUseless.
    """
    command = [sys.executable, "-m", "facedesk.encoder.trial", str(path.absolute())]
    try:
        ran = subprocess.run(command, capture_output=True, timeout=_LONGEST_S, check=False)
        answer = json.loads(ran.stdout)
    except (subprocess.TimeoutExpired, ValueError) as error:
        raise OnnxUnreadable(path=path.name) from error
    if "refused" in answer:
        refusal = _REFUSALS[answer["refused"]]
        raise refusal(path=path.name, side=ARCFACE_CHIP.side, found=answer["found"])
    return Tried(answer["kind"], answer["dimensions"])


def _tried(data: bytes) -> dict[str, object]:
    """Return the answer of the process; whatever it raises means that the file can't be run."""
    network = cv2.dnn.readNetFromONNX(np.frombuffer(data, np.uint8))
    if set(network.getUnconnectedOutLayersNames()) >= _YUNET_OUTPUTS:
        detector = YunetDetector("", data)
        for height, width in _SIZES:
            detector.detect(np.zeros((height, width, 3), np.uint8))
        return {"kind": "detector", "dimensions": 0}
    if not _takes_chips(declared_input(data)):
        return {"refused": "input", "found": ""}
    try:
        network.setInput(np.zeros((1, 3, ARCFACE_CHIP.side, ARCFACE_CHIP.side), np.float32))
        shape = network.forward().shape
    except cv2.error:
        return {"refused": "input", "found": ""}
    numbers = int(np.prod(shape))
    if max(shape) != numbers or numbers not in _DIMENSIONS:
        return {"refused": "output", "found": " × ".join(map(str, shape))}
    encoder = OnnxEncoder("", data, Pixels())
    if not tells_pictures_apart(encoder):
        return {"refused": "useless", "found": ""}
    return {"kind": "encoder", "dimensions": encoder.dimensions}


def _takes_chips(shape: tuple[int | None, ...]) -> bool:
    """Tell whether an input of this shape takes a face, as N × 3 × 112 × 112."""
    wanted = (1, 3, ARCFACE_CHIP.side, ARCFACE_CHIP.side)
    return len(shape) == len(wanted) and all(
        size in (None, needed) for size, needed in zip(shape[1:], wanted[1:], strict=True)
    )


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_tried(Path(sys.argv[1]).read_bytes())))
