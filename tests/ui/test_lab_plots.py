import numpy as np
import pytest

from facedesk.training.progress import HardTriplets, Validated
from facedesk.training.record import Pairs, Seen
from facedesk.ui.widgets.lab_plots import LabPlots
from facedesk.ui.widgets.scrolling import scrolling
from facedesk.ui.widgets.triplet_strip import TripletStrip

TRIED = (
    Validated(0, 9, {"2": 0.5, "5": 0.4}, True, 1.0),
    Validated(9, 9, {"2": 0.8, "5": 0.6}, True, 2.0),
)


def pairs(same, different):
    counts = np.zeros((2, 400), int)
    counts[0, same] = 7
    counts[1, different] = 9
    return Pairs(*counts)


def seen(goes_on=False):
    hardest = HardTriplets(
        np.zeros((3, 3), int),
        np.array([[0.5, 0.25]] * 3),
        np.zeros((3, 3, 150, 150, 3), np.uint8),
    )
    curve = np.array([1.0, 2.0]), np.array([0.5, 0.25])
    now, before = pairs(4, 60), pairs(8, 30)
    return Seen(9, 9, curve, curve, 0.5, before, now, hardest, TRIED, goes_on)


@pytest.fixture
def plots(qtbot):
    made = LabPlots()
    qtbot.addWidget(made)
    made.resize(1000, 800)
    made.show()
    return made


def drawn(chart):
    return [item.getData() for item in chart.plot.getPlotItem().listDataItems()]


def test_distances_of_now_and_of_the_start_are_drawn_as_shares(plots):
    plots.show_seen(seen())
    assert plots.distances.legend.names == [
        "One person",
        "Two people",
        "One person, at the start",
        "Two people, at the start",
    ]
    for (x, y), place in zip(drawn(plots.distances), (0.04, 0.6, 0.08, 0.3), strict=True):
        assert y.sum() == pytest.approx(100)
        assert x[y.argmax()] == pytest.approx(place, abs=0.02)
    plots.show_seen(seen(goes_on=True))
    assert "One person, when it went on" in plots.distances.legend.names


def test_shares_are_drawn_in_percent_and_loss_as_it_is(plots):
    plots.show_seen(seen())
    assert drawn(plots.active)[0][1].tolist() == [50, 25]
    assert drawn(plots.loss)[0][1].tolist() == [0.5, 0.25]


def test_each_number_of_people_has_a_line_with_the_best_marked(plots):
    plots.show_seen(seen())
    lines = [y.tolist() for _, y in drawn(plots.recognised) if len(y) == 2]
    assert lines == [[50, 80], [40, 60]]
    assert "the best, which is kept" in plots.recognised.legend.names


def test_of_one_that_was_not_watched_only_what_was_tried_is_shown(plots):
    plots.show_only(TRIED)
    assert plots.recognised.isVisible()
    assert not plots.loss.isVisible()
    plots.show_only(())
    assert not plots.recognised.isVisible()


def test_a_chart_with_nothing_to_show_leaves_no_hole(plots, qtbot):
    plots.show_seen(seen())
    qtbot.waitUntil(lambda: plots.distances.x() > plots.active.x() == plots.recognised.x())
    plots.show_validations(())
    qtbot.waitUntil(lambda: plots.active.x() > plots.distances.x() == plots.loss.x())
    assert plots.distances.y() == plots.active.y() == 0
    plots.show_seen(seen())
    qtbot.waitUntil(lambda: plots.distances.x() > plots.active.x() == plots.recognised.x())


def test_as_many_triplets_are_shown_as_there_are_and_as_fit(qtbot):
    strip = TripletStrip()
    area = scrolling(strip)
    qtbot.addWidget(area)
    area.resize(1000, 400)
    area.show()
    strip.show_triplets(seen().hardest)
    assert [column.isVisible() for column in strip.columns] == [True] * 3 + [False] * 5
    assert [caption.text() for caption in strip.columns[0].captions] == [
        "photo",
        "same 0.50",
        "other 0.25",
    ]
    assert "the same person at distance 0.50" in strip.columns[0].accessibleName()
    area.resize(250, 400)
    qtbot.waitUntil(lambda: sum(column.isVisible() for column in strip.columns) == 2)
