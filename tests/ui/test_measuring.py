from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtWidgets import QFileDialog

from facedesk import private_file
from facedesk.encoder.encoder_id import ENCODER_ID
from facedesk.encoder.template import unit
from facedesk.evaluation import measure
from facedesk.evaluation.data_set import EncodedDataSet
from facedesk.live.knowledge import load_knowledge
from facedesk.live.session import EngineState, EngineStatus
from facedesk.matching.thresholds import load_calibration, own_calibration
from facedesk.ui.pages.settings_page import SettingsPage


class ReadySession:
    """Speaks like a LiveSession whose networks are loaded."""

    models = SimpleNamespace(encoder=SimpleNamespace(id=ENCODER_ID))
    encoder_id = ENCODER_ID
    engine = EngineStatus(EngineState.READY)
    status = SimpleNamespace(source=None)

    def __init__(self):
        self.knowledge = load_knowledge(ENCODER_ID)

    def decide_by(self, knowledge):
        self.knowledge = knowledge


@pytest.fixture
def ready(context):
    return replace(context, session=ReadySession())


@pytest.fixture
def page(qtbot, ready):
    made = SettingsPage(ready)
    qtbot.addWidget(made)
    made.shown()
    made.show()
    yield made
    made.hidden()


@pytest.fixture
def family(tmp_path):
    """A function that makes a folder of so many people."""

    def make(count):
        for number in range(count):
            (tmp_path / "Family" / f"p{number}").mkdir(parents=True)
            (tmp_path / "Family" / f"p{number}" / "1.jpg").touch()
        return tmp_path / "Family"

    return make


@pytest.fixture(autouse=True)
def encode(monkeypatch):
    """Random templates, told photo by photo; the first photo shows no face."""

    def encode_(photos, _models, _cache, progress):
        for done in range(len(photos)):
            progress(done + 1, len(photos))
        vectors = unit(np.random.default_rng(3).standard_normal((len(photos) - 1, 128)))
        features = np.zeros((len(vectors), 1, 2, 1))
        return EncodedDataSet(tuple(photos[1:]), features, vectors, (photos[0].path,))

    monkeypatch.setattr(measure, "encode_data_set", encode_)


def run(qtbot, page, folder):
    with qtbot.waitSignal(page.measuring.finished):
        page.measuring.measure(folder)


def test_what_is_measured_counts_at_once_and_after_a_restart(qtbot, page, ready, family, said):
    run(qtbot, page, family(60))
    assert ready.session.knowledge.calibration.data_set == "Family"
    assert load_calibration(ENCODER_ID, ready.paths.calibrations).people == 59
    assert said[-1].text == "Measured on 59 people of “Family”. It counts from now on."
    assert said[-1].detail == "Photos without a face, or unreadable, which were left out: 1."


def test_the_page_says_on_whom_and_when(qtbot, page, family):
    assert page.own_calibration.source.text().startswith("Measured on 1,183 people of “LFW")
    run(qtbot, page, family(60))
    assert page.own_calibration.source.text().startswith("Measured on 59 people of “Family”, ")
    assert page.strictness.missed.text() == "Not measured"


def test_the_shipped_one_can_be_used_again(qtbot, page, ready, family, said):
    assert not page.own_calibration.use_shipped.isVisible()
    run(qtbot, page, family(60))
    with qtbot.waitSignal(page.measuring.changed):
        page.own_calibration.use_shipped.click()
    assert "LFW" in ready.session.knowledge.calibration.data_set
    assert own_calibration(ENCODER_ID, ready.paths.calibrations) is None
    assert "LFW" in page.own_calibration.source.text()
    assert not page.own_calibration.use_shipped.isVisible()


def test_which_can_be_undone(qtbot, page, ready, family, said):
    run(qtbot, page, family(60))
    with qtbot.waitSignal(page.measuring.changed):
        page.measuring.use_shipped()
    with qtbot.waitSignal(page.measuring.changed):
        said[-1].action.do()
    assert ready.session.knowledge.calibration.data_set == "Family"
    assert own_calibration(ENCODER_ID, ready.paths.calibrations).data_set == "Family"


def test_meanwhile_it_can_not_be_started_twice(qtbot, page, family):
    with qtbot.waitSignal(page.measuring.finished):
        page.measuring.measure(family(60))
        assert not page.own_calibration.measure.isEnabled()
    assert page.own_calibration.measure.isEnabled()


def test_the_folder_is_asked_for(qtbot, page, family, monkeypatch, said):
    folder = str(family(60))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: folder)
    with qtbot.waitSignal(page.measuring.finished):
        page.own_calibration.measure.click()
    assert "“Family”" in said[-1].text


def test_who_changes_their_mind_measures_nothing(page, ready, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    page.own_calibration.measure.click()
    assert page.own_calibration.measure.isEnabled()


class TestWhatGoesWrong:
    """Each is told in a sentence, and what counted before still counts."""

    @pytest.fixture(autouse=True)
    def nothing_lost(self, ready):
        before = ready.session.knowledge
        yield
        assert ready.session.knowledge is before
        assert own_calibration(ENCODER_ID, ready.paths.calibrations) is None

    def test_too_few_people(self, qtbot, page, family, said):
        run(qtbot, page, family(49))
        assert said[-1].text.startswith("There are 49 people with a usable photo")
        assert said[-1].detail.startswith("Choose a folder that holds a folder of photos")

    def test_an_empty_folder(self, qtbot, page, tmp_path, said):
        (tmp_path / "empty").mkdir()
        run(qtbot, page, tmp_path / "empty")
        assert said[-1].text.startswith("There are no pictures in")
        assert said[-1].detail.startswith("Choose a folder that holds a folder of photos")

    def test_photos_that_are_not_in_folders_of_people(self, qtbot, page, tmp_path, said):
        (tmp_path / "flat").mkdir()
        (tmp_path / "flat" / "1.jpg").touch()
        run(qtbot, page, tmp_path / "flat")
        assert said[-1].detail.startswith("Choose a folder that holds a folder of photos")

    def test_a_folder_that_is_gone(self, qtbot, page, tmp_path, said):
        run(qtbot, page, tmp_path / "gone")
        assert said[-1].text.startswith("There are no pictures in")

    def test_a_full_disk(self, qtbot, page, family, said, monkeypatch):
        def full(*_):
            raise OSError(28, "simulated")

        monkeypatch.setattr(private_file.os, "fsync", full)
        run(qtbot, page, family(60))
        assert said[-1].text.startswith("The disk is full. Nothing was changed")

    def test_a_cancelled_measurement(self, qtbot, page, family, said, monkeypatch):
        def endless(_photos, _models, _cache, progress):
            while True:
                progress(1, 60)

        monkeypatch.setattr(measure, "encode_data_set", endless)
        with qtbot.waitSignal(page.measuring.finished):
            page.measuring.measure(family(60)).cancel()
        assert said[-1].text == "Measuring was stopped."
        assert page.own_calibration.measure.isEnabled()

    def test_networks_that_can_not_be_loaded(self, qtbot, page, ready, family, said):
        ready.session.models = None
        ready.session.engine = EngineStatus(EngineState.FAILED)
        run(qtbot, page, family(60))
        assert said[-1].text.startswith("Something went wrong")
