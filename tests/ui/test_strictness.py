from dataclasses import replace
from datetime import datetime, timezone

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from facedesk.gallery.person import Person
from facedesk.matching.expectation import expectation
from facedesk.matching.thresholds import Calibration
from facedesk.ui.widgets.rate_slider import RateSlider
from facedesk.ui.widgets.strictness import Strictness

TABLE = Calibration(
    encoder_id="e",
    data_set="made up",
    people=100,
    pairs=4950,
    mates=200,
    date="2026-01-01",
    far=(0.1, 0.01, 0.001, 0.0001),
    scores=(1.0, 3.0, 4.0, 4.5),
    mate_scores=tuple(float(score) for score in range(101)),
)
NOW = datetime(2026, 1, 1, tzinfo=timezone.utc)


def people(*photos):
    """People with so many photos each."""
    return tuple(Person(i, f"P{i}", NOW, count) for i, count in enumerate(photos))


@pytest.fixture
def strictness(qtbot):
    made = Strictness(RateSlider(0.001, 0.1))
    qtbot.addWidget(made)
    made.slider.show_rate(0.01)
    made.show_calibration(TABLE)
    made.show_people(people(1, 1, 1))
    return made


def test_it_says_how_many_strangers_are_named_and_how_many_people_missed(strictness):
    texts = [label.text() for label in strictness.findChildren(QLabel)]
    assert strictness.named.text() == "About 10 of 1,000"
    assert "strangers are given a name" in texts
    missed = expectation(TABLE, 3, 0.01).missed * 1000
    assert strictness.missed.text() == f"About {missed:.0f} of 1,000"
    assert "people who are enrolled are missed" in texts


def test_it_follows_the_slider_while_it_is_moved(strictness):
    before = strictness.missed.text()
    strictness.slider.setSliderDown(True)
    strictness.slider.setValue(strictness.slider.maximum())
    assert strictness.named.text() == "About 100 of 1,000"
    assert strictness.missed.text() != before


@pytest.mark.parametrize(
    ("rate", "text"), [(0.001, "1"), (0.0013, "1.3"), (0.02, "20"), (0.0995, "100")]
)
def test_figures_have_two_digits_at_most(strictness, rate, text):
    strictness.slider.show_rate(rate)
    assert strictness.named.text() == f"About {text} of 1,000"


def test_it_follows_the_gallery_in_which_each_photo_counts(strictness):
    before = strictness.missed.text()
    strictness.show_people(people(1, 5, 3))
    assert strictness.missed.text() != before
    assert "People enrolled now: 3; photos: 9." in strictness.note.text()


def test_with_nobody_enrolled_it_says_what_ten_people_could_expect(strictness):
    strictness.show_people(people(*[1] * 10))
    ten = strictness.missed.text()
    strictness.show_people(())
    assert strictness.missed.text() == ten
    assert strictness.note.text().startswith("Nobody is enrolled yet. With 10 people")


def test_what_could_not_be_measured_is_said_so(strictness):
    strictness.show_calibration(replace(TABLE, mate_scores=()))
    assert strictness.missed.text() == "Not measured"


def test_nobody_is_promised_never_to_be_missed(strictness):
    strictness.show_calibration(replace(TABLE, mates=50, mate_scores=(8.0, 9.0)))
    assert strictness.missed.text() == "Fewer than 20 of 1,000"


def test_an_estimate_is_called_one(strictness):
    assert "estimates" not in strictness.note.text()
    strictness.show_people(people(*[1] * 200))
    assert "estimates" in strictness.note.text()


def test_until_the_gallery_has_been_read_nothing_is_claimed(qtbot):
    strictness = Strictness(RateSlider(0.001, 0.1))
    qtbot.addWidget(strictness)
    strictness.show_calibration(TABLE)
    assert strictness.named.text() == strictness.missed.text() == ""


def test_screen_readers_are_told_the_same_in_words(qtbot, strictness):
    qtbot.keyClick(strictness.slider, Qt.Key.Key_Home)
    words = strictness.slider.accessibleDescription()
    assert words.startswith("About 1 of 1,000 strangers are given a name. About ")
    assert "people who are enrolled are missed." in words
