"""A gallery of its own for each test, and photos that take no networks to make."""

import inspect
import os
import sqlite3
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from facedesk.database_address import read_address
from facedesk.gallery.names import name_key
from facedesk.gallery.photo import PreparedPhoto
from facedesk.gallery.sharing.shared_gallery import open_shared_gallery
from facedesk.gallery.storage import schema
from facedesk.gallery.storage.sqlite import sqlite_engine
from facedesk.gallery.store import open_gallery

_NOBODY = 65534
# The tests that use a gallery, but know nothing of where it is.
ON_BOTH = {
    "test_attendance",
    "test_avatars",
    "test_changes_at_once",
    "test_consent",
    "test_looks_and_corrections",
    "test_recorded_sightings",
    "test_store",
}
IN_A_FILE = {"database", "first_gallery"}  # who asks for these knows


@pytest.fixture
def database(tmp_path):
    """Where the gallery of this test is."""
    return tmp_path / "home" / "gallery.sqlite3"


def pytest_generate_tests(metafunc):
    """Let what a gallery does be tested in a file and on a server."""
    of_a_file = IN_A_FILE.intersection(inspect.signature(metafunc.function).parameters)
    uses_gallery = "gallery" in metafunc.fixturenames
    if metafunc.module.__name__ in ON_BOTH and uses_gallery and not of_a_file:
        metafunc.parametrize("gallery", ["file", "server"], indirect=True)


@pytest.fixture
def gallery(request, database):
    if getattr(request, "param", "file") == "server":
        address = request.getfixturevalue("shared_address")
        gallery = open_shared_gallery(read_address(address), database.parent)
    else:
        gallery = open_gallery(database)
    yield gallery
    gallery.close()


@pytest.fixture
def first_gallery(database, monkeypatch):
    """Return a function that makes a gallery as the first version had it, with one person."""

    def make(name: str, photo: PreparedPhoto) -> None:
        database.parent.mkdir(mode=0o700)
        engine = sqlite_engine(database)
        with monkeypatch.context() as patch:
            patch.setattr(schema, "NEWEST", "0001")
            schema.bring_up_to_date(engine, database)
        engine.dispose()
        landmarks, vector = photo.landmarks.tobytes(), photo.template.vector.tobytes()
        long_ago = "2026-05-03 10:00:00.000000"
        with closing(sqlite3.connect(database)) as connection:
            connection.execute(
                "INSERT INTO person (id, name, name_key, enrolled_at) VALUES (1, ?, ?, ?)",
                (name, name_key(name), long_ago),
            )
            connection.execute(
                "INSERT INTO photo (id, person_id, jpeg, landmarks, width, height, quality, "
                "added_at) VALUES (1, 1, ?, ?, 24, 24, 0.5, ?)",
                (photo.jpeg, landmarks, long_ago),
            )
            connection.execute(
                "INSERT INTO template (photo_id, encoder_id, vector) VALUES (1, ?, ?)",
                (photo.template.encoder_id, vector),
            )
            connection.commit()

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
