"""Opens what the commands work on."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager

from facedesk import paths
from facedesk.gallery.store import Gallery, open_gallery


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
