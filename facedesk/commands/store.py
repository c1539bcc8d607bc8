"""Opens what the commands work on: the gallery, and what the user has set."""

import argparse
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from facedesk import errors, paths, settings
from facedesk.commands.gallery_passphrase import opened
from facedesk.commands.output import Output
from facedesk.encoder.registry import ModelChoice, chosen_models
from facedesk.gallery.opening import open_chosen_gallery
from facedesk.gallery.store import Gallery
from facedesk.live.liveness_mode import LivenessMode
from facedesk.log_file import logging_to

if TYPE_CHECKING:  # it brings torch, which takes a second to import
    from facedesk.encoder.models import Models
    from facedesk.live.engine import Engine
    from facedesk.live.knowledge import Knowledge


@contextmanager
def gallery_of(options: argparse.Namespace) -> Iterator[Gallery]:
    """Open the gallery for the length of a command, and the log beside it. Raises StorageError."""
    places = paths.default_paths(options.data_dir)
    paths.prepare(places)
    chosen = settings_of(options)
    with (
        logging_to(places.logs),
        closing(opened(lambda words: open_chosen_gallery(places, chosen, words))) as gallery,
    ):
        yield gallery


def settings_of(options: argparse.Namespace) -> settings.Settings:
    """Return what the user has set."""
    return settings.load(paths.default_paths(options.data_dir).settings)


def fpir_of(options: argparse.Namespace) -> float:
    """Return the share of false alarms per stranger that the user accepts."""
    return settings_of(options).get("recognition.fpir")


def liveness_of(options: argparse.Namespace) -> LivenessMode:
    """Return what the user wants liveness to be used for."""
    return LivenessMode(settings_of(options).get("liveness.mode"))


def use_liveness(engine: "Engine", mode: LivenessMode, output: Output) -> None:
    """Let an engine look whether faces are alive, and say what is missing for it."""
    engine.liveness.use(mode)
    for problem in engine.liveness.problems:
        output.note(problem.text)


def calibrations_of(options: argparse.Namespace) -> Path:
    """Return the folder with the user's own calibrations."""
    return paths.default_paths(options.data_dir).calibrations


def choice_of(options: argparse.Namespace) -> ModelChoice:
    """Return which models the user has chosen."""
    return chosen_models(paths.default_paths(options.data_dir), settings_of(options))


def parts_of(options: argparse.Namespace) -> "tuple[Models, Knowledge]":
    """Load the models that were chosen, or facedesk's own in the place of one that can't be used.

    Raises WeightsError, ResourceMissing.
    """
    from facedesk.live.loading import load_usable_parts

    return load_usable_parts(choice_of(options), lambda error: tell_unusable(error, options))


def tell_unusable(error: errors.ModelError, options: argparse.Namespace) -> None:
    """Say why a model that was chosen is not used."""
    Output(options).note(f"{error.text} Until then, facedesk's own is used.")
