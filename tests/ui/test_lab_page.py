import errno
import itertools
import os
import threading

import pytest
from lab_stage import chip_of, make_people
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QLabel
from training.made_up import TinyNetwork

from facedesk import settings
from facedesk.errors import EncoderUnreadable
from facedesk.evaluation import validation
from facedesk.evaluation.comparison import Compared
from facedesk.training import face_set, facts, preparing, trainer
from facedesk.training.kept import kept_trainings
from facedesk.training.training_settings import Learns, Selection
from facedesk.ui import comparing
from facedesk.ui.comparing import Comparison
from facedesk.ui.dialogs.contact_sheet_dialog import COLUMNS, ContactSheetDialog
from facedesk.ui.dialogs.delete_training_dialog import DeleteTrainingDialog
from facedesk.ui.dialogs.model_card_dialog import ModelCardDialog
from facedesk.ui.dialogs.report_dialog import ReportDialog
from facedesk.ui.pages.lab_page import LabPage
from facedesk.ui.training import Training

WAIT_MS = 60_000


@pytest.fixture(autouse=True)
def quick(monkeypatch, context):
    """A network that gets better in a moment, and no networks that look for faces."""
    marks = itertools.count(50)
    monkeypatch.setattr(type(context.session), "models", object())
    monkeypatch.setattr(face_set, "_chip", chip_of)
    monkeypatch.setattr(preparing, "starting_network", lambda *_: TinyNetwork())
    monkeypatch.setattr(preparing, "steps_within", lambda *_: 6)
    monkeypatch.setattr(validation, "validate", lambda *_: {"2": next(marks) / 100})


@pytest.fixture
def folder(tmp_path):
    return make_people(tmp_path / "people")


@pytest.fixture
def open_page(qtbot, context):
    def open_page():
        made = LabPage(context)
        made.resize(1000, 700)
        qtbot.addWidget(made)
        made.show()
        made.shown()
        return made

    return open_page


@pytest.fixture
def page(open_page):
    return open_page()


@pytest.fixture
def chosen(qtbot, page, folder):
    """The page, with a folder that can be trained on."""
    page.choose_folder(folder)
    qtbot.waitUntil(page.setup.plan.isVisible, timeout=WAIT_MS)
    return page


@pytest.fixture
def planned(qtbot, chosen):
    chosen.setup.plan.click()
    qtbot.waitUntil(chosen.setup.start.isVisible, timeout=WAIT_MS)
    return chosen


@pytest.fixture
def held(monkeypatch):
    """Trainings that wait after their third step until they may go on."""
    go_on, reached = threading.Event(), threading.Event()
    learn = Training._learn

    def slowly(self, prepared, record, progress, cancelled):
        def stopped_or_held():
            if prepared.trainer.learner.step >= 3 and not go_on.is_set():
                reached.set()
                while not cancelled() and not go_on.wait(0.01):
                    pass
            return cancelled()

        learn(self, prepared, record, progress, stopped_or_held)

    monkeypatch.setattr(Training, "_learn", slowly)
    go_on.reached = reached
    yield go_on
    go_on.set()


@pytest.fixture
def trained(qtbot, planned):
    planned.setup.start.click()
    qtbot.waitUntil(planned.run.result.isVisible, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: bool(planned.kept.rows))
    return planned


def texts(widget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def dialog(page, kind):
    return page.findChild(kind)


def test_at_first_it_says_what_it_is_for(page):
    assert "Choose a folder with photos of people" in texts(page)
    assert "one photo each is enough" in texts(page)
    assert not page.setup.plan.isVisible()


def test_a_folder_is_looked_through_and_remembered(chosen, folder, context):
    assert "30 photos of 10 people can be used; 10 people have several." in texts(chosen)
    assert not chosen.setup.unusable.isVisible()
    assert settings.load(context.paths.settings).get("lab.folder") == str(folder)


def test_the_folder_of_the_last_time_is_there_again(qtbot, chosen, open_page):
    again = open_page()
    qtbot.waitUntil(again.setup.plan.isVisible, timeout=WAIT_MS)


def test_the_folder_can_be_chosen_in_a_dialog(qtbot, page, folder, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    page.setup.choose.click()
    qtbot.waitUntil(page.setup.plan.isVisible, timeout=WAIT_MS)


def test_a_folder_may_be_dropped(qtbot, page, folder):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(folder))])
    copy, left, none = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.dropEvent(QDropEvent(QPointF(5, 5), copy, data, left, none))
    qtbot.waitUntil(page.setup.plan.isVisible, timeout=WAIT_MS)


