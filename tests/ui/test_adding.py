import dataclasses
from types import SimpleNamespace

import pytest
from PIL import Image
from PySide6.QtWidgets import QFileDialog, QWidget

from facedesk import errors
from facedesk.live.session import EngineState, EngineStatus
from facedesk.ui.adding import Adding
from facedesk.ui.dialogs.import_report_dialog import ImportReportDialog
from facedesk.ui.dialogs.name_photo_dialog import NamePhotoDialog
from facedesk.ui.dialogs.replace_photo_dialog import ReplacePhotoDialog


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def adding(context, ready_session, window):
    return Adding(dataclasses.replace(context, session=ready_session), window)


@pytest.fixture
def photo_file(tmp_path, astronaut):
    path = tmp_path / "eileen_collins.jpg"
    Image.fromarray(astronaut).save(path)
    return path


def wait_for_dialog(qtbot, window, kind):
    qtbot.waitUntil(lambda: any(d.isVisible() for d in window.findChildren(kind)), timeout=20_000)
    return window.findChildren(kind)[0]


def names(context):
    return [person.name for person in context.gallery.people()]


def test_one_photo_asks_for_the_name(qtbot, adding, window, context, photo_file, said):
    adding.add([photo_file])
    dialog = wait_for_dialog(qtbot, window, NamePhotoDialog)
    assert dialog.name.text() == "eileen collins"
    dialog.name.setText("Eileen Collins")
    with qtbot.waitSignal(adding.changed) as changed:
        dialog.action.click()
    assert names(context) == ["Eileen Collins"]
    assert changed.args == [context.gallery.people()[0].id]
    assert [message.text for message in said] == ["Eileen Collins is enrolled."]


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda path: path.write_text("no picture"), "This file is not a picture."),
        (lambda path: Image.new("RGB", (300, 300), "teal").save(path), "No face was found."),
        (lambda path: None, "This photo can't be opened."),
    ],
)
def test_a_photo_that_can_t_be_used_is_refused_by_name(
    qtbot, adding, tmp_path, said, make, sentence
):
    path = tmp_path / "somebody.jpg"
    make(path)
    adding.add([path])
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    assert said[0].text.startswith(sentence)
    assert said[0].detail == "somebody.jpg"


def test_a_folder_is_imported_and_what_was_refused_is_listed(
    qtbot, adding, window, context, photo_file
):
    (photo_file.parent / "notes.png").write_text("no picture")
    adding.add([photo_file.parent])
    dialog = wait_for_dialog(qtbot, window, ImportReportDialog)
    assert names(context) == ["eileen collins"]
    assert dialog.heading.text() == "One person was enrolled; one photo was refused."
    dialog.accept()


def test_several_photos_are_named_after_their_files(
    qtbot, adding, context, photo_file, admiral, said
):
    other = photo_file.with_name("Grace Hopper.png")
    Image.fromarray(admiral).save(other)
    adding.add([photo_file, other])
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    assert names(context) == ["eileen collins", "Grace Hopper"]
    assert said[0].text == "2 people were enrolled."


def test_of_several_photos_the_bad_and_the_known_are_listed(
    qtbot, adding, window, context, photo_file, enrol
):
    enrol("Eileen Collins")
    bad = photo_file.with_name("bad.jpg")
    bad.write_text("no picture")
    adding.add([photo_file, bad])
    dialog = wait_for_dialog(qtbot, window, ImportReportDialog)
    reasons = [dialog.lists[0].topLevelItem(row).text(1) for row in range(2)]
    assert "enrolled already" in reasons[0]
    assert "not a picture" in reasons[1]
    dialog.accept()


def test_photos_and_folders_may_come_together(qtbot, adding, context, photo_file, admiral, said):
    folder = photo_file.parent / "more"
    folder.mkdir()
    Image.fromarray(admiral).save(folder / "Grace Hopper.png")
    adding.add([photo_file, folder])
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    assert names(context) == ["eileen collins", "Grace Hopper"]


def test_a_full_disk_is_told_with_what_was_done_until_then(
    qtbot, adding, context, photo_file, said, monkeypatch
):
    photo_file.with_name("grace.jpg").write_bytes(photo_file.read_bytes())
    enrol = context.gallery.enrol

    def enrol_one(name, photo):
        if context.gallery.people():
            raise errors.DiskFull
        return enrol(name, photo)

    monkeypatch.setattr(context.gallery, "enrol", enrol_one)
    adding.add([photo_file.parent])
    qtbot.waitUntil(lambda: bool(said))
    assert said[0].text == "One person was enrolled. The rest was not looked at."
    assert said[0].detail.startswith("The disk is full.")
    assert len(said) == len(context.gallery.people()) == 1


def test_an_empty_folder_is_told(qtbot, adding, tmp_path, said):
    (tmp_path / "empty").mkdir()
    adding.add([tmp_path / "empty"])
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    assert said[0].text == "There are no pictures in empty that can be read."


def test_a_new_photo_of_someone_is_shown_first(qtbot, adding, window, context, photo_file, enrol):
    (ada,) = enrol("Ada")
    adding.replace(ada, photo_file)
    dialog = wait_for_dialog(qtbot, window, ReplacePhotoDialog)
    with qtbot.waitSignal(adding.changed) as changed:
        dialog.action.click()
    assert changed.args == [ada.id]


