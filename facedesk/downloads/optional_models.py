"""The models of others that facedesk can fetch. None comes with it, and none is needed.

Digests and sizes are those of the Git LFS pointers in OpenCV's model zoo. Hugging Face holds
OpenCV's own copies, for when GitHub has given out its monthly share of large files.
"""

from facedesk.downloads.downloadable import Downloadable

_ZOO = "https://github.com/opencv/opencv_zoo"
_COPIES = "https://huggingface.co/opencv"

YUNET = Downloadable(
    name="YuNet",
    file="face_detection_yunet_2023mar.onnx",
    addresses=(
        f"{_ZOO}/raw/main/models/face_detection_yunet/face_detection_yunet_2023mar.onnx",
        f"{_COPIES}/face_detection_yunet/resolve/main/face_detection_yunet_2023mar.onnx",
    ),
    size=232_589,
    sha256="8f2383e4dd3cfbb4553ea8718107fc0423210dc964f9f4280604804ed2552fa4",
    licence="MIT",
    page=f"{_ZOO}/tree/main/models/face_detection_yunet",
)

SFACE = Downloadable(
    name="SFace",
    file="face_recognition_sface_2021dec.onnx",
    addresses=(
        f"{_ZOO}/raw/main/models/face_recognition_sface/face_recognition_sface_2021dec.onnx",
        f"{_COPIES}/face_recognition_sface/resolve/main/face_recognition_sface_2021dec.onnx",
    ),
    size=38_696_353,
    sha256="0ba9fbfa01b5270c96627c4ef784da859931e02f04419c829e83484087c34e79",
    licence="Apache-2.0",
    page=f"{_ZOO}/tree/main/models/face_recognition_sface",
)

OPTIONAL_MODELS = (YUNET, SFACE)
