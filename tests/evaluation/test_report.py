import re
from html.parser import HTMLParser
from xml.etree import ElementTree

import numpy as np
import pytest

from facedesk.errors import FileNotWritten
from facedesk.evaluation.curves import Curve
from facedesk.evaluation.plots import bar_plot, curve_plot, line_plot, square_plot
from facedesk.evaluation.report import Plot, Section, Table, percent, span, write_report

CURVE = Curve(np.array([0.001, 0.1, 1.0]), np.array([0.5, 0.9, 1.0]))


class Tags(HTMLParser):
    """Checks that every tag that is opened is closed, and collects the text."""

    def __init__(self):
        super().__init__()
        self.open, self.text, self.count = [], [], {}

    def handle_starttag(self, tag, attributes):
        self.count[tag] = self.count.get(tag, 0) + 1
        if tag != "meta":
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.count[tag] = self.count.get(tag, 0) + 1

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text.append(data.strip())


def plots():
    return {
        "curves": curve_plot({"10 people": CURVE, "<100>": CURVE}, "x", "y", {"<100>": (0.1, 0.9)}),
        "det": curve_plot({"score": CURVE}, "x", "y", log_y=True),
        "lines": line_plot({"random": ([0, 5], [0.1, 0.2])}, "minutes", "DIR"),
        "square": square_plot({"observed": CURVE}, "said", "observed"),
        "bars": bar_plot(["a & b", "c"], [0.2, 0.1], [(0.1, 0.3), (0.05, 0.2)], "FAR", 0.15),
    }


@pytest.fixture
def page(tmp_path):
    sections = [
        Section("Rates <of> all", ("Text & more.",), table=Table(("a", "b"), (("x", "<1>"),))),
        Section("Plots", plots=tuple(Plot(svg, name) for name, svg in plots().items())),
        Section("Facts", facts=(("Command", "facedesk --images 'a <b>'"),)),
    ]
    return write_report(tmp_path / "new" / "report", "Try & see", sections)


def test_a_report_is_one_complete_page(page):
    tags = Tags()
    tags.feed(page.read_text("utf-8"))
    assert tags.open == []
    assert tags.count["svg"] == 5
    for text in ("Rates <of> all", "Text & more.", "<1>", "facedesk --images 'a <b>'"):
        assert text in tags.text


def test_it_loads_nothing(page):
    text = page.read_text("utf-8")
    assert set(re.findall(r"https?://[^\s\"'<>]+", text)) <= {
        "http://www.w3.org/2000/svg",
        "http://www.w3.org/1999/xlink",
    }
    assert not re.search(r"<(script|link|img|iframe|object|image)\b|@import|url\((?!#)", text)


def test_colours_of_plots_are_those_of_the_page(page):
    text = page.read_text("utf-8")
    drawn = text[text.index("<svg") :]
    assert set(re.findall(r"#[0-9a-f]{6}\b", drawn)) == set()
    used = set(re.findall(r"var\((--line-\d)\)", drawn))
    assert used == {"--line-1", "--line-2"}
    assert all(f"{name}:" in text for name in used)
    assert "currentColor" in drawn


@pytest.mark.parametrize("name", plots())
def test_plots_are_well_formed_and_their_words_are_words(name):
    root = ElementTree.fromstring(plots()[name])
    words = {text.text for text in root.iter("{http://www.w3.org/2000/svg}text")}
    expected = {
        "curves": {"10 people", "<100>", "x", "y", "1 %", "10 %"},
        "det": {"score"},
        "lines": {"random", "minutes", "DIR", "10 %", "20 %"},
        "square": {"said", "observed"},
        "bars": {"a & b", "c", "FAR"},
    }
    assert expected[name] <= words


def test_a_curve_without_a_mistake_is_drawn_too():
    faultless = Curve(np.array([0.01, 1.0]), np.zeros(2))
    assert ElementTree.fromstring(curve_plot({"score": faultless}, "x", "y", log_y=True))


def test_the_same_figures_give_the_same_plot():
    assert plots() == plots()


def test_a_report_that_can_not_be_written_is_said_so(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(FileNotWritten):
        write_report(tmp_path / "file", "Try", [])


def test_shares_are_written_as_percent():
    assert percent(0.12345) == "12.35 %"
    assert span((0.1, 0.25), 1) == "[10.0, 25.0]"
