import dataclasses

import numpy as np
import pytest

from facedesk import errors
from facedesk.style.sizes import stages
from facedesk.style.style_settings import StyleSettings
from facedesk.ui.styling import StyleWish, Styling
from facedesk.ui.time_left import TimeLeft

TINY = StyleSettings(size=64, steps=4)
ENDLESS = StyleSettings(size=64, steps=100_000)


@pytest.fixture
def content(astronaut):
    image = astronaut[40:200, 140:300].copy()
    image.setflags(write=False)
    return image


@pytest.fixture
def wish(content):
    def draw(side):
        return np.random.default_rng(1).integers(0, 256, (side, side, 3), np.uint8)

    return StyleWish(content, draw, TINY)


@pytest.fixture
def styling(qapp, context):
    return Styling(context, qapp)


@pytest.fixture
def endless(qtbot, styling, wish):
    """One that is drawing, and would never end."""
    styling.start(dataclasses.replace(wish, settings=ENDLESS))
    qtbot.waitUntil(lambda: styling.newest is not None, timeout=60_000)
    return styling


def test_a_picture_is_drawn_step_by_step(qtbot, styling, wish):
    told = []
    styling.stepped.connect(lambda step, words: told.append((step.step, words)))
    with qtbot.waitSignal(styling.ended, timeout=60_000):
        styling.start(wish)
        assert styling.running
    assert not styling.running
    assert styling.newest.step == styling.newest.steps == len(styling.losses) == 4
    assert styling.newest.size == (64, 64)
    assert told[-1][0] == 4
    assert told[-1][1].startswith("Step 4 of 4")


def test_one_is_drawn_at_a_time(endless, wish):
    first = endless.wish
    endless.start(wish)
    assert endless.wish is first
    endless.cancel()


def test_cancelled_it_keeps_the_last_picture(qtbot, endless):
    with qtbot.waitSignal(endless.ended, timeout=60_000):
        endless.cancel()
    assert endless.newest.picture.shape == (64, 64, 3)


def test_paused_it_waits_and_goes_on(qtbot, endless):
    endless.pause(True)
    before = -1
    while before != endless.newest.step:
        before = endless.newest.step
        qtbot.wait(300)
    endless.pause(False)
    qtbot.waitUntil(lambda: endless.newest.step > before, timeout=60_000)
    endless.cancel()


def test_a_pause_can_be_cancelled(qtbot, endless):
    endless.pause(True)
    with qtbot.waitSignal(endless.ended, timeout=60_000):
        endless.cancel()


def test_closing_the_window_ends_it_whether_it_draws_or_waits(context, endless):
    endless.pause(True)
    context.tasks.stop()  # no thread may be left: see conftest.no_thread_left


def test_what_cannot_be_drawn_is_said_so(qtbot, styling, wish):
    strip = np.zeros((4, 200, 3), np.uint8)
    with qtbot.waitSignal(styling.failed, timeout=60_000) as failed:
        styling.start(dataclasses.replace(wish, content=strip))
    assert isinstance(failed.args[0], errors.PictureTooNarrow)
    assert styling.newest is None
    assert not styling.running


class TestDisguise:
    @pytest.fixture
    def hidden(self, context, ready_session, qapp):
        return Styling(dataclasses.replace(context, session=ready_session), qapp)

    @pytest.fixture
    def eileen(self, context, astronaut_photo):
        return context.gallery.enrol("Eileen", astronaut_photo)

    def test_the_distance_to_the_person_is_told(self, qtbot, hidden, wish, eileen):
        wish = dataclasses.replace(
            wish, disguised_from=eileen, settings=StyleSettings(size=128, steps=2)
        )
        with qtbot.waitSignal(hidden.ended, timeout=120_000):
            hidden.start(wish)
            qtbot.waitUntil(lambda: hidden.newest is not None, timeout=60_000)
            assert 0 <= hidden.newest.distance < hidden.newest.target
            hidden.cancel()

    def test_who_is_gone_is_said_so(self, qtbot, hidden, wish, eileen, context):
        context.gallery.remove(eileen.id)
        with qtbot.waitSignal(hidden.failed, timeout=60_000) as failed:
            hidden.start(dataclasses.replace(wish, disguised_from=eileen))
        assert isinstance(failed.args[0], errors.PersonGone)


def test_the_time_left_counts_pixels_not_steps(monkeypatch):
    from facedesk.ui import styling

    now = [0.0]
    monkeypatch.setattr(styling, "TimeLeft", lambda: TimeLeft(lambda: now[0]))
    work = styling._Work(stages(512, 100))
    work.seconds_left(0)
    first = next(n for n in range(100) if work._done[n + 1] - work._done[n] == 256**2)
    now[0] = 10.0
    left = work.seconds_left(first)  # all at 128 pixels took 10 s
    per_pixel = 10 / work._done[first]
    assert left == pytest.approx((work._done[-1] - work._done[first]) * per_pixel)
    assert work.seconds_left(150) == 0  # a disguise may take more steps
