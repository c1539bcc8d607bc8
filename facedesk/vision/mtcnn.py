"""The default detector: MTCNN, three networks in a cascade (Zhang et al. 2016)."""

import math

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from facedesk.vision import mtcnn_weights
from facedesk.vision.boxes import coverages, overlaps, squares, suppress
from facedesk.vision.detection import Detection
from facedesk.vision.mtcnn_networks import OutputNetwork, ProposalNetwork, RefinementNetwork

_WINDOW = 12  # side of P-Net's window
_STRIDE = 2  # pixels between two windows
_PYRAMID_FACTOR = 0.709  # the area halves from level to level
_THRESHOLDS = (0.6, 0.7, 0.7)
# A picture full of patterns must not take for ever, nor all memory.
_MOST_WINDOWS = 2000  # of each level
_MOST_PROPOSALS = 400


class MtcnnDetector:
    """Finds faces and their five landmarks. Weights come from the `mtcnn` package."""

    def __init__(self, device: torch.device | None = None) -> None:
        """Load the weights. Raises WeightsMissing, WeightsDamaged."""
        self._device = device or torch.device("cpu")
        self._proposal = ProposalNetwork()
        self._refinement = RefinementNetwork()
        self._output = OutputNetwork()
        for network, file in (
            (self._proposal, mtcnn_weights.PROPOSAL),
            (self._refinement, mtcnn_weights.REFINEMENT),
            (self._output, mtcnn_weights.OUTPUT),
        ):
            mtcnn_weights.fill(network, file)
            network.eval().to(self._device)

    @torch.inference_mode()
    def detect(self, image: np.ndarray, smallest_face: float = 40.0) -> tuple[Detection, ...]:
        """Return the faces in a picture, the surest first.

        image: RGB uint8 (H, W, 3). smallest_face: side in pixels of the smallest face looked for.
        """
        picture = torch.tensor(np.ascontiguousarray(image), device=self._device)
        picture = picture.permute(2, 0, 1)[None].contiguous().float().sub_(127.5).div_(128)
        boxes = self._propose(picture, max(smallest_face, _WINDOW))
        levels = _halved(picture)
        boxes = self._refine(levels, boxes)
        return self._describe(levels, boxes)

    def _propose(self, picture: Tensor, smallest_face: float) -> np.ndarray:
        found = []
        for size, scale in _pyramid(picture.shape[2], picture.shape[3], smallest_face):
            level = F.interpolate(picture, size=size, mode="area")
            offsets, faces = self._proposal(level)
            boxes, scores = _boxes_of_windows(offsets[0], faces[0], scale)
            boxes, scores = _best(boxes, scores, _MOST_WINDOWS)
            kept = suppress(overlaps(boxes, boxes), scores, 0.5)
            found.append((boxes[kept], scores[kept]))
        if not found:
            return np.zeros((0, 4), np.float32)
        boxes = np.concatenate([boxes for boxes, _ in found])
        scores = np.concatenate([scores for _, scores in found])
        boxes, scores = _best(boxes, scores, _MOST_PROPOSALS)
        return squares(boxes[suppress(overlaps(boxes, boxes), scores, 0.7)])

    def _refine(self, levels: list[Tensor], boxes: np.ndarray) -> np.ndarray:
        if not len(boxes):
            return boxes
        offsets, faces = self._refinement(_crops(levels, boxes, 24))
        scores = faces.cpu().numpy()
        sure = scores > _THRESHOLDS[1]
        boxes, scores = _moved(boxes, offsets.cpu().numpy())[sure], scores[sure]
        return squares(boxes[suppress(overlaps(boxes, boxes), scores, 0.7)])

    def _describe(self, levels: list[Tensor], boxes: np.ndarray) -> tuple[Detection, ...]:
        if not len(boxes):
            return ()
        offsets, relative, faces = self._output(_crops(levels, boxes, 48))
        scores = faces.cpu().numpy()
        sizes = (boxes[:, 2:] - boxes[:, :2])[:, None]
        landmarks = boxes[:, None, :2] + relative.cpu().numpy() * sizes
        boxes = _moved(boxes, offsets.cpu().numpy())
        sure = np.flatnonzero(scores > _THRESHOLDS[2])
        boxes, landmarks, scores = boxes[sure], landmarks[sure], scores[sure]
        kept = suppress(coverages(boxes, boxes), scores, 0.7)
        return tuple(
            Detection(
                boxes[i].astype(np.float32), landmarks[i].astype(np.float32), float(scores[i])
            )
            for i in kept
        )


