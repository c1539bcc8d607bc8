"""A gallery of its own for each test, and photos that take no networks to make."""

import io
import os
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from PIL import Image

from facedesk.encoder.template import Template, unit
from facedesk.gallery.photo import PreparedPhoto
from facedesk.gallery.store import open_gallery

_NOBODY = 65534


@pytest.fixture
def database(tmp_path):
    """Where the gallery of this test is."""
    return tmp_path / "home" / "gallery.sqlite3"


@pytest.fixture
def gallery(database):
    gallery = open_gallery(database)
    yield gallery
    gallery.close()


@pytest.fixture
def make_photo():
    """Return a function that makes photos of noise, each with bytes that occur nowhere else."""
    random = np.random.default_rng(1)

    def make(side: int = 24, encoder_id: str = "one") -> PreparedPhoto:
        buffer = io.BytesIO()
        noise = random.integers(0, 256, (side, side, 3), dtype=np.uint8)
        Image.fromarray(noise).save(buffer, "JPEG", quality=95)
        landmarks = random.uniform(0, side, (5, 2)).astype(np.float32)
        vector = unit(random.standard_normal(128))
        return PreparedPhoto(buffer.getvalue(), landmarks, 0.5, Template(vector, encoder_id))

    return make


@pytest.fixture
def public_folder():
    """A folder that every user gets to, unlike tmp_path."""
    with TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@pytest.fixture
def ordinary_user():
    """Return a context in which nobody has the rights of root, who may write everywhere."""
    if not hasattr(os, "geteuid"):
        pytest.skip("needs POSIX permissions")

    @contextmanager
    def without_rights():
        is_root = os.geteuid() == 0
        if is_root:
            os.seteuid(_NOBODY)
        try:
            yield
        finally:
            if is_root:
                os.seteuid(0)

    return without_rights
