import numpy as np
import pytest
from PySide6.QtGui import QColor

from facedesk.ui.colours import DARK, LIGHT
from facedesk.ui.theme import palette
from facedesk.ui.widgets.chart import Chart, Line
from facedesk.ui.widgets.chart_view import _ON_DARK, _ON_LIGHT, ChartView

X = np.array([0.01, 0.1, 1.0])


@pytest.fixture
def chart():
    lines = tuple(
        Line(f"{n} people", X, np.array([0.8, 0.9, 1.0]) - n / 1000, (0.0, 0.8)) for n in (10, 100)
    )
    return Chart("Found", "False alarms", "Named rightly", lines, log_x=True, mark="As decided")


@pytest.fixture
def show(qtbot):
    def shown(chart, colours=LIGHT):
        view = ChartView(chart)
        qtbot.addWidget(view)
        view.setPalette(palette(colours))
        view.show()
        return view

    return shown


def curves(view):
    """The lines drawn, without marks."""
    return [item for item in view.plot.getPlotItem().listDataItems() if item.opts["pen"]]


def test_lines_are_drawn_at_the_logarithm_of_the_false_alarms(show, chart):
    x, y = curves(show(chart))[0].getOriginalDataset()
    assert x == pytest.approx([-2, -1, 0])
    assert y == pytest.approx([0.79, 0.89, 0.99])


def test_lines_differ_in_style_as_well_as_in_colour(show, chart):
    pens = [item.opts["pen"] for item in curves(show(chart))]
    assert len({pen.style() for pen in pens}) == len({pen.color().name() for pen in pens}) == 2


def test_a_mark_without_any_false_alarm_lies_on_the_end_of_the_axis(show, chart):
    view = show(chart)
    (mark, *_) = [item for item in view.plot.getPlotItem().listDataItems() if item.opts["symbol"]]
    x, _ = mark.getOriginalDataset()
    assert x == pytest.approx([-2])


def test_the_legend_names_every_line_and_the_marks(show, chart):
    assert show(chart).legend.names == ["10 people", "100 people", "As decided"]


def test_another_chart_takes_the_place_of_the_first(show, chart):
    view = show(chart)
    x = np.array([1.0, 2.0, 3.0])
    loss = Line("Loss", x, np.array([100.0, 10.0, 0.5]))
    view.show_chart(Chart("Training", "Step", "Loss", (loss,), log_y=True, numbers=True))
    (curve,) = curves(view)
    assert curve.getOriginalDataset()[0] == pytest.approx(x)
    assert curve.getOriginalDataset()[1] == pytest.approx([2, 1, np.log10(0.5)])
    assert view.legend.names == ["Loss"]
    assert view.plot.accessibleName() == "Training"


def test_axes_are_named_in_words(show, chart):
    item = show(chart).plot.getPlotItem()
    assert item.getAxis("bottom").labelText == "False alarms"
    assert item.getAxis("left").labelText == "Named rightly"


def test_its_colours_follow_the_theme(show, chart):
    view = show(chart)
    assert curves(view)[0].opts["pen"].color() == QColor(_ON_LIGHT[0])
    view.setPalette(palette(DARK))
    assert curves(view)[0].opts["pen"].color() == QColor(_ON_DARK[0])
    assert len(curves(view)) == 2


@pytest.mark.parametrize(("colours", "lines"), [(LIGHT, _ON_LIGHT), (DARK, _ON_DARK)])
def test_every_line_stands_out_from_the_card(colours, lines):
    for line in lines:
        assert contrast(QColor(line), QColor(colours.surface)) >= 3


def contrast(first: QColor, second: QColor) -> float:
    """After WCAG 2.1."""

    def luminance(colour):
        parts = (colour.redF(), colour.greenF(), colour.blueF())
        r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)


def test_the_diagonal_says_what_it_is(show):
    line = Line("Measured", np.array([0.0, 1.0]), np.array([0.1, 0.9]))
    view = show(Chart("Probability", "Stated", "True", (line,), even="As it should be"))
    assert view.legend.names == ["Measured", "As it should be"]
    assert len(curves(view)) == 2


def test_screen_readers_are_told_what_it_shows(show, chart):
    view = show(chart)
    assert view.plot.accessibleName() == "Found"
    assert "10 people: 80 % / 0 %" in view.plot.accessibleDescription()