def _pyramid(height: int, width: int, smallest_face: float) -> list[tuple[tuple[int, int], float]]:
    """Return (height, width) and scale of each level on which P-Net's window meets a face."""
    levels = []
    scale = _WINDOW / smallest_face
    while min(height, width) * scale >= _WINDOW:
        levels.append(((math.ceil(height * scale), math.ceil(width * scale)), scale))
        scale *= _PYRAMID_FACTOR
    return levels


def _boxes_of_windows(offsets: Tensor, faces: Tensor, scale: float) -> tuple[np.ndarray, ...]:
    """Return boxes (N, 4) in picture pixels and scores (N,) of the windows that look like a face.

    offsets: (4, h, w); faces: (h, w).
    """
    rows, columns = torch.nonzero(faces > _THRESHOLDS[0], as_tuple=True)
    scores = faces[rows, columns].cpu().numpy()
    corners = torch.stack([columns, rows], dim=1).cpu().numpy() * _STRIDE
    windows = np.concatenate([corners, corners + _WINDOW], axis=1)
    boxes = windows + offsets[:, rows, columns].T.cpu().numpy() * _WINDOW
    return (boxes / scale).astype(np.float32), scores


def _best(boxes: np.ndarray, scores: np.ndarray, most: int) -> tuple[np.ndarray, np.ndarray]:
    """Return at most so many boxes (N, 4) and scores (N,), those with the best scores."""
    best = np.argsort(-scores, kind="stable")[:most]
    return boxes[best], scores[best]


def _moved(boxes: np.ndarray, offsets: np.ndarray) -> np.ndarray:
    """Move each corner by its offset, given in sizes of the box: (N, 4), (N, 4) -> (N, 4)."""
    sizes = boxes[:, 2:] - boxes[:, :2]
    return boxes + offsets * np.concatenate([sizes, sizes], axis=1)


def _halved(picture: Tensor) -> list[Tensor]:
    """Return the picture at 1, 1/2, 1/4 and 1/8 of its size, averaged, as long as it has pixels."""
    levels = [picture]
    while len(levels) < 4 and min(levels[-1].shape[2:]) >= 2:
        even = [side // 2 * 2 for side in levels[-1].shape[2:]]
        finer = levels[-1][:, :, : even[0], : even[1]]
        # Whole rows first: several times faster than avg_pool2d.
        rows = finer[:, :, ::2] + finer[:, :, 1::2]
        levels.append((rows[..., ::2] + rows[..., 1::2]) / 4)
    return levels


def _crops(levels: list[Tensor], boxes: np.ndarray, side: int) -> Tensor:
    """Cut boxes out and resize them: (N, 4) -> (N, 3, side, side); outside the picture is grey.

    Each box is read from the level whose pixels are just finer than the crop's, so that large
    faces are averaged rather than sampled here and there.
    """
    steps = np.maximum((boxes[:, 2] - boxes[:, 0]) / side, 1)
    chosen = np.clip(np.log2(steps).astype(int), 0, len(levels) - 1)
    # With the channels last, the pooling of these small pictures takes a third of the time.
    crops = torch.empty(
        (len(boxes), 3, side, side), device=levels[0].device, memory_format=torch.channels_last
    )
    for index, level in enumerate(levels):
        mine = np.flatnonzero(chosen == index)
        if len(mine):
            crops[mine] = _sampled(level, boxes[mine] / 2**index, side)
    return crops


def _sampled(picture: Tensor, boxes: np.ndarray, side: int) -> Tensor:
    """Read all boxes from one picture in a single call, as the rows of one tall grid."""
    height, width = picture.shape[2:]
    corners = torch.from_numpy(boxes.astype(np.float32)).to(picture.device)
    centres = (torch.arange(side, device=picture.device) + 0.5) / side
    x = corners[:, None, 0] + centres * (corners[:, None, 2] - corners[:, None, 0])
    y = corners[:, None, 1] + centres * (corners[:, None, 3] - corners[:, None, 1])
    count = len(boxes)
    grid = torch.empty(count, side, side, 2, device=picture.device)
    grid[..., 0] = (x * 2 / width - 1)[:, None, :]
    grid[..., 1] = (y * 2 / height - 1)[:, :, None]
    tall = F.grid_sample(
        picture, grid.reshape(1, count * side, side, 2), mode="bilinear", align_corners=False
    )
    return tall[0].reshape(3, count, side, side).transpose(0, 1)