class TestALikeness:
    @pytest.fixture(autouse=True)
    def eileen(self, context, astronaut_photo):
        return context.gallery.enrol("Eileen", astronaut_photo)

    def test_of_a_new_photo_is_told_and_it_can_become_a_look(
        self, qtbot, adding, window, context, photo_file, said, eileen
    ):
        adding.add([photo_file])
        dialog = wait_for_dialog(qtbot, window, NamePhotoDialog)
        assert dialog.likeness.text.text().startswith("Looks like Eileen already (score")
        with qtbot.waitSignal(adding.changed) as changed:
            dialog.likeness.look.click()
        assert changed.args == [eileen.id]
        assert [message.text for message in said] == ["Eileen is enrolled with 2 photos."]
        assert context.gallery.person("Eileen").photos == 2

    def test_does_not_keep_a_twin_from_being_enrolled(
        self, qtbot, adding, window, context, photo_file
    ):
        adding.add([photo_file])
        dialog = wait_for_dialog(qtbot, window, NamePhotoDialog)
        dialog.name.setText("Margaret")
        with qtbot.waitSignal(adding.changed):
            dialog.action.click()
        assert names(context) == ["Eileen", "Margaret"]

    def test_of_a_person_to_their_own_new_photo_is_nothing_to_tell(
        self, qtbot, adding, window, photo_file, eileen
    ):
        adding.replace(eileen, photo_file)
        assert wait_for_dialog(qtbot, window, ReplacePhotoDialog).likeness.isHidden()

    def test_of_somebody_else_to_a_new_photo_is(
        self, qtbot, adding, window, context, photo_file, enrol
    ):
        (ada,) = enrol("Ada")
        adding.replace(ada, photo_file)
        dialog = wait_for_dialog(qtbot, window, ReplacePhotoDialog)
        assert "Eileen" in dialog.likeness.text.text()
        before = context.gallery.photo(ada.id).jpeg
        with qtbot.waitSignal(adding.changed):
            dialog.likeness.look.click()
        assert context.gallery.photo(ada.id).jpeg == before
        assert context.gallery.person("Eileen").photos == 2

    def test_of_those_imported_is_listed_also_among_themselves(
        self, qtbot, adding, window, context, photo_file, admiral
    ):
        for name in ("Grace", "Hopper"):
            Image.fromarray(admiral).save(photo_file.with_name(f"{name}.png"))
        adding.add([photo_file.parent])
        dialog = wait_for_dialog(qtbot, window, ImportReportDialog)
        pairs = {frozenset(line.split("\t")[:2]) for line in dialog.lists[0].text.splitlines()}
        assert pairs == {
            frozenset({"Eileen", "eileen collins"}),
            frozenset({"Grace", "Hopper"}),
        }
        assert len(names(context)) == 4
        dialog.accept()

    def test_that_can_t_be_looked_for_does_not_hide_who_was_enrolled(
        self, qtbot, adding, photo_file, said, monkeypatch, context
    ):
        def locked(*_):
            raise errors.GalleryLocked

        monkeypatch.setattr(context.gallery, "templates", locked)
        adding.add([photo_file.parent])
        qtbot.waitUntil(lambda: bool(said), timeout=20_000)
        assert said[0].text == "One person was enrolled."
        assert said[0].detail.startswith("Another program is using the gallery.")


class TestWhileTheModelsLoad:
    @pytest.fixture
    def loading(self, ready_session):
        state = EngineStatus(EngineState.LOADING)
        return SimpleNamespace(**{**vars(ready_session), "models": None, "engine": state})

    @pytest.fixture
    def adding(self, context, loading, window):
        return Adding(dataclasses.replace(context, session=loading), window)

    def test_adding_waits_and_says_so(self, qtbot, adding, context, photo_file, loading, models):
        notes = []
        context.tasks.started.connect(
            lambda task: task.progressed.connect(lambda *progress: notes.append(progress[2]))
        )
        adding.add([photo_file, photo_file])
        qtbot.waitUntil(lambda: "Waiting for the face models…" in notes)
        loading.models = models
        with qtbot.waitSignal(adding.changed, timeout=20_000):
            pass
        assert names(context) == ["eileen collins"]

    def test_it_can_be_cancelled(self, qtbot, adding, context, photo_file, said):
        adding.add([photo_file])
        context.tasks.running[0].cancel()
        qtbot.waitUntil(lambda: context.tasks.running == ())
        assert said == []

    def test_if_they_can_t_be_loaded_it_says_why(self, qtbot, adding, photo_file, loading, said):
        error = errors.WeightsMissing(package="mtcnn")
        loading.engine = EngineStatus(EngineState.FAILED, error)
        adding.add([photo_file])
        qtbot.waitUntil(lambda: bool(said))
        assert said[0].text.startswith("The face models are missing (mtcnn).")


def test_the_dialogs_of_the_system_are_asked_for_files(adding, photo_file, monkeypatch, enrol):
    asked, replaced = [], []
    monkeypatch.setattr(adding, "add", asked.append)
    monkeypatch.setattr(adding, "replace", lambda *what: replaced.append(what))
    chosen = str(photo_file)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([chosen], ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(photo_file.parent))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (chosen, ""))
    adding.ask_for_photo()
    adding.ask_for_folder()
    (ada,) = enrol("Ada")
    adding.ask_for_new_photo(ada)
    assert asked == [[photo_file], [photo_file.parent]]
    assert replaced == [(ada, photo_file)]


def test_choosing_nothing_adds_nothing(adding, context, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([], ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    adding.ask_for_photo()
    adding.ask_for_folder()
    assert context.tasks.running == ()
