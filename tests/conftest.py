"""Every test gets data folders of its own and may leave nothing behind."""

import gc
import logging
import os
import threading
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# No test may ask for, or leave, a key in the user's own keyring: see tests/file_keyring.py.
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(autouse=True)
def own_data_folder(tmp_path, monkeypatch):
    """Keep the user's own gallery and settings out of every test."""
    monkeypatch.setenv("FACEDESK_HOME", str(tmp_path / "facedesk-home"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "xdg-data"))
    monkeypatch.delenv("FACEDESK_DATABASE", raising=False)


@pytest.fixture(scope="session", autouse=True)
def in_english():
    """Let every test see English texts and dates, whatever the system's language is."""
    from PySide6.QtCore import QLocale

    QLocale.setDefault(QLocale(QLocale.Language.English))


@pytest.fixture(scope="session", autouse=True)
def quiet_from_the_start():
    """Quieten OpenCV before a test writes a film with it: what it heard first is what counts."""
    from facedesk.capture.video_capture import quieten

    quieten()


@pytest.fixture(autouse=True)
def no_thread_left():
    """Fail a test that leaves a thread of its own running."""
    before = set(threading.enumerate())
    yield
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline:
        left = [t for t in threading.enumerate() if t not in before and t.is_alive()]
        if not left:
            return
        time.sleep(0.02)
    pytest.fail(f"threads left running: {[t.name for t in left]}")


@pytest.fixture(autouse=True)
def no_timer_left(request):
    """Fail a test with a window that leaves a Qt timer ticking."""
    yield
    if "qtbot" not in request.fixturenames:
        return
    from PySide6.QtCore import QCoreApplication, QEvent, QTimer

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    # Not isinstance(): it asks objects for their class, to which some answer with a warning.
    left = [o for o in gc.get_objects() if issubclass(type(o), QTimer) and _ticks(o)]
    if left:
        pytest.fail(f"timers left ticking: {[(t.objectName(), t.parent()) for t in left]}")


def _ticks(timer) -> bool:
    try:
        return timer.isActive()
    except RuntimeError:  # its C++ half is gone
        return False


@pytest.fixture(autouse=True)
def no_unexpected_log_record(caplog):
    """Fail a test that logs at WARNING or above, unless it took the records with caplog.clear()."""
    yield
    unexpected = [
        record
        for when in ("setup", "call")
        for record in caplog.get_records(when)
        if record.levelno >= logging.WARNING
    ]
    if unexpected:
        pytest.fail("logged: " + "; ".join(record.getMessage() for record in unexpected))


@pytest.fixture
def keyring_file(tmp_path, monkeypatch):
    """The file of a keyring that works, of this test's process and of those it starts."""
    import keyring
    from file_keyring import FileKeyring

    file, before = tmp_path / "keyring.json", keyring.get_keyring()
    monkeypatch.setenv("FILE_KEYRING", str(file))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "file_keyring.FileKeyring")
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent))
    keyring.set_keyring(FileKeyring())
    yield file
    keyring.set_keyring(before)


@pytest.fixture
def quick_passphrases(monkeypatch):
    """Passphrases of galleries that cost next to nothing to try."""
    from facedesk.gallery.protection import data_key
    from facedesk.gallery.protection.passphrase import ScryptCost, key_of_passphrase

    def derive(passphrase, salt, _cost):
        return key_of_passphrase(passphrase, salt, ScryptCost(n=16))

    monkeypatch.setattr(data_key, "key_of_passphrase", derive)


@pytest.fixture(scope="session")
def astronaut() -> np.ndarray:
    """Eileen Collins, RGB uint8 (512, 512, 3); a public-domain portrait."""
    import skimage.data

    return skimage.data.astronaut()


@pytest.fixture(scope="session")
def admiral() -> np.ndarray:
    """Grace Hopper, RGB uint8 (600, 512, 3); a public-domain portrait."""
    import matplotlib.cbook
    from PIL import Image

    with matplotlib.cbook.get_sample_data("grace_hopper.jpg") as file:
        return np.array(Image.open(file).convert("RGB"))


@pytest.fixture(scope="session")
def postgresql():
    """A PostgreSQL server of our own; a test that needs it says so where there is none."""
    from postgresql_server import PostgresqlServer, find_programs

    pytest.importorskip("psycopg", reason="needs psycopg, which is not installed")
    programs = find_programs()
    if programs is None:
        pytest.skip("needs PostgreSQL, which is not installed")
    with TemporaryDirectory(prefix="facedesk-server-") as folder:
        Path(folder).chmod(0o755)  # the server runs as somebody else
        server = PostgresqlServer(programs, Path(folder))
        server.start()
        yield server
        server.stop()


@pytest.fixture
def shared_address(postgresql):
    """The address of an empty database on the server, of this test's own."""
    address = postgresql.new_database()
    yield address
    postgresql.drop_database(address)


@pytest.fixture(scope="session")
def models():
    """The real networks with their real weights, loaded once for all tests."""
    from facedesk.encoder.models import load_models

    return load_models()


@pytest.fixture
def make_photo():
    """Return a function that makes photos of noise, each with bytes that occur nowhere else."""
    import io

    from PIL import Image

    from facedesk.encoder.template import Template, unit
    from facedesk.gallery.photo import PreparedPhoto

    random = np.random.default_rng(1)

    def make(side: int = 24, encoder_id: str = "one"):
        buffer = io.BytesIO()
        noise = random.integers(0, 256, (side, side, 3), dtype=np.uint8)
        Image.fromarray(noise).save(buffer, "JPEG", quality=95)
        landmarks = random.uniform(0, side, (5, 2)).astype(np.float32)
        vector = unit(random.standard_normal(128))
        return PreparedPhoto(buffer.getvalue(), landmarks, 0.5, Template(vector, encoder_id))

    return make


@pytest.fixture
def shared() -> Path:
    """The folder ../shared; a test that needs it says so when it is not there."""
    if not SHARED.is_dir():
        pytest.skip("needs ../shared, which is not here")
    return SHARED
