"""Keeps a face in a drawn picture from being recognised as one person.

The encoder's distance to that person joins the loss: the face is cut out of the picture as the
encoder wants it, in a way that can be derived, and the distance is pushed beyond where facedesk
would still be unsure.
"""

from dataclasses import dataclass, replace

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from facedesk.encoder.models import EncodedFace, Models, encode_photo
from facedesk.encoder.resnet_encoder import ResNetEncoder
from facedesk.errors import EncoderOpaque, NoFace
from facedesk.matching.decision import Answer
from facedesk.matching.recognition import Recognition
from facedesk.vision.alignment import similarity

_WEIGHT = 50.0
# Times the distance at which facedesk would still be unsure: in the finished picture the face is
# found a little elsewhere.
_MARGIN = 1.15
_VIEWS = (0, 1)  # of those that the encoder looks at a face in; more cost time


@dataclass(frozen=True, eq=False)
class Disguise:
    """Whom the face shall not be recognised as, and where it is.

    template: unit, float32 (D,), of the person. landmarks: float32 (5, 2), as shares of the width
    of the picture. target: the distance d that is to be exceeded.
    """

    person_id: int
    template: np.ndarray
    landmarks: np.ndarray
    target: float
    recognition: Recognition
    models: Models

    def distance(self, picture: Tensor) -> Tensor:
        """Return d between the face in a picture, RGB 0…1 (1, 3, H, W), and the person."""
        encoder = self.models.encoder
        device = encoder.network.mean.device
        chips = torch.cat([self._chip(picture, view) for view in _VIEWS]).to(device)
        features = encoder.network.features(torch.cat([chips, chips.flip(3)]) * 255)
        each = F.normalize(features @ torch.tensor(encoder.last_layer, device=device).T, dim=1)
        both = F.normalize(each[: len(_VIEWS)] + each[len(_VIEWS) :], dim=1)
        face = F.normalize(both.sum(dim=0), dim=0)
        apart = 2 - 2 * face @ torch.tensor(self.template, device=device)
        return apart.to(picture.device)

    def loss(self, distance: Tensor) -> Tensor:
        """Return the term of the loss: 0 once the distance is beyond the target."""
        return _WEIGHT * (1 - distance / self.target).clamp_min(0).square()

    def seen_again(self, image: np.ndarray) -> "tuple[bool, float | None, Disguise]":
        """Let facedesk look at a picture, RGB uint8 (H, W, 3), as at any other.

        Returns whether it takes anyone there for the person, or is unsure; the distance of whoever
        is nearest to that person, None without a face; and what to aim at from there on.
        """
        faces = encode_photo(image, self.models)
        if not faces:
            return False, None, self
        decisions = self.recognition.decide([face.template.vector for face in faces])
        recognised = any(
            each.answer is not Answer.UNKNOWN and each.match.person_id == self.person_id
            for each in decisions
        )
        nearest = _nearest(faces, self.template)
        wanted = _target(nearest, self.person_id, self.recognition)
        distance = float(2 - 2 * nearest.template.vector @ self.template)
        return recognised, distance, replace(self, target=max(self.target * _MARGIN, wanted))

    def _chip(self, picture: Tensor, view: int) -> Tensor:
        """Cut the face out, (1, 3, S, S), reading between pixels; outside it is black."""
        height, width = picture.shape[2:]
        shape = self.models.encoder.chip
        matrix = similarity(self.landmarks * width, shape.landmarks(view))
        scale = float(np.sqrt(abs(np.linalg.det(matrix[:, :2]))))
        if scale < 0.5:  # each pixel of the chip is then the mean of several
            picture = F.adaptive_avg_pool2d(
                picture, (max(1, round(height * scale)), max(1, round(width * scale)))
            )
            height, width = picture.shape[2:]
            matrix = similarity(self.landmarks * width, shape.landmarks(view))
        grid = _grid(matrix, shape.side, width, height).to(picture.device)
        return F.grid_sample(picture, grid, align_corners=False)


def disguise_as_nobody(
    content: np.ndarray, person_id: int, recognition: Recognition, models: Models
) -> Disguise:
    """Return what keeps a picture drawn from `content` from being recognised as a person.

    content: RGB uint8 (H, W, 3), as it is given to transfer(). Raises NoFace, EncoderOpaque.
    """
    if not isinstance(models.encoder, ResNetEncoder):
        raise EncoderOpaque
    faces = encode_photo(content, models)
    if not faces:
        raise NoFace
    template = recognition.matcher.template_of(person_id)
    face = _nearest(faces, template)
    landmarks = (face.detection.landmarks / content.shape[1]).astype(np.float32)
    target = _target(face, person_id, recognition)
    return Disguise(person_id, template, landmarks, target, recognition, models)


def _nearest(faces: tuple[EncodedFace, ...], template: np.ndarray) -> EncodedFace:
    return max(faces, key=lambda face: float(face.template.vector @ template))


def _target(face: EncodedFace, person_id: int, recognition: Recognition) -> float:
    """Return the distance from which on facedesk would say Unknown, with a margin."""
    unsure = recognition.thresholds.unsure
    return recognition.matcher.distance_at(unsure, face.template.vector, person_id) * _MARGIN


def _grid(matrix: np.ndarray, side: int, width: int, height: int) -> Tensor:
    """Return where the pixels of a chip lie in the picture, for grid_sample: (1, S, S, 2).

    matrix: 2×3, from the picture to the chip; pixel centres are whole numbers in both.
    """
    rows, columns = np.mgrid[:side, :side]
    points = np.stack([columns, rows], axis=-1).reshape(-1, 2) - matrix[:, 2]
    there = points @ np.linalg.inv(matrix[:, :2]).T
    shares = (there + 0.5) / [width, height] * 2 - 1
    return torch.from_numpy(shares.reshape(1, side, side, 2).astype(np.float32))
