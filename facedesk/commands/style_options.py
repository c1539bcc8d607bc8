"""What `facedesk style` can be told."""

import argparse
from pathlib import Path

from facedesk.commands.arguments import count, picture_file, weight
from facedesk.style.style_settings import (
    Colour,
    Optimiser,
    Start,
    StyleLayer,
    StyleSettings,
)
from facedesk.style.vgg19 import VGG19

_DEFAULT = StyleSettings()
_LAYERS = ",".join(f"{each.name}:{each.weight:g}" for each in _DEFAULT.style_layers)
FETCHED = "vgg-19"
_PATTERNS = "night, meadow, waves, mosaic, ink, marbling or leaves"


def add_style_options(parser: argparse.ArgumentParser) -> None:
    """Add what says what to draw, and how."""
    add = parser.add_argument
    add("content", metavar="CONTENT", type=Path, help="the picture to draw")
    add("style", metavar="STYLE", help=f"a picture, or a pattern of facedesk's own: {_PATTERNS}")
    add("--out", type=picture_file, required=True, metavar="FILE", help="a .png or .jpg file")
    add("--size", type=count, default=_DEFAULT.size, metavar="PIXELS", help="longest side (512)")
    add("--steps", type=count, default=_DEFAULT.steps, metavar="N", help="over all sizes (200)")
    add("--content-layer", default=_DEFAULT.content_layer, metavar="LAYER",
        help="from 1_1, which keeps every detail, to 5_1, which keeps the arrangement only (3_1)",
    )  # fmt: skip
    add("--style-layers", type=_layers, default=_DEFAULT.style_layers, metavar="LAYERS",
        help=f"with their weights ({_LAYERS})",
    )  # fmt: skip
    for name, of in (("content", "α"), ("style", "β")):
        default = getattr(_DEFAULT, f"{name}_weight")
        add(f"--{name}-weight", type=weight, default=default, metavar="WEIGHT",
            help=f"{of} ({default:g})",
        )  # fmt: skip
    add("--smoothness", type=weight, default=_DEFAULT.smoothness, metavar="WEIGHT",
        help=f"of the total variation ({_DEFAULT.smoothness:g})",
    )  # fmt: skip
    for name, kind in (("start", Start), ("optimiser", Optimiser), ("colour", Colour)):
        default = getattr(_DEFAULT, name).value
        add(f"--{name}", choices=[each.value for each in kind], default=default,
            help=f"({default})",
        )  # fmt: skip
    add("--seed", type=count, default=1, metavar="N", help="of noise and patterns (1)")
    add("--network", metavar="FILE",
        help=f"weights of a VGG-19 ({VGG19.file} of torchvision) or of train-perceptual; "
        f"{FETCHED}: fetch the former from the internet, once",
    )  # fmt: skip
    add("--unlike", metavar="NAME",
        help="go on until facedesk no longer recognises the face as this person",
    )  # fmt: skip


def style_settings(options: argparse.Namespace) -> StyleSettings:
    """Return the settings that were given."""
    return StyleSettings(
        content_weight=options.content_weight,
        style_weight=options.style_weight,
        smoothness=options.smoothness,
        content_layer=options.content_layer,
        style_layers=options.style_layers,
        start=Start(options.start),
        optimiser=Optimiser(options.optimiser),
        colour=Colour(options.colour),
        size=options.size,
        steps=options.steps,
        seed=options.seed,
    )


def _layers(text: str) -> tuple[StyleLayer, ...]:
    """Read layers such as "1_1:0.5,3_1", each with its weight λ or 1."""
    found = []
    for each in text.split(","):
        name, _, share = each.partition(":")
        found.append(StyleLayer(name.strip(), weight(share) if share else 1.0))
    return tuple(found)
