import logging
import os
import stat
import sys
from pathlib import Path

import pytest

from facedesk.log_file import logging_to


def test_it_holds_what_we_note_and_what_others_warn_of(tmp_path, caplog):
    with logging_to(tmp_path):
        logging.getLogger("facedesk.gallery").info("Opened")
        logging.getLogger("facedesk.gallery").debug("In detail")
        logging.getLogger("alembic").info("Context impl SQLiteImpl.")
        logging.getLogger("alembic").warning("Odd")
    text = (tmp_path / "facedesk.log").read_text()
    assert "Opened" in text
    assert "Odd" in text
    assert "In detail" not in text
    assert "SQLiteImpl" not in text
    caplog.clear()


def test_a_later_run_goes_on_in_the_same_file(tmp_path):
    for run in ("first", "second"):
        with logging_to(tmp_path):
            logging.getLogger("facedesk").info("The %s run", run)
    lines = (tmp_path / "facedesk.log").read_text().splitlines()
    assert [line.split("The ")[1] for line in lines] == ["first run", "second run"]


def test_it_stays_small(tmp_path, monkeypatch):
    monkeypatch.setattr("facedesk.log_file._MOST_BYTES", 1000)
    with logging_to(tmp_path):
        for number in range(500):
            logging.getLogger("facedesk").info("Line %d", number)
    files = list(tmp_path.iterdir())
    assert len(files) == 4
    assert all(file.stat().st_size <= 1000 for file in files)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no permission bits")
def test_only_the_user_may_read_it(tmp_path):
    before = os.umask(0)
    try:
        with logging_to(tmp_path):
            logging.getLogger("facedesk").info("Opened")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "facedesk.log").stat().st_mode) == 0o600


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_stops_nothing_and_writes_no_traceback(tmp_path, capfd):
    (tmp_path / "facedesk.log").symlink_to("/dev/full")
    with logging_to(tmp_path):
        logging.getLogger("facedesk").info("Lost")
    assert capfd.readouterr().err == ""
