"""A picture that is being drawn: at which size it is, and how far."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from facedesk.style.colours import recoloured
from facedesk.style.descent import descend
from facedesk.style.disguise import Disguise
from facedesk.style.network import PerceptualNetwork
from facedesk.style.objective import Judged, Objective
from facedesk.style.pictures import fitted, to_image, to_tensor
from facedesk.style.progress import StyleProgress
from facedesk.style.style_settings import Colour, Start, StyleSettings

_NOISE = 0.25  # deviation from grey, where the start is noise


class Drawing:
    """Call enlarge() first, and for each size; then steps()."""

    def __init__(
        self,
        content: np.ndarray,
        style: np.ndarray,
        network: PerceptualNetwork,
        settings: StyleSettings,
        disguise: Disguise | None,
        between: Callable[[], None],
    ) -> None:
        """See transfer(). between: called within each step, often; what it raises gets through."""
        # Both have the same colours from the beginning: only strokes are left to be found.
        if settings.colour is Colour.STYLE:
            content = recoloured(content, style)
        else:
            style = recoloured(style, content)
        self._content, self._style = content, style
        self._network, self._settings, self._between = network, settings, between
        self._disguise = disguise
        self._picture: Tensor | None = None
        self._steps = settings.steps
        self._last: StyleProgress | None = None

    def enlarge(self, size: int) -> None:
        """Go on at this size, the longest side in pixels."""
        device = self._network.mean.device
        content = to_tensor(fitted(self._content, size)).to(device)
        style = to_tensor(fitted(self._style, size)).to(device)
        self._objective = Objective(content, style, self._network, self._settings, self._between)
        if self._picture is None:
            self._picture = _begun(content, self._settings)
        else:
            self._picture = _enlarged(self._picture, content)

    def steps(self, count: int) -> Iterator[StyleProgress]:
        """Make so many steps."""
        done = self._last.step if self._last else 0
        self._steps = max(self._steps, done + count)
        judged = descend(self._picture, self._judge, self._settings.optimiser, count)
        for step, each in enumerate(judged, done + 1):
            self._last = StyleProgress(
                to_image(self._picture),
                step,
                self._steps,
                each.losses,
                each.distance,
                self._disguise.target if self._disguise else None,
            )
            yield self._last

    def look(self) -> StyleProgress:
        """Let facedesk look whether it recognises the face; if so, steps() then aim further."""
        recognised, distance, self._disguise = self._disguise.seen_again(self._last.picture)
        return replace(self._last, recognised=recognised, distance=distance)

    def _judge(self, picture: Tensor) -> Judged:
        return self._objective.judge(picture, self._disguise)


def _begun(content: Tensor, settings: StyleSettings) -> Tensor:
    """Return the picture before its first step, (1, 3, H, W)."""
    if settings.start is Start.CONTENT:
        return content.clone()
    random = torch.Generator().manual_seed(settings.seed)
    noise = 0.5 + _NOISE * torch.randn(content.shape, generator=random)
    noise = noise.to(content.device)
    return noise if settings.start is Start.NOISE else (3 * content + noise) / 4


def _enlarged(picture: Tensor, content: Tensor) -> Tensor:
    """Return what was drawn so far, at the size of the content."""
    size = content.shape[2:]
    larger = F.interpolate(picture.detach(), size=size, mode="bicubic", align_corners=False)
    return larger.clamp(0, 1)
