"""What is said about the layers and the losses of a style transfer."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QCoreApplication

from facedesk.style.progress import Losses, StyleProgress
from facedesk.ui.widgets.chart import Chart, Line

translate = QCoreApplication.translate


def content_layer_words(name: str) -> tuple[str, str]:
    """Return what keeping the content at a layer means: in short, and in a sentence."""
    return {
        "1_1": (
            translate("StyleWords", "Every detail (layer 1)"),
            translate("StyleWords", "Every pixel counts: the photo stays, with a little colour."),
        ),
        "2_1": (
            translate("StyleWords", "Fine outlines (layer 2)"),
            translate("StyleWords", "Outlines stay sharp; flat parts take on the style."),
        ),
        "3_1": (
            translate("StyleWords", "Features (layer 3)"),
            translate("StyleWords", "Eyes, nose and mouth stay where they are; strokes are free."),
        ),
        "4_1": (
            translate("StyleWords", "Shapes (layer 4)"),
            translate("StyleWords", "The head stays a head; its details are drawn anew."),
        ),
        "5_1": (
            translate("StyleWords", "The arrangement only (layer 5)"),
            translate("StyleWords", "Where there is something stays; what it is, hardly."),
        ),
    }[name]


def style_layer_words(name: str) -> str:
    """Return what a layer of the style stands for."""
    return {
        "1_1": translate("StyleWords", "1: colours and grain"),
        "2_1": translate("StyleWords", "2: fine strokes"),
        "3_1": translate("StyleWords", "3: strokes"),
        "4_1": translate("StyleWords", "4: motifs"),
        "5_1": translate("StyleWords", "5: large motifs"),
    }[name]


def done_words(step: StyleProgress) -> str:
    """Return what has come out."""
    width, height = step.size
    if step.step < step.steps:
        text = translate("StyleWords", "Stopped at step {n} of {all} · {width} × {height}")
    else:
        text = translate("StyleWords", "Done in {all} steps · {width} × {height}")
    return text.format(n=step.step, all=step.steps, width=width, height=height)


def loss_chart(losses: Sequence[Losses]) -> Chart:
    """Return the terms of the loss by step."""
    steps = np.arange(1, len(losses) + 1, dtype=float)
    terms = [
        (translate("StyleWords", "Content (α · J_content)"), [each.content for each in losses]),
        (translate("StyleWords", "Style (β · J_style)"), [each.style for each in losses]),
        (translate("StyleWords", "Smoothness"), [each.smoothness for each in losses]),
    ]
    if any(each.disguise for each in losses):
        terms.append((translate("StyleWords", "Disguise"), [each.disguise for each in losses]))
    return Chart(
        translate("StyleWords", "What is made small"),
        translate("StyleWords", "Step"),
        translate("StyleWords", "Loss"),
        tuple(Line(name, steps, np.array(values)) for name, values in terms),
        log_y=True,
        numbers=True,
    )