def test_what_can_t_be_used_is_listed_with_the_reason(qtbot, page, folder):
    (folder / "p0/notes.jpg").write_text("no picture")
    page.choose_folder(folder)
    qtbot.waitUntil(page.setup.unusable.isVisible, timeout=WAIT_MS)
    assert "1 can't be used." in texts(page)
    page.setup.unusable.click()
    shown = dialog(page, ReportDialog)
    assert shown.lists[0].text.startswith("p0/notes.jpg\tThis file is not a picture")


@pytest.mark.parametrize(
    ("people", "photos", "sentence"),
    [
        (1, 3, "All photos that can be used are of one person"),
        (4, 1, "Nobody has two photos"),
        (0, 0, "There are no pictures in"),
    ],
)
def test_a_folder_that_teaches_nothing_is_told(qtbot, page, tmp_path, people, photos, sentence):
    (tmp_path / "few").mkdir()
    page.choose_folder(make_people(tmp_path / "few", people, photos))
    qtbot.waitUntil(lambda: sentence in texts(page), timeout=WAIT_MS)
    assert not page.setup.plan.isVisible()


def test_files_that_are_no_photos_are_told(qtbot, page, tmp_path):
    (tmp_path / "few/p0").mkdir(parents=True)
    (tmp_path / "few/p0/notes.jpg").write_text("no picture")
    page.choose_folder(tmp_path / "few")
    qtbot.waitUntil(lambda: "None of the 1 photos shows a face" in texts(page), timeout=WAIT_MS)


def test_the_contact_sheet_shows_the_user_s_own_photos(qtbot, chosen):
    chosen.setup.sheet.click()
    qtbot.waitUntil(lambda: dialog(chosen, ContactSheetDialog) is not None, timeout=WAIT_MS)
    headings = texts(dialog(chosen, ContactSheetDialog))
    assert "Mirrored" in headings
    assert "As trained" in headings


def test_every_effect_has_a_name_that_can_be_translated():
    from facedesk.training.contact_sheet import HEADINGS

    assert set(HEADINGS) <= set(COLUMNS)


def test_each_choice_is_explained(chosen):
    choices = chosen.setup.choices
    choices.selection.button(0).click()
    assert "teach nothing" in choices.about_selection.text()
    choices.selection.button(2).click()
    assert "wrong folder" in choices.about_selection.text()
    choices.learns.button(2).click()
    assert "by heart" in choices.about_learns.text()
    assert choices.settings.selection is Selection.HARD
    assert choices.settings.learns is Learns.ALL


def test_the_rest_is_under_more(chosen):
    choices = chosen.setup.choices
    assert not choices.more.isVisible()
    choices.show_more.click()
    assert choices.more.isVisible()
    assert (choices.settings.keep, choices.settings.margin) == (1, 0.02)
    choices.more.start.setCurrentIndex(1)
    # Of weights by chance there is nothing to keep, and they draw people far apart.
    assert (choices.settings.keep, choices.settings.margin) == (0, 0.2)
    choices.more.augment.click()
    assert not choices.settings.augment


def test_the_plan_is_shown_before_it_starts_and_nothing_is_written(planned, context):
    assert "Learns from 18 photos of 6 people, in 6 steps" in texts(planned)
    assert "24 pictures of 4 other people, who are never learned from" in texts(planned)
    assert "on this computer." in texts(planned)
    assert not context.paths.trainings.exists()


def test_another_choice_takes_another_plan(planned):
    planned.setup.choices.selection.button(0).click()
    assert not planned.setup.start.isVisible()
    assert planned.setup.plan.isVisible()


