import time

import numpy as np
import pytest

from facedesk.capture.paced_reader import PacedReader
from facedesk.capture.picture import Picture


class Film:
    interval_s = 0.1
    endless = False
    given = None

    def __init__(self, times_s):
        self.times_s = list(times_s)

    def read(self):
        return Picture(np.zeros((2, 2, 3), np.uint8), self.times_s.pop(0)) if self.times_s else None

    def close(self):
        self.times_s = []


class Clock:
    """Time that passes only while somebody pauses, a little longer than asked for."""

    def __init__(self, monkeypatch, slowness=0.0):
        self.now, self.slowness, self.pauses = 100.0, slowness, 0
        monkeypatch.setattr(time, "monotonic", lambda: self.now)

    def pause(self, time_s):
        self.now += time_s + self.slowness
        self.pauses += 1


def test_pictures_come_on_time_and_do_not_drift(monkeypatch):
    clock = Clock(monkeypatch, slowness=0.03)
    reader = PacedReader(Film([n / 10 for n in range(1000)]), clock.pause)
    late = []
    while (picture := reader.read()) is not None:
        late.append(clock.now - 100 - picture.time_s)
    assert max(late) < 0.031


def test_the_first_picture_comes_at_once_wherever_the_film_begins(monkeypatch):
    clock = Clock(monkeypatch)
    reader = PacedReader(Film([7.0, 7.5]), clock.pause)
    reader.read()
    assert clock.now == 100
    reader.read()
    assert clock.now == 100.5


def test_a_small_delay_is_caught_up(monkeypatch):
    clock = Clock(monkeypatch)
    reader = PacedReader(Film([0, 0.1, 0.2, 1.0]), clock.pause)
    reader.read()
    clock.now += 0.5
    for _ in range(3):
        reader.read()
    assert clock.now == 101
    assert clock.pauses == 1


def test_after_a_long_delay_the_film_goes_on_at_its_own_speed(monkeypatch):
    clock = Clock(monkeypatch)
    reader = PacedReader(Film([0, 0.1, 0.2, 0.3]), clock.pause)
    reader.read()
    clock.now += 3600
    for _ in range(3):
        reader.read()
    assert clock.now == pytest.approx(3700.2)


def test_the_end_and_the_nature_of_the_film_are_passed_on(monkeypatch):
    film = Film([0, 1])
    reader = PacedReader(film, Clock(monkeypatch).pause)
    assert (reader.interval_s, reader.endless) == (0.1, False)
    reader.close()
    assert reader.read() is None
