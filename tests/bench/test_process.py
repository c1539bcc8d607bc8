import mmap
import sys
import threading

import pytest

from facedesk.bench import process

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="as Linux tells it")


def test_memory_that_is_used_is_counted():
    before = process.memory_mb()
    held = mmap.mmap(-1, 50_000_000)
    held.write(bytes(50_000_000))
    assert process.memory_mb() == pytest.approx(before + 50, abs=15)
    assert process.peak_memory_mb() >= process.memory_mb() - 1
    held.close()


def test_threads_are_counted():
    before, end = process.threads(), threading.Event()
    thread = threading.Thread(target=end.wait)
    thread.start()
    assert process.threads() == before + 1
    end.set()
    thread.join()


def test_open_files_are_counted(tmp_path):
    before = process.handles()
    with (tmp_path / "file").open("w", encoding="utf-8"):
        assert process.handles() == before + 1
    assert process.handles() == before


def test_where_the_system_does_not_tell_nothing_is_made_up(monkeypatch, tmp_path):
    monkeypatch.setattr(process, "_STATUS", tmp_path / "nothing")
    monkeypatch.setattr(process, "_HANDLES", (tmp_path / "nothing",))
    assert process.memory_mb() is None
    assert process.handles() is None
    assert process.threads() == threading.active_count()