def test_with_few_people_it_is_said_that_nothing_is_measured(qtbot, page, tmp_path):
    page.choose_folder(make_people(tmp_path / "few", 3, 2))
    qtbot.waitUntil(page.setup.plan.isVisible, timeout=WAIT_MS)
    page.setup.plan.click()
    qtbot.waitUntil(page.setup.start.isVisible, timeout=WAIT_MS)
    assert "how good it becomes is not measured" in texts(page)
    page.setup.start.click()
    qtbot.waitUntil(page.run.result.isVisible, timeout=WAIT_MS)
    assert "Whether it helped is not measured" in texts(page)
    assert page.run.result.use.isVisible()
    assert not page.run.result.compare.isVisible()


def test_while_it_runs_it_is_explained_and_shown(qtbot, planned, held):
    planned.setup.start.click()
    qtbot.waitUntil(planned.run.strip.isVisible, timeout=WAIT_MS)
    assert not planned.setup.isVisible()
    assert "Of the semi-hard triplets," in planned.run.head.taught.text()
    assert "Half of the pairs of one person" in planned.run.head.apart.text()
    assert "Step " in planned.run.head.words.text()
    held.set()
    qtbot.waitUntil(planned.run.result.isVisible, timeout=WAIT_MS)
    assert not planned.run.head.isVisible()


def test_one_that_runs_is_not_offered_to_be_deleted(qtbot, planned, held):
    planned.setup.start.click()
    assert held.reached.wait(60)
    planned.hidden()
    planned.shown()
    qtbot.waitUntil(lambda: bool(planned.kept.rows), timeout=WAIT_MS)
    assert not planned.kept.isVisible()
    held.set()
    qtbot.waitUntil(planned.run.result.isVisible, timeout=WAIT_MS)
    planned.run.result.close_button.click()
    assert planned.kept.isVisible()


def test_on_another_page_a_message_tells_when_it_has_ended(qtbot, planned, held, said):
    planned.setup.start.click()
    assert held.reached.wait(60)
    planned.hidden()
    planned.hide()
    held.set()
    qtbot.waitUntil(lambda: bool(said), timeout=WAIT_MS)
    assert said[0].text == "The training has ended."
    with qtbot.waitSignal(planned.page_wanted) as wanted:
        said[0].action.do()
    assert wanted.args == ["Lab"]
    planned.show()
    planned.shown()
    assert planned.run.result.isVisible()


def test_when_it_is_done_it_says_whether_it_helped(trained, context):
    result = trained.run.result
    assert "of the photos" in result.outcome.text()
    assert "never learned from" in result.worth.text()
    assert "6 of 6 steps" in result.worth.text()
    assert result.table.topLevelItem(0).text(0) == "While training, 2 enrolled"
    assert not result.go_on.isVisible()
    (kept,) = kept_trainings(context.paths.trainings)
    assert kept.facts.done
    assert "facedesk's Lab page" in kept.card
    result.card.click()
    assert dialog(trained.run, ModelCardDialog) is not None


def test_where_nothing_is_better_there_is_nothing_to_use(qtbot, planned, monkeypatch):
    monkeypatch.setattr(validation, "validate", lambda *_: {"2": 0.5})
    monkeypatch.setattr(trainer, "separation", lambda *_: 1.0)
    planned.setup.plan.click()
    qtbot.waitUntil(lambda: not planned.training.running, timeout=WAIT_MS)
    planned.setup.start.click()
    qtbot.waitUntil(planned.run.result.isVisible, timeout=WAIT_MS)
    assert "Not better than before" in planned.run.result.outcome.text()
    assert not planned.run.result.use.isVisible()


def test_it_is_listed_and_can_be_looked_at_again(qtbot, trained, open_page):
    again = open_page()
    qtbot.waitUntil(lambda: bool(again.kept.rows))
    assert "done" in again.kept.rows[0].words.text()
    assert not again.kept.rows[0].go_on.isVisible()
    again.kept.rows[0].show_button.click()
    assert again.run.result.isVisible()
    again.run.result.close_button.click()
    assert again.setup.isVisible()


