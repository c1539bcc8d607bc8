import pytest

from facedesk.gallery.store import open_gallery


@pytest.fixture
def gallery(tmp_path):
    """A gallery of the test's own, with nobody in it."""
    gallery = open_gallery(tmp_path / "gallery.sqlite3")
    yield gallery
    gallery.close()
