import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QObject

from facedesk.ui.garbage import garbage_collected_here


class Knot(QObject):
    """Garbage that only a collection finds."""

    def __init__(self) -> None:
        super().__init__()
        self.itself = self


@pytest.fixture(autouse=True)
def collected_by_python_itself():
    """As when the application starts."""
    gc.enable()
    yield
    gc.disable()


def forgotten(collected_in):
    """Make garbage; the name of the thread that collects it is noted."""
    return weakref.ref(Knot(), lambda _: collected_in.append(threading.current_thread().name))


def work_elsewhere():
    thread = threading.Thread(target=lambda: [[] for _ in range(100_000)], name="elsewhere")
    thread.start()
    thread.join()


def test_python_itself_collects_in_any_thread(qapp):
    collected_in = []
    reference = forgotten(collected_in)
    work_elsewhere()
    assert reference() is None
    assert collected_in == ["elsewhere"]


def test_garbage_is_left_to_the_thread_of_the_window(qtbot):
    collected_in = []
    before = gc.get_freeze_count()
    with garbage_collected_here(lambda: True):
        qtbot.waitUntil(lambda: gc.get_freeze_count() > before)
        reference = forgotten(collected_in)
        work_elsewhere()
        assert collected_in == []
        qtbot.waitUntil(lambda: reference() is None)
    assert collected_in == ["MainThread"]


def test_while_the_rest_is_being_loaded_nothing_is_gone_through(qtbot):
    gone_through = []
    gc.callbacks.append(lambda phase, info: gone_through.append(info))
    try:
        with garbage_collected_here(lambda: False):
            qtbot.wait(1500)
    finally:
        gc.callbacks.pop()
    assert gone_through == []


def test_what_has_been_loaded_is_left_out_from_then_on(qtbot):
    before = gc.get_freeze_count()
    loaded = [[] for _ in range(10_000)]
    with garbage_collected_here(lambda: True):
        qtbot.waitUntil(lambda: gc.get_freeze_count() >= before + len(loaded))
        later = weakref.ref(Knot())
        qtbot.waitUntil(lambda: later() is None)


def test_python_takes_over_again_afterwards(qapp):
    with garbage_collected_here(lambda: True):
        assert not gc.isenabled()
    assert gc.isenabled()