def test_paused_it_goes_on_at_once_or_after_a_restart(qtbot, planned, held, open_page, context):
    planned.setup.start.click()
    assert held.reached.wait(60)
    planned.run.head.pause.click()
    assert not planned.run.head.pause.isEnabled()
    qtbot.waitUntil(planned.run.result.isVisible, timeout=WAIT_MS)
    assert "3 of 6 steps" in planned.run.result.worth.text()
    assert planned.run.result.go_on.isVisible()
    held.set()
    later = open_page()
    qtbot.waitUntil(lambda: bool(later.kept.rows))
    assert "50 % done" in later.kept.rows[0].words.text()
    later.kept.rows[0].go_on.click()
    qtbot.waitUntil(later.run.result.isVisible, timeout=WAIT_MS)
    assert "6 of 6 steps" in later.run.result.worth.text()


def test_closing_the_window_in_the_middle_loses_nothing(qtbot, planned, held, context):
    planned.setup.start.click()
    assert held.reached.wait(60)
    context.tasks.stop(60)
    (kept,) = kept_trainings(context.paths.trainings)
    assert kept.facts.step == 3
    assert not kept.facts.done


def test_with_other_photos_it_does_not_go_on(qtbot, planned, held, folder, said):
    planned.setup.start.click()
    assert held.reached.wait(60)
    planned.run.head.pause.click()
    qtbot.waitUntil(planned.run.result.isVisible, timeout=WAIT_MS)
    held.set()
    (folder / "p1/0.png").unlink()
    planned.run.result.go_on.click()
    qtbot.waitUntil(lambda: "photos have changed" in texts(planned), timeout=WAIT_MS)
    assert planned.run.result.isVisible()


def test_a_disk_that_fills_up_is_told_and_what_was_saved_is_kept(
    qtbot, planned, monkeypatch, context
):
    sync, count = os.fsync, itertools.count()

    def fill_up(descriptor):
        if next(count) >= 3:
            raise OSError(errno.ENOSPC, "simulated")
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", fill_up)
    planned.setup.start.click()
    qtbot.waitUntil(planned.run.result.isVisible, timeout=WAIT_MS)
    assert "The disk is full." in planned.run.result.problem.text()
    assert planned.run.result.go_on.isVisible()
    monkeypatch.setattr(os, "fsync", sync)
    planned.run.result.go_on.click()
    qtbot.waitUntil(lambda: not planned.training.running, timeout=WAIT_MS)
    assert planned.run.result.problem.text() == ""


def test_a_disk_that_is_full_from_the_beginning_is_told(qtbot, planned, monkeypatch, said):
    def full(_descriptor):
        raise OSError(errno.ENOSPC, "simulated")

    monkeypatch.setattr(os, "fsync", full)
    planned.setup.start.click()
    qtbot.waitUntil(lambda: bool(said), timeout=WAIT_MS)
    assert "The disk is full." in said[0].text
    assert planned.setup.isVisible()


def test_too_little_memory_is_told(qtbot, chosen, monkeypatch):
    def no_memory(*_):
        raise MemoryError

    monkeypatch.setattr("facedesk.training.learner.unit_encodings", no_memory)
    chosen.setup.plan.click()
    qtbot.waitUntil(lambda: "There is too little memory" in texts(chosen), timeout=WAIT_MS)


def test_a_checkpoint_of_another_version_is_listed_with_the_reason(
    qtbot, trained, open_page, monkeypatch
):
    monkeypatch.setattr(facts, "FORMAT", 99)
    later = open_page()
    qtbot.waitUntil(lambda: bool(later.kept.rows))
    row = later.kept.rows[0]
    assert "another version of facedesk" in row.words.text()
    assert not row.go_on.isVisible()
    assert not row.show_button.isVisible()
    assert row.delete.isVisible()


def test_one_is_deleted_when_the_user_agrees(qtbot, trained, context):
    trained.run.result.delete.click()
    asked = dialog(trained, DeleteTrainingDialog)
    asked.action.click()
    qtbot.waitUntil(trained.setup.isVisible)
    qtbot.waitUntil(lambda: not trained.kept.rows)
    assert kept_trainings(context.paths.trainings) == ()


