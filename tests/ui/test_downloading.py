import pytest
from file_server import CONTENTS, FileServer, downloadable
from PySide6.QtCore import Qt

from facedesk.downloads.download import download, part_of
from facedesk.ui.downloading import Downloading
from facedesk.ui.messages import Level
from facedesk.ui.widgets.download_row import DownloadRow


@pytest.fixture
def server():
    with FileServer() as running:
        yield running


def fetching(context, wanted):
    """A fetch without any further use for the file."""
    return lambda progress: download(wanted, context.paths.downloads, progress)


@pytest.fixture
def row(qtbot, context, server):
    wanted = downloadable(server.address())
    downloading = Downloading(context, wanted, fetching(context, wanted), context.tasks)
    made = DownloadRow(downloading)
    qtbot.addWidget(made)
    made.show()
    return made


def ended(qtbot, row):
    qtbot.waitUntil(lambda: not row.downloading.running, timeout=20_000)


def break_off(qtbot, row, server):
    """Press the button of a server that falls silent, then press it again."""
    server.breaks_after, server.silent = 70_000, True
    row.button.click()
    qtbot.waitUntil(lambda: row.downloading.here == 70_000, timeout=20_000)
    row.button.click()
    server.closing.set()
    ended(qtbot, row)
    server.breaks_after, server.silent = None, False


def test_before_anything_is_asked_for_it_says_what_it_is_from_whom_and_how_large(row, server):
    assert row.offer.text() == "Not here · Licence: MIT · 307.2 kB from 127.0.0.1"
    assert row.button.accessibleName() == "Download Thing"
    assert server.asked == []


def test_one_press_brings_the_file(qtbot, row):
    with qtbot.waitSignal(row.downloading.done, timeout=20_000) as done:
        qtbot.keyClick(row.button, Qt.Key.Key_Space)
    assert done.args[0].read_bytes() == CONTENTS


def test_meanwhile_it_shows_how_much_has_come_and_the_same_button_cancels(qtbot, row, server):
    server.breaks_after, server.silent = 70_000, True
    row.button.click()
    qtbot.waitUntil(lambda: row.downloading.here == 70_000, timeout=20_000)
    assert row.progress.isVisible()
    assert row.progress.value() == 70_000
    assert row.here.text() == "70.0 kB of 307.2 kB"
    assert row.button.text() == "Cancel"
    server.closing.set()
    ended(qtbot, row)


def test_after_a_cancel_it_goes_on_where_it_was(qtbot, row, server, said):
    break_off(qtbot, row, server)
    assert said == []
    assert not row.progress.isVisible()
    assert row.here.text() == "70.0 kB of 307.2 kB"
    assert row.button.accessibleName() == "Go on with the download of Thing"
    with qtbot.waitSignal(row.downloading.done, timeout=20_000) as done:
        row.button.click()
    assert done.args[0].read_bytes() == CONTENTS
    assert server.asked[-1] == ("/file", "bytes=70000-")


def test_what_has_come_is_there_after_a_restart(qtbot, context, row, server):
    break_off(qtbot, row, server)
    wanted = row.downloading.wanted
    again = Downloading(context, wanted, fetching(context, wanted), context.tasks)
    assert again.here == 70_000


def test_what_went_wrong_is_said(qtbot, context, row, server, said):
    server.status = 503
    row.button.click()
    ended(qtbot, row)
    assert said[-1].level is Level.ERROR
    assert "127.0.0.1 does not give Thing out (HTTP 503)" in said[-1].text
    assert row.button.text() == "Download"
    assert not part_of(row.downloading.wanted, context.paths.downloads).exists()


def test_pressing_twice_downloads_once(qtbot, row, server):
    row.downloading.start()
    row.downloading.start()
    ended(qtbot, row)
    assert len(server.asked) == 1
