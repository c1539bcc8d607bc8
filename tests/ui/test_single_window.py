"""Two windows on one folder: the second says so."""

import signal
import subprocess
import sys
from contextlib import ExitStack

import pytest
from PySide6.QtWidgets import QMessageBox

from facedesk import errors
from facedesk.gallery.store import open_gallery
from facedesk.live.session import LiveSession
from facedesk.paths import Paths, default_paths, prepare
from facedesk.ui import app
from facedesk.ui.single_window import only_window_on

WINDOW = """
from facedesk.live.session import LiveSession
from facedesk.paths import default_paths
from facedesk.ui import app

LiveSession.start = lambda _: None
app.run(default_paths(), once_shown=lambda _: print("open", flush=True))
"""
ASKED_BEFORE_IT_RUNS = """
import signal
from facedesk.paths import default_paths
from facedesk.ui import app

app.run(default_paths(), once_shown=lambda _: signal.raise_signal(signal.SIGTERM))
"""


@pytest.fixture
def other():
    """A window of another process, on the user's folder."""
    command = [sys.executable, "-c", WINDOW]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "open\n"
        yield process
        process.terminate()


@pytest.fixture
def explained(qapp, monkeypatch):
    """The sentences of boxes that say why there is no window."""
    texts = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: texts.append(box.text()))
    monkeypatch.setattr(LiveSession, "start", lambda _: None)
    before = qapp.palette(), qapp.styleSheet()
    yield texts
    qapp.setPalette(before[0])
    qapp.setStyleSheet(before[1])


def test_the_second_says_so_and_the_first_goes_on(other, explained):
    with pytest.raises(errors.AlreadyOpen):
        app.run(default_paths())
    assert "is open already" in explained[0]
    assert str(default_paths().home) in explained[0]
    assert other.poll() is None


def test_a_command_may_work_beside_a_window(other):
    open_gallery(default_paths().database).close()


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
def test_a_window_that_was_killed_keeps_nobody_off(other):
    other.send_signal(signal.SIGKILL)
    other.wait()
    with only_window_on(default_paths().home):
        pass


def test_a_window_that_was_asked_to_end_leaves_nothing_behind(other):
    other.terminate()
    assert other.wait(20) == 0
    assert not (default_paths().home / "window.lock").exists()


def test_a_window_that_was_asked_to_end_while_it_opened_ends():
    subprocess.run([sys.executable, "-c", ASKED_BEFORE_IT_RUNS], check=True, timeout=60)
    assert not (default_paths().home / "window.lock").exists()


def test_windows_on_different_folders_do_not_mind_each_other(tmp_path):
    with ExitStack() as stack:
        for name in "ab":
            paths = Paths(tmp_path / name)
            prepare(paths)
            stack.enter_context(only_window_on(paths.home))


def test_a_folder_that_may_only_be_read_is_told(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(errors.FolderNotWritable), only_window_on(tmp_path / "file" / "home"):
        pass


def test_a_full_disk_is_told(tmp_path):
    resource = pytest.importorskip("resource", reason="this system can't limit the size of files")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, before[1]))
        with pytest.raises(errors.DiskFull), only_window_on(tmp_path):
            pass
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
