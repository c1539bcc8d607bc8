from dataclasses import replace
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from facedesk import errors
from facedesk.encoder import adding_models, downloaded_models
from facedesk.encoder.adding_models import Candidate
from facedesk.encoder.registry import BUILT_IN, DETECTOR_SETTING, ENCODER_SETTING, registered
from facedesk.encoder.trial import Tried
from facedesk.evaluation import finding_pixels, measure_model
from facedesk.matching.grounds import keep_grounds, load_grounds
from facedesk.ui.choosing_models import ChoosingModels
from facedesk.ui.dialogs.add_encoder_dialog import AddEncoderDialog
from facedesk.ui.dialogs.model_card_dialog import ModelCardDialog
from facedesk.ui.dialogs.remove_model_dialog import RemoveModelDialog
from facedesk.ui.dialogs.use_encoder_dialog import UseEncoderDialog
from facedesk.ui.listed_models import listed_models
from facedesk.ui.messages import Level

RESNET, MTCNN = BUILT_IN


@pytest.fixture
def ready(context, ready_session):
    return replace(context, session=ready_session)


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def choosing(ready, window):
    """With the models that were wanted in `used`; they are used at once."""
    made = ChoosingModels(ready, window)
    made.used = []

    def use(model_id, then=lambda: None):
        made.used.append(model_id)
        then()

    made.using.use = use
    return made


@pytest.fixture
def people(tmp_path):
    folder = tmp_path / "Family"
    for name in ("ada", "grace"):
        (folder / name).mkdir(parents=True)
        (folder / name / "1.jpg").touch()
    return folder


@pytest.fixture(autouse=True)
def measured(monkeypatch):
    """The encoders that were measured, at once and as well as facedesk's own."""
    done = []

    def measure(model, images, _choice, _cache, progress):
        progress(1, 2)
        done.append((model.name, images))
        keep_grounds(load_grounds(RESNET.id), model.file.parent)

    monkeypatch.setattr(measure_model, "measure_model", measure)
    monkeypatch.setattr(finding_pixels, "find_pixels", lambda *_: finding_pixels.EVERY_KIND[0])
    return done


@pytest.fixture
def file_of(tmp_path, monkeypatch):
    """A function that makes a file which a trial takes for an encoder or a detector."""

    def make(kind):
        file = tmp_path / f"my {kind}.onnx"
        file.write_bytes(kind.encode())
        tried = Candidate(file, Tried(kind, 128), None)
        monkeypatch.setattr(adding_models, "examine", lambda _: tried)
        return file

    return make


def added(ready, file):
    """Register what such a file holds."""
    candidate = adding_models.examine(file)
    return adding_models.add_model(
        candidate, ready.paths.models, "Mine", finding_pixels.EVERY_KIND[0]
    )


def names(ready):
    return [model.name for model in registered(ready.paths.models)]


def dialog_of(qtbot, window, kind):
    qtbot.waitUntil(lambda: window.findChild(kind) is not None, timeout=20_000)
    return window.findChild(kind)


def idle(qtbot, ready):
    qtbot.waitUntil(lambda: not ready.tasks.running, timeout=20_000)


class TestAddingAFile:
    def test_an_encoder_is_named_measured_and_offered(
        self, qtbot, choosing, ready, window, file_of, people, measured, said, monkeypatch
    ):
        file = file_of("encoder")
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
        choosing.add_file()
        dialog = dialog_of(qtbot, window, AddEncoderDialog)
        assert dialog.name.text() == "my encoder"
        dialog.name.setText("Mine")
        dialog.folder.show_folder(people)
        dialog.action.click()
        qtbot.waitUntil(lambda: bool(said), timeout=20_000)
        assert "Mine" in names(ready)
        assert measured == [("Mine", people)]
        assert (said[-1].text, said[-1].action.label) == ("Mine is here.", "Use it")
        assert choosing.used == []

    def test_a_name_and_a_folder_are_asked_for(self, qtbot, choosing, window, file_of):
        choosing.adding.examine(file_of("encoder"), choosing.used.append)
        dialog = dialog_of(qtbot, window, AddEncoderDialog)
        dialog.action.click()
        assert dialog.problem.text() == "Choose the folder first."
        dialog.name.setText("  ")
        dialog.action.click()
        assert dialog.problem.text() == "Give it a name."

    def test_a_detector_needs_nothing_more(self, qtbot, choosing, ready, file_of, said):
        choosing.adding.examine(file_of("detector"), choosing._offer)
        qtbot.waitUntil(lambda: bool(said), timeout=20_000)
        assert "my detector" in names(ready)
        said[-1].action.do()
        assert choosing.used == [registered(ready.paths.models)[-1].id]

    def test_a_wrong_file_is_refused_with_the_reason(self, qtbot, choosing, ready, tmp_path, said):
        file = tmp_path / "notes.txt"
        file.write_text("no model")
        choosing.adding.examine(file, choosing._offer)
        qtbot.waitUntil(lambda: bool(said), timeout=20_000)
        assert said[-1].level is Level.ERROR
        assert said[-1].text.startswith("notes.txt is no model")

    def test_too_few_people_leave_it_added_but_not_measured(
        self, qtbot, choosing, ready, window, file_of, people, said, monkeypatch
    ):
        def refuse(*_):
            raise errors.TooFewPeople(found=2, needed=200)

        monkeypatch.setattr(measure_model, "measure_model", refuse)
        choosing.adding.add_trained(file_of("encoder"), "Mine", people, choosing._offer)
        qtbot.waitUntil(lambda: bool(said), timeout=20_000)
        assert "this takes at least 200" in said[-1].text
        (mine,) = [each for each in listed_models(ready.paths) if each.model.name == "Mine"]
        assert not mine.usable


