"""Opens what the commands work on: the gallery, and what the user has set."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager

from facedesk import paths, settings
from facedesk.gallery.store import Gallery, open_gallery
from facedesk.matching.thresholds import FPIR


@contextmanager
def gallery_of(options: argparse.Namespace) -> Iterator[Gallery]:
    """Open the gallery for the length of a command. Raises StorageError."""
    places = paths.default_paths(options.data_dir)
    paths.prepare(places)
    gallery = open_gallery(places.database)
    try:
        yield gallery
    finally:
        gallery.close()


def fpir_of(options: argparse.Namespace) -> float:
    """Return the share of false alarms per stranger that the user accepts."""
    chosen = settings.load(paths.default_paths(options.data_dir).settings)
    return FPIR[chosen.get("recognition.strictness")]
