"""What `facedesk train` can be told."""

import argparse
import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING

from facedesk.commands.arguments import count, positive, rate, weight

if TYPE_CHECKING:
    from facedesk.training.training_settings import TrainingSettings

SELECTIONS = ("random", "semi-hard", "hard")


def add_training_options(parser: argparse.ArgumentParser) -> None:
    """Add what says what to train with, how long, and how."""
    add = parser.add_argument
    photos = parser.add_mutually_exclusive_group(required=True)
    photos.add_argument("--images", type=Path, metavar="FOLDER", help="one folder per person")
    photos.add_argument(
        "--unlabelled",
        type=Path,
        nargs="+",
        metavar="FOLDER",
        help="folders of photos, or of folders of photos, of whoever it may be: each is held "
        "against its own changed views, and against what was said of it before",
    )
    result = parser.add_mutually_exclusive_group(required=True)
    result.add_argument(
        "--out", type=Path, metavar="FOLDER", help="for the weights, their card and the checkpoint"
    )
    result.add_argument(
        "--contact-sheet",
        type=Path,
        metavar="FILE",
        help="train nothing, and draw what augmentation makes of some of the photos",
    )
    add("--resume", action="store_true", help="go on where it was stopped, as it was begun")
    add("--dry-run", action="store_true", help="only say what would be done, and how long it takes")
    length = parser.add_mutually_exclusive_group()
    length.add_argument("--epochs", type=count, metavar="N", help="how often everyone is seen (10)")
    length.add_argument("--minutes", type=positive, metavar="M", help="how long it may take")
    judged = parser.add_mutually_exclusive_group()
    judged.add_argument(
        "--validate", type=Path, metavar="FOLDER", help="judge by all people in this folder"
    )
    judged.add_argument(
        "--validation",
        type=rate,
        default=0.2,
        metavar="SHARE",
        help="judge by this share of the people in --images, and do not learn from them (0.2)",
    )
    add(
        "--selection",
        choices=SELECTIONS,
        default="semi-hard",
        help="how triplets are chosen (semi-hard)",
    )
    add_settings(parser)


def add_settings(parser: argparse.ArgumentParser) -> None:
    """Add the other settings of a training, under the names of TrainingSettings."""
    add = parser.add_argument
    add(
        "--start",
        choices=("default", "nothing"),
        default="default",
        help="the weights to begin with: the default encoder's, or chance",
    )
    add(
        "--learns",
        choices=("last-layer", "last-block", "all"),
        default="last-block",
        help="what changes; less is quicker, and forgets less (last-block)",
    )
    add(
        "--margin",
        type=positive,
        metavar="ALPHA",
        help="of the triplet loss (0.02; with --start nothing, 0.2)",
    )
    add(
        "--keep",
        type=weight,
        metavar="WEIGHT",
        help="of staying near the encodings of before (1; with --start nothing, 0)",
    )
    add("--optimiser", choices=("adamw", "sgd"), default="adamw")
    add("--learning-rate", type=positive, default=1e-4, metavar="RATE", help="the highest (0.0001)")
    add("--people-at-a-time", type=count, default=16, metavar="N", help="in a step (16)")
    add("--photos-each", type=count, default=4, metavar="N", help="of each of them (4)")
    add("--no-augmentation", dest="augment", action="store_false", help="leave photos as they are")
    add("--seed", type=count, default=1, metavar="N", help="another one draws otherwise (1)")


def settings_said(options: argparse.Namespace, **others: object) -> "TrainingSettings":
    """Return the settings that the options and the others say."""
    from facedesk.training.training_settings import (
        Start,
        TrainingSettings,
        settings_from_json,
        usual_keep,
        usual_margin,
    )

    names = [field.name for field in dataclasses.fields(TrainingSettings)]
    said = {name: getattr(options, name) for name in names if hasattr(options, name)}
    start = Start(options.start)
    if said["keep"] is None:
        said["keep"] = usual_keep(start)
    if said["margin"] is None:
        said["margin"] = usual_margin(start)
    return settings_from_json(said | others)
