"""Turns pictures into what torch computes with, and back; and brings them to a size."""

import numpy as np
import torch
from torch import Tensor

from facedesk.opencv import cv2


def to_tensor(image: np.ndarray) -> Tensor:
    """RGB uint8 (H, W, 3) -> float32 (1, 3, H, W), 0…1."""
    return torch.tensor(np.ascontiguousarray(image.transpose(2, 0, 1)[None])).float() / 255


def to_image(picture: Tensor) -> np.ndarray:
    """Float (1, 3, H, W), where 0…1 can be shown -> RGB uint8 (H, W, 3), read-only."""
    values = (picture.detach()[0].clamp(0, 1) * 255).round().byte()
    image = np.ascontiguousarray(values.permute(1, 2, 0).cpu().numpy())
    image.setflags(write=False)
    return image


def fitted(image: np.ndarray, longest: int) -> np.ndarray:
    """Return a picture, RGB uint8 (H, W, 3), whose longest side has so many pixels."""
    width, height = size_of(image, longest)
    smaller = width < image.shape[1]
    how = cv2.INTER_AREA if smaller else cv2.INTER_CUBIC
    return cv2.resize(image, (width, height), interpolation=how)


def size_of(image: np.ndarray, longest: int) -> tuple[int, int]:
    """Return width and height of a picture whose longest side has so many pixels."""
    scale = longest / max(image.shape[:2])
    height, width = (max(1, round(side * scale)) for side in image.shape[:2])
    return width, height
