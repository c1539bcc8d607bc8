import numpy as np
import pytest

from facedesk.training.learning_curve import curve_points
from facedesk.training.progress import Ended, Stepped, Validated

NONE = np.zeros(0, int)


def stepped(step, active):
    return Stepped(step, 4, 0.1, 0.0, active, 1.0, 1e-4, NONE, NONE, NONE)


def validated(step):
    return Validated(step, 4, {"2": step / 10}, False, 0.0)


class Clock:
    """Tells a time that goes on while the training works."""

    def __init__(self):
        self.now = 100.0

    def __call__(self):
        return self.now


def test_time_is_that_of_the_steps_and_active_is_the_mean_since_the_point_before():
    clock = Clock()

    def training():
        for each, takes in (
            (validated(0), 50.0),
            (stepped(1, 0.8), 2.0),
            (stepped(2, 0.6), 3.0),
            (validated(2), 40.0),
            (stepped(3, 0.4), 2.5),
            (stepped(4, 0.2), 2.5),
            (validated(4), 60.0),
            (Ended(4, 4, 9.0, ()), 1.0),
        ):
            clock.now += takes
            yield each

    points = list(curve_points(training(), clock))
    assert [point.step for point in points] == [0, 2, 4]
    assert [point.seconds for point in points] == [0, 5, 10]
    assert points[1].active == pytest.approx(0.7)
    assert points[2].active == pytest.approx(0.3)
    assert points[0].active is None
    assert points[2].dir == {"2": 0.4}


def test_where_nobody_is_judged_by_there_is_no_curve():
    assert list(curve_points([stepped(1, 0.5), Ended(1, 1, 1.0, ())])) == []
