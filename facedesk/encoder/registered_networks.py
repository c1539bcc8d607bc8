"""Loads the networks of registered models."""

import torch

from facedesk.capture.video_capture import quieten
from facedesk.encoder.encoder import Encoder
from facedesk.encoder.network_file import read_network
from facedesk.encoder.onnx_encoder import OnnxEncoder
from facedesk.encoder.registry import RegisteredModel
from facedesk.encoder.resnet_encoder import ResNetEncoder
from facedesk.vision.detection import Detector
from facedesk.vision.mtcnn import MtcnnDetector
from facedesk.vision.yunet import YunetDetector


def load_encoder(model: RegisteredModel, device: torch.device) -> Encoder:
    """Return an encoder, ready. Raises WeightsError, ModelGone, ModelDamaged."""
    if model.built_in:
        return ResNetEncoder(device)
    data = model.read()
    if model.file.suffix == ".onnx":
        return OnnxEncoder(model.id, data, model.pixels)
    return trained_encoder(data, device, model.id)


def trained_encoder(data: bytes, device: torch.device, encoder_id: str) -> ResNetEncoder:
    """Return an encoder that was trained here. data: the file's. Raises ValueError."""
    network = read_network(data)
    return ResNetEncoder(device, network, network.head.weight.detach().numpy(), encoder_id)


def load_detector(model: RegisteredModel, device: torch.device) -> Detector:
    """Return a detector, ready. Raises WeightsError, ModelGone, ModelDamaged."""
    if model.built_in:
        return MtcnnDetector(device)
    quieten()  # OpenCV would say that it runs on the processor
    return YunetDetector(model.id, model.read())