class TestUsing:
    def test_a_detector_is_used_at_once(self, choosing):
        choosing.use(MTCNN)
        assert choosing.used == [MTCNN.id]

    def test_before_another_encoder_is_used_it_says_how_many_photos_that_takes(
        self, qtbot, choosing, window, enrol
    ):
        enrol("Ada", "Grace")
        choosing.use(RESNET)
        dialog = dialog_of(qtbot, window, UseEncoderDialog)
        assert dialog.sentence.text().startswith("Photos to be encoded again: 2.")
        assert dialog.folder is None
        assert choosing.used == []
        dialog.action.click()
        assert choosing.used == [RESNET.id]

    def test_who_changes_their_mind_keeps_the_encoder(self, qtbot, choosing, window):
        choosing.use(RESNET)
        dialog_of(qtbot, window, UseEncoderDialog).cancel.click()
        assert choosing.used == []

    def test_one_that_was_not_measured_is_measured_first(
        self, qtbot, choosing, ready, window, file_of, people, measured
    ):
        mine = added(ready, file_of("encoder"))
        choosing.use(mine)
        dialog = dialog_of(qtbot, window, UseEncoderDialog)
        dialog.action.click()
        assert dialog.problem.text() == "Choose the folder first."
        dialog.folder.show_folder(people)
        dialog.action.click()
        qtbot.waitUntil(lambda: choosing.used == [mine.id], timeout=20_000)
        assert measured == [("Mine", people)]


class TestRemoving:
    def test_it_is_asked_about_and_then_gone(self, qtbot, choosing, ready, window, file_of, said):
        mine = added(ready, file_of("encoder"))
        choosing.ask_to_remove(mine)
        dialog = dialog_of(qtbot, window, RemoveModelDialog)
        assert "in use" not in dialog.sentence.text()
        assert "Mine" in names(ready)
        dialog.action.click()
        qtbot.waitUntil(lambda: bool(said), timeout=20_000)
        assert said[-1].text == "Mine is removed."
        assert names(ready) == ["ResNet-29", "MTCNN"]
        assert choosing.used == []

    @pytest.mark.parametrize(
        ("kind", "setting", "own"),
        [("encoder", ENCODER_SETTING, RESNET), ("detector", DETECTOR_SETTING, MTCNN)],
    )
    def test_one_in_use_gives_way_to_facedesks_own_first(
        self, qtbot, choosing, ready, window, file_of, said, kind, setting, own
    ):
        mine = added(ready, file_of(kind))
        ready.settings.set(setting, mine.id)
        assert choosing.in_use(mine)
        choosing.ask_to_remove(mine)
        dialog = dialog_of(qtbot, window, RemoveModelDialog)
        assert f"goes back to {own.name}" in dialog.sentence.text()
        dialog.action.click()
        qtbot.waitUntil(lambda: bool(said), timeout=20_000)
        assert choosing.used == [own.id]
        assert "Mine" not in names(ready)

    def test_while_the_way_back_is_not_done_it_stays(
        self, qtbot, choosing, ready, window, file_of, said
    ):
        mine = added(ready, file_of("encoder"))
        ready.settings.set(ENCODER_SETTING, mine.id)
        choosing.using.use = lambda *_: None  # it was cancelled
        choosing.ask_to_remove(mine)
        dialog_of(qtbot, window, RemoveModelDialog).action.click()
        idle(qtbot, ready)
        assert "Mine" in names(ready)


def test_what_was_downloaded_is_offered(qtbot, choosing, said, monkeypatch):
    yunet = SimpleNamespace(id="yunet-1", name="YuNet", kind="detector")
    monkeypatch.setattr(downloaded_models, "download_model", lambda *_: yunet)
    choosing.downloads[0].start()
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    assert said[-1].text == "YuNet is here."
    said[-1].action.do()
    assert choosing.used == ["yunet-1"]


def test_the_card_of_facedesks_own_encoder_can_be_read(qtbot, choosing, ready, window):
    listed = listed_models(ready.paths)[0]
    assert listed.model == RESNET
    assert listed.usable
    choosing.show_card(listed)
    dialog = dialog_of(qtbot, window, ModelCardDialog)
    assert "Licence" in dialog.card.toPlainText()


def test_every_look_tells_all_models(qtbot, choosing, ready, file_of):
    added(ready, file_of("detector"))
    with qtbot.waitSignal(choosing.found, timeout=20_000) as found:
        choosing.look()
    assert [each.model.name for each in found.args[0]] == ["ResNet-29", "MTCNN", "Mine"]
