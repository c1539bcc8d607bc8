"""What a style transfer is told to do."""

from dataclasses import dataclass
from enum import Enum


class Start(Enum):
    """What the picture is before its first step."""

    CONTENT = "content"
    NOISE = "noise"
    BOTH = "both"


class Optimiser(Enum):
    """How the pixels follow the gradient."""

    LBFGS = "l-bfgs"
    ADAM = "adam"


class Colour(Enum):
    """Whose colours the picture has."""

    STYLE = "style"
    CONTENT = "content"


@dataclass(frozen=True)
class StyleLayer:
    """A layer whose Gram matrix is matched. weight: λ, 0 or more."""

    name: str
    weight: float = 1.0


# The names of layers are the same in all perceptual networks: see network.py.
STYLE_LAYERS = (
    StyleLayer("1_1"),
    StyleLayer("2_1"),
    StyleLayer("3_1"),
    StyleLayer("4_1"),
    StyleLayer("5_1"),
)


@dataclass(frozen=True)
class StyleSettings:
    """All that decides, with the two pictures and the network, what comes out.

    content_weight: α; style_weight: β; smoothness: weight of the total variation; all 0 or more.
    content_layer: a name of a layer, from shallow (stays a photo) to deep (only the arrangement
    stays). size: longest side of the result, pixels. steps: in all, over all sizes. seed: of the
    noise.
    """

    content_weight: float = 1.0
    style_weight: float = 3.0
    smoothness: float = 1.0
    content_layer: str = "3_1"
    style_layers: tuple[StyleLayer, ...] = STYLE_LAYERS
    start: Start = Start.BOTH
    optimiser: Optimiser = Optimiser.LBFGS
    colour: Colour = Colour.STYLE
    size: int = 512
    steps: int = 200
    seed: int = 1
