"""The list of sightings grows, and follows what changes."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QObject, Signal
from PySide6.QtTest import QAbstractItemModelTester
from record_stage import noon

from facedesk.gallery.sightings.sighting import RecordedSighting
from facedesk.matching.decision import Answer
from facedesk.ui.widgets.sighting_words import length_text
from facedesk.ui.widgets.sightings_model import SightingsModel


class NoThumbnails(QObject):
    """Remembers of which sightings a picture shall be made again."""

    ready = Signal(int)

    def __init__(self):
        super().__init__()
        self.renewed = []

    def renew_one(self, sighting_id):
        self.renewed.append(sighting_id)


def sighting(number):
    """The higher the number, the newer."""
    begun = noon() + timedelta(seconds=number)
    return RecordedSighting(number, None, None, begun, begun, None, Answer.UNKNOWN, "Door", True)


@pytest.fixture
def thumbnails():
    return NoThumbnails()


@pytest.fixture
def model(qapp, thumbnails):
    model = SightingsModel(thumbnails)
    QAbstractItemModelTester(model)
    return model


def ids(model):
    return [model.sighting(row).id for row in range(model.rowCount())]


def test_it_asks_for_more_until_all_is_there(qtbot, model):
    model.show_sightings([sighting(3), sighting(2)], complete=False, with_day=False)
    assert model.canFetchMore(QModelIndex())
    with qtbot.waitSignal(model.more_wanted):
        model.fetchMore(QModelIndex())
    model.append([sighting(1)], complete=True)
    assert ids(model) == [3, 2, 1]
    assert not model.canFetchMore(QModelIndex())


def test_what_is_prolonged_is_painted_anew_and_its_picture_too(qtbot, model, thumbnails):
    model.show_sightings([sighting(2), sighting(1)], complete=True, with_day=False)
    longer = replace(sighting(1), ended_at=noon() + timedelta(minutes=9))
    with qtbot.waitSignal(model.dataChanged) as changed:
        model.update([sighting(2), longer], complete=True)
    assert changed.args[0].row() == 1
    assert thumbnails.renewed == [1]


def test_older_ones_stay_when_the_newest_alone_were_read_again(model):
    model.show_sightings([sighting(n) for n in (5, 4, 3, 2, 1)], complete=True, with_day=False)
    model.update([sighting(6), sighting(5), sighting(3)], complete=False)
    assert ids(model) == [6, 5, 3, 2, 1]
    assert not model.canFetchMore(QModelIndex())


@given(st.sets(st.integers(0, 20)), st.sets(st.integers(0, 20)), st.integers(1, 22), st.booleans())
def test_whatever_changed_it_shows_what_was_read_and_what_is_older(before, after, most, whole):
    model = SightingsModel(NoThumbnails())
    QAbstractItemModelTester(model)
    ordered = sorted(before, reverse=True)
    model.show_sightings([sighting(n) for n in ordered], complete=whole, with_day=False)
    read = sorted(after, reverse=True)[:most]
    complete = len(after) < most
    model.update([sighting(n) for n in read], complete)
    older = [] if complete or not read else [n for n in ordered if n < read[-1]]
    assert ids(model) == read + older


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0, "1 s"), (59.4, "59 s"), (60, "1 min"), (3599, "59 min"), (3600 * 26 + 61, "26 h 1 min")],
)
def test_lengths_in_words(seconds, text):
    assert length_text(timedelta(seconds=seconds)) == text
