import time

import pytest

from facedesk.ui.heartbeat import Heartbeat


@pytest.fixture
def heartbeat(qapp):
    heartbeat = Heartbeat()
    yield heartbeat
    heartbeat.stop()


def test_what_holds_the_window_up_is_noted(heartbeat, qtbot):
    heartbeat.start()
    qtbot.wait(50)
    time.sleep(0.3)
    qtbot.wait(50)
    assert heartbeat.longest_ms >= 300
    assert heartbeat.percentile_ms(100) == heartbeat.longest_ms
    assert heartbeat.percentile_ms(10) < 100


def test_it_begins_anew(heartbeat, qtbot):
    heartbeat.start()
    time.sleep(0.3)
    qtbot.wait(50)
    heartbeat.start()
    qtbot.wait(50)
    assert heartbeat.longest_ms < 300


def test_before_the_first_tick_nothing_is_known(heartbeat):
    heartbeat.start()
    assert (heartbeat.longest_ms, heartbeat.percentile_ms(99)) == (0, 0)
