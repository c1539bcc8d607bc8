"""Judges how much of a face there is to recognise: size, light, sharpness, pose, completeness."""

import math
from dataclasses import dataclass

import numpy as np

from facedesk import errors
from facedesk.opencv import cv2
from facedesk.vision.alignment import CHIP_LANDMARKS, AlignedFace

# How far the nose tip stands out of the plane of eyes and mouth, in eye distances (about 30 mm of
# 63 mm on an adult head). Turning by an angle moves the tip sideways by its tangent times this.
_NOSE_DEPTH = 0.48
_NOSE_HEIGHT = float(
    (CHIP_LANDMARKS[2, 1] - CHIP_LANDMARKS[:2, 1].mean())
    / (CHIP_LANDMARKS[3:, 1].mean() - CHIP_LANDMARKS[:2, 1].mean())
)
# The part of the 150×150 chip that shows the face itself, whatever the hair and the background.
_FACE = (slice(30, 125), slice(35, 115))
# What rounding to whole grey values adds to the Laplacian's variance. Left in, it would make a dim
# and blurred face look sharp, since there is little contrast to divide it by.
_ROUNDING = 2.5


@dataclass(frozen=True)
class Quality:
    """What was measured on one face.

    eye_distance: pixels in the picture. sharpness: variance of the Laplacian of the face in the
    chip, divided by its contrast, so that it does not depend on the light. brightness: mean
    luminance of the face, 0…255. yaw, pitch: degrees, 0 is facing the camera; positive is turned
    to the picture's right, or down. inside: the share of the box that lies in the picture, 0…1.
    """

    eye_distance: float
    sharpness: float
    brightness: float
    yaw: float
    pitch: float
    inside: float

    @property
    def weight(self) -> float:
        """How much a template of this face counts among others of its track, 0…1."""
        size = min(self.eye_distance / 50, 1.0)
        sharp = min(self.sharpness / 0.10, 1.0)
        facing = max(math.cos(math.radians(min(math.hypot(self.yaw, self.pitch) * 1.5, 89))), 0.05)
        light = 1.0 if 60 <= self.brightness <= 200 else 0.6
        return float(max(size * sharp**0.5 * facing * light * self.inside, 0.01))


@dataclass(frozen=True)
class QualityLimits:
    """What a face must have; measured on the photos of LFW, of which it refuses few."""

    eye_distance: float
    sharpness: float
    darkest: float
    brightest: float
    turned: float
    inside: float


ENROLMENT = QualityLimits(
    eye_distance=24, sharpness=0.012, darkest=45, brightest=220, turned=38, inside=0.85
)


def judge(image: np.ndarray, face: AlignedFace) -> Quality:
    """Measure one face. image: the whole picture, RGB uint8 (H, W, 3)."""
    grey = cv2.cvtColor(face.image, cv2.COLOR_RGB2GRAY)[_FACE]
    yaw, pitch = pose(face.detection.landmarks)
    return Quality(
        eye_distance=face.detection.eye_distance,
        sharpness=_sharpness(grey),
        brightness=float(grey.mean()),
        yaw=yaw,
        pitch=pitch,
        inside=_inside(face.detection.box, image.shape[1], image.shape[0]),
    )


def refusals(
    quality: Quality, limits: QualityLimits = ENROLMENT
) -> tuple[type[errors.PhotoRefused], ...]:
    """Return why a face can't be enrolled, the most telling reason first; () when it can."""
    reasons = []
    if quality.inside < limits.inside:
        reasons.append(errors.FaceCutOff)
    if quality.eye_distance < limits.eye_distance:
        reasons.append(errors.FaceTooSmall)
    if quality.brightness < limits.darkest:
        reasons.append(errors.FaceTooDark)
    if quality.brightness > limits.brightest:
        reasons.append(errors.FaceTooBright)
    if max(abs(quality.yaw), abs(quality.pitch)) > limits.turned:
        reasons.append(errors.FaceTurnedAway)
    if quality.sharpness < limits.sharpness:
        reasons.append(errors.FaceBlurred)
    return tuple(reasons)


def pose(landmarks: np.ndarray) -> tuple[float, float]:
    """Estimate yaw and pitch in degrees from five landmarks (5, 2)."""
    eyes, mouth, nose = landmarks[:2].mean(axis=0), landmarks[3:].mean(axis=0), landmarks[2]
    across = landmarks[1] - landmarks[0]
    eye_distance = max(float(np.linalg.norm(across)), 1e-6)
    across = across / eye_distance
    down = np.array([-across[1], across[0]])
    sideways = float((nose - (eyes + mouth) / 2) @ across) / eye_distance
    length = max(float((mouth - eyes) @ down), 1e-6)
    height = float((nose - eyes) @ down) / length
    yaw = math.degrees(math.atan(sideways / _NOSE_DEPTH))
    pitch = math.degrees(math.atan((height - _NOSE_HEIGHT) / _NOSE_DEPTH))
    return yaw, pitch


def _sharpness(grey: np.ndarray) -> float:
    edges = float(cv2.Laplacian(grey, cv2.CV_32F).var()) - _ROUNDING
    return max(edges, 0.0) / max(float(grey.var()), 25.0)


def _inside(box: np.ndarray, width: int, height: int) -> float:
    visible = np.clip(box, 0, [width, height, width, height])
    whole = (box[2] - box[0]) * (box[3] - box[1])
    return float((visible[2] - visible[0]) * (visible[3] - visible[1]) / max(whole, 1e-6))
