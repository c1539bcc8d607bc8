"""Draws the content of one picture in the style of another: gradient descent on the pixels.

J(G) = α·J_content(C, G) + β·J_style(S, G), after Gatys et al., "Image Style Transfer Using
Convolutional Neural Networks", 2016.
"""

import math
from collections.abc import Callable, Iterator

import numpy as np

from facedesk.errors import PictureTooNarrow
from facedesk.style.disguise import Disguise
from facedesk.style.drawing import Drawing
from facedesk.style.network import SMALLEST_SIDE, PerceptualNetwork
from facedesk.style.objective import check_layers
from facedesk.style.pictures import size_of
from facedesk.style.progress import StyleProgress
from facedesk.style.room import check_room
from facedesk.style.sizes import Stage, stages
from facedesk.style.style_settings import StyleSettings

_MORE_ROUNDS = 3  # where the face is still recognised in the end
_MORE_STEPS = 0.1  # of all steps, in each of them


class _StoppedEarly(Exception):
    """Somebody asked to end in the middle of a step."""


def transfer(
    content: np.ndarray,
    style: np.ndarray,
    network: PerceptualNetwork,
    settings: StyleSettings,
    disguise: Disguise | None = None,
    stopped: Callable[[], bool] = lambda: False,
) -> Iterator[StyleProgress]:
    """Yield the picture after each step; its size grows up to settings.size.

    content, style: RGB uint8 (H, W, 3), of any size. disguise: whom the face in it shall not be
    recognised as; where it still is in the end, there are more steps than were asked for. stopped:
    asked many times, also within a step, whether to end here; between two steps the caller may
    wait as long as they like. Raises LayerMissing, PictureTooNarrow, PictureTakesMemory.
    """
    check_layers(network, settings)
    for picture in (content, style):
        _check_sides(picture, settings.size)
    check_room(content, network, settings.size)

    def between() -> None:
        if stopped():
            raise _StoppedEarly

    try:
        drawing = Drawing(content, style, network, settings, disguise, between)
        for stage in planned(content, style, settings):
            drawing.enlarge(stage.size)
            yield from drawing.steps(stage.steps)
        if disguise is not None:
            yield from _until_not_recognised(drawing, max(1, round(_MORE_STEPS * settings.steps)))
    except _StoppedEarly:
        return


def planned(content: np.ndarray, style: np.ndarray, settings: StyleSettings) -> tuple[Stage, ...]:
    """Return the sizes transfer() goes through: narrow pictures begin at larger ones."""
    sides = (picture.shape[:2] for picture in (content, style))
    least = max(math.ceil(SMALLEST_SIDE * max(each) / min(each)) for each in sides)
    return stages(settings.size, settings.steps, least)


def _until_not_recognised(drawing: Drawing, steps: int) -> Iterator[StyleProgress]:
    for left in reversed(range(_MORE_ROUNDS + 1)):
        seen = drawing.look()
        yield seen
        if not (seen.recognised and left):
            return
        yield from drawing.steps(steps)


def _check_sides(picture: np.ndarray, size: int) -> None:
    side = min(size_of(picture, size))
    if side < SMALLEST_SIDE:
        raise PictureTooNarrow(size=size, side=side, needed=SMALLEST_SIDE)