def test_a_copy_is_saved_with_its_card(qtbot, trained, tmp_path, monkeypatch, said):
    wanted = tmp_path / "family"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(wanted), ""))
    trained.run.result.copy.click()
    qtbot.waitUntil(lambda: bool(said))
    assert "saved as" in said[0].text
    assert wanted.with_suffix(".safetensors").stat().st_size > 0
    assert "encoder trained with facedesk" in wanted.with_suffix(".md").read_text("utf-8")


def test_it_is_compared_with_the_one_in_use(qtbot, trained, monkeypatch):
    found = Comparison(4, 12, Compared({"2": 0.8}, {"2": 0.6}), Compared({"2": 0.85}, {"2": 0.75}))
    monkeypatch.setattr(comparing.Comparing, "_compared", lambda *_: found)
    result = trained.run.result
    result.compare.click()
    qtbot.waitUntil(lambda: not result.compare.isVisible())
    rows = [
        [result.table.topLevelItem(row).text(column) for column in range(3)]
        for row in range(result.table.topLevelItemCount())
    ]
    assert rows[-2:] == [
        ["In all views, 2 enrolled", "80.0 %", "85.0 %"],
        ["In all views, as webcam pictures, 2 enrolled", "60.0 %", "75.0 %"],
    ]


def test_a_comparison_that_fails_is_told_and_can_be_tried_again(qtbot, trained, monkeypatch, said):
    def fail(*_):
        raise EncoderUnreadable(path="x")

    monkeypatch.setattr(comparing.Comparing, "_compared", fail)
    trained.run.result.compare.click()
    qtbot.waitUntil(lambda: bool(said))
    qtbot.waitUntil(trained.run.result.compare.isEnabled)


def test_to_use_it_a_name_and_photos_to_measure_it_on_are_asked_for(
    qtbot, trained, monkeypatch, tmp_path
):
    assert trained.run.result.use.isVisible()
    from facedesk.ui.adding_model import AddingModel
    from facedesk.ui.dialogs.add_encoder_dialog import AddEncoderDialog

    added = []
    monkeypatch.setattr(AddingModel, "add_trained", lambda _self, *words: added.append(words[:3]))
    trained.run.result.use.click()
    qtbot.waitUntil(lambda: dialog(trained.run, AddEncoderDialog) is not None)
    asked = dialog(trained.run, AddEncoderDialog)
    assert asked.name.text() == "Trained on people"
    asked.folder.show_folder(tmp_path)
    asked.action.click()
    (kept,) = [row.kept for row in trained.kept.rows]
    assert added == [(kept.encoder, "Trained on people", tmp_path)]


def test_the_keyboard_goes_on_where_the_training_does(qtbot, chosen, held):
    setup, run = chosen.setup, chosen.run

    def press(button):
        qtbot.keyClick(button, Qt.Key.Key_Space)

    setup.plan.setFocus()
    press(setup.plan)
    qtbot.waitUntil(setup.start.isVisible, timeout=WAIT_MS)
    assert chosen.window().focusWidget() is setup.start
    press(setup.start)
    qtbot.waitUntil(held.reached.is_set, timeout=WAIT_MS)
    assert chosen.window().focusWidget() is run.head.pause
    held.set()
    qtbot.waitUntil(run.result.isVisible, timeout=WAIT_MS)
    assert chosen.window().focusWidget() is run.result.first
    run.result.close_button.setFocus()
    press(run.result.close_button)
    assert chosen.window().focusWidget() is setup.choose


def test_whoever_is_elsewhere_when_the_plan_is_made_stays_there(qtbot, chosen):
    setup = chosen.setup
    setup.plan.setFocus()
    qtbot.keyClick(setup.plan, Qt.Key.Key_Space)
    setup.sheet.setFocus()
    qtbot.waitUntil(setup.start.isVisible, timeout=WAIT_MS)
    assert chosen.window().focusWidget() is setup.sheet


def test_all_of_it_can_be_reached_by_keyboard(chosen):
    setup = chosen.setup
    widgets = [setup.choose, setup.sheet, setup.plan, setup.choices.minutes]
    widgets += [setup.choices.selection.button(0), setup.choices.show_more]
    for widget in widgets:
        assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        assert widget.accessibleName() or widget.text()
