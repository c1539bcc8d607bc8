"""Opens what the commands work on: the gallery, and what the user has set."""

import argparse
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from facedesk import paths, settings
from facedesk.commands.gallery_passphrase import opened
from facedesk.gallery.opening import open_chosen_gallery
from facedesk.gallery.store import Gallery
from facedesk.log_file import logging_to


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


def calibrations_of(options: argparse.Namespace) -> Path:
    """Return the folder with the user's own calibrations."""
    return paths.default_paths(options.data_dir).calibrations
