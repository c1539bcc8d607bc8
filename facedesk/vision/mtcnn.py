"""The default detector: MTCNN, three networks in a cascade (Zhang et al. 2016)."""

import math

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from facedesk.opencv import cv2
from facedesk.vision import mtcnn_weights
from facedesk.vision.boxes import coverages, overlaps, squares, suppress
from facedesk.vision.detection import Detection
from facedesk.vision.detector_id import DETECTOR_ID
from facedesk.vision.mtcnn_networks import OutputNetwork, ProposalNetwork, RefinementNetwork

_WINDOW = 12  # side of P-Net's window
_STRIDE = 2  # pixels between two windows
_PYRAMID_FACTOR = 0.709  # the area halves from level to level
_THRESHOLDS = (0.6, 0.7, 0.7)
# A picture full of patterns must not take for ever, nor all memory.
_MOST_WINDOWS = 2000
_MOST_PROPOSALS = 400
_AS_INPUT = ((np.arange(256) - 127.5) / 128).astype(np.float32)  # each byte as the networks want it


class MtcnnDetector:
    """Finds faces and their five landmarks. Weights come from the `mtcnn` package."""

    id = DETECTOR_ID

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
            network.eval().to(self._device, memory_format=torch.channels_last)

    @torch.inference_mode()
    def detect(self, image: np.ndarray, smallest_face: float = 40.0) -> tuple[Detection, ...]:
        """Return the faces in a picture, the surest first.

        image: RGB uint8 (H, W, 3). smallest_face: side in pixels of the smallest face looked for.
        """
        halves = _halved(image)
        boxes = self._propose(halves, max(smallest_face, _WINDOW))
        boxes = self._refine(halves, boxes)
        return self._describe(halves, boxes)

    def _propose(self, halves: list[np.ndarray], smallest_face: float) -> np.ndarray:
        """Return boxes (N, 4) worth a closer look, found on all levels of the pyramid at once."""
        levels = _pyramid(*halves[0].shape[:2], smallest_face)
        if not levels:
            return np.zeros((0, 4), np.float32)
        maps = [
            self._proposal.features(_tensor(_resized(halves, size, scale), self._device))
            for size, scale in levels
        ]
        rows = torch.cat([_as_rows(each) for each in maps])
        found, offsets, faces = self._proposal.likely(rows, _THRESHOLDS[0])
        scores, offsets = faces.cpu().numpy(), offsets.cpu().numpy()
        best = np.argsort(-scores, kind="stable")[:_MOST_WINDOWS]
        shapes = [tuple(each.shape[2:]) for each in maps]
        windows, level = _windows(found.cpu().numpy()[best], shapes, [scale for _, scale in levels])
        boxes, scores = _moved(windows, offsets[best]), scores[best]
        # First each level by itself: otherwise a face's best window would remove all the others,
        # and with them what the levels together know about its size.
        same_level = level[:, None] == level[None, :]
        kept = suppress(overlaps(boxes, boxes) * same_level, scores, 0.5)[:_MOST_PROPOSALS]
        boxes, scores = boxes[kept], scores[kept]
        return squares(boxes[suppress(overlaps(boxes, boxes), scores, 0.7)])

    def _refine(self, halves: list[np.ndarray], boxes: np.ndarray) -> np.ndarray:
        if not len(boxes):
            return boxes
        offsets, faces = self._refinement(_crops(halves, boxes, 24, self._device))
        scores = faces.cpu().numpy()
        sure = scores > _THRESHOLDS[1]
        boxes, scores = _moved(boxes, offsets.cpu().numpy())[sure], scores[sure]
        return squares(boxes[suppress(overlaps(boxes, boxes), scores, 0.7)])

    def _describe(self, halves: list[np.ndarray], boxes: np.ndarray) -> tuple[Detection, ...]:
        if not len(boxes):
            return ()
        offsets, relative, faces = self._output(_crops(halves, boxes, 48, self._device))
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


def _windows(
    found: np.ndarray, shapes: list[tuple[int, int]], scales: list[float]
) -> tuple[np.ndarray, np.ndarray]:
    """Return boxes, float32 (N, 4), in picture pixels, and levels (N,) of windows.

    found: (N,), their places in the rows of all levels one after the other. shapes: how many
    windows each level has, down and across; scales: its size, the picture being 1.
    """
    ends = np.cumsum([height * width for height, width in shapes])
    level = np.searchsorted(ends, found, side="right")
    starts = np.concatenate([[0], ends[:-1]])
    widths = np.array([width for _, width in shapes])
    rows, columns = np.divmod(found - starts[level], widths[level])
    corners = np.stack([columns, rows], axis=1) * _STRIDE
    boxes = np.concatenate([corners, corners + _WINDOW], axis=1)
    return (boxes / np.array(scales)[level][:, None]).astype(np.float32), level


def _moved(boxes: np.ndarray, offsets: np.ndarray) -> np.ndarray:
    """Move each corner by its offset, given in sizes of the box: (N, 4), (N, 4) -> (N, 4)."""
    sizes = boxes[:, 2:] - boxes[:, :2]
    return boxes + offsets * np.concatenate([sizes, sizes], axis=1)


def _halved(image: np.ndarray) -> list[np.ndarray]:
    """Return a picture at 1, 1/2, 1/4 and 1/8 of its size, averaged, as long as it has pixels."""
    levels = [image]
    while len(levels) < 4 and min(levels[-1].shape[:2]) >= 2:
        height, width = (side // 2 for side in levels[-1].shape[:2])
        even = levels[-1][: 2 * height, : 2 * width]
        levels.append(cv2.resize(even, (width, height), interpolation=cv2.INTER_AREA))
    return levels


def _resized(halves: list[np.ndarray], size: tuple[int, int], scale: float) -> np.ndarray:
    """Return a picture at a size (height, width), averaged from a half twice as large or more."""
    index = min(max(int(-math.log2(scale)) - 1, 0), len(halves) - 1)
    return cv2.resize(halves[index], size[::-1], interpolation=cv2.INTER_AREA)


def _tensor(image: np.ndarray, device: torch.device) -> Tensor:
    """Return a picture, RGB uint8 (H, W, 3), as the networks want it: (1, 3, H, W)."""
    # Rows of pixels as they lie in the picture are what the convolutions like best.
    pixels = cv2.LUT(np.ascontiguousarray(image), _AS_INPUT)
    return torch.from_numpy(pixels).to(device).permute(2, 0, 1)[None]


def _as_rows(maps: Tensor) -> Tensor:
    """Return the features of each window as a row: (1, C, h, w) -> (h·w, C)."""
    return maps[0].permute(1, 2, 0).flatten(0, 1)


def _crops(halves: list[np.ndarray], boxes: np.ndarray, side: int, device: torch.device) -> Tensor:
    """Cut boxes out and resize them: (N, 4) -> (N, 3, side, side); outside the picture is grey.

    Each box is read from the half whose pixels are just finer than the crop's, so that large
    faces are averaged rather than sampled here and there.
    """
    steps = np.maximum((boxes[:, 2] - boxes[:, 0]) / side, 1)
    chosen = np.clip(np.log2(steps).astype(int), 0, len(halves) - 1)
    # With the channels last, the pooling of these small pictures takes a third of the time.
    crops = torch.empty(
        (len(boxes), 3, side, side), device=device, memory_format=torch.channels_last
    )
    for index in np.unique(chosen):
        mine = np.flatnonzero(chosen == index)
        crops[mine] = _sampled(_tensor(halves[index], device), boxes[mine] / 2**index, side)
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
