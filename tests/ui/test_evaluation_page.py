import threading
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLabel
from test_evaluation_words import recognised

from facedesk import errors, settings
from facedesk.evaluation import evaluation, evaluation_report
from facedesk.evaluation.evaluation import Evaluation
from facedesk.evaluation.plan import GroupsPlan, RecognitionPlan, Stage, VerificationPlan
from facedesk.ui.pages.evaluation_page import EvaluationPage


@pytest.fixture
def page(qtbot, context):
    made = EvaluationPage(context)
    made.resize(900, 700)
    qtbot.addWidget(made)
    made.show()
    made.shown()
    return made


@pytest.fixture
def folder(tmp_path):
    """Twelve people with two photos each and thirty with a single one; none is a picture."""
    for number in range(42):
        person = tmp_path / "people" / f"p{number:02}"
        person.mkdir(parents=True)
        for photo in range(2 if number < 12 else 1):
            (person / f"{photo}.jpg").touch()
    return tmp_path / "people"


@pytest.fixture
def surveyed(qtbot, page, folder):
    """The page, with a folder that can be measured on."""
    page.choose_folder(folder)
    qtbot.waitUntil(page.setup.start.isEnabled)
    return page


@pytest.fixture
def evaluated(monkeypatch, context):
    """An evaluation that takes until it may go on; asked: the plans that were to be measured."""
    known = SimpleNamespace(cohort=SimpleNamespace(encoder_id="net"), calibration=None, head=None)
    monkeypatch.setattr(type(context.session), "models", object())
    monkeypatch.setattr(type(context.session), "knowledge", known)
    stage = SimpleNamespace(asked=[], go_on=threading.Event(), error=None)

    def evaluate(plan, subject, _cache, progress):
        stage.asked.append(plan)
        progress(Stage.LOOKING, 5, 54)
        while not stage.go_on.wait(0.01):
            progress(Stage.LOOKING, 6, 54)
        if stage.error:
            raise stage.error
        return Evaluation(plan, subject, 54, 42, (), recognition=(recognised(10), recognised(30)))

    monkeypatch.setattr(evaluation, "evaluate", evaluate)
    yield stage
    stage.go_on.set()


def texts(widget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def test_at_first_it_says_what_to_do_and_what_facedesk_is_not(page):
    assert "Choose a folder of people" in texts(page)
    assert "facedesk is not a security device" in texts(page)
    assert "weaker on children" in texts(page)
    assert not page.setup.start.isEnabled()


def test_a_folder_is_counted_and_what_fits_is_offered(surveyed):
    assert "54 photos of 42 people; 30 of them have a single photo." in texts(surveyed)
    boxes = surveyed.setup.recognition.sizes
    assert [box.text() for box in boxes] == ["10"]
    assert boxes[0].accessibleName() == "10 people enrolled"


def test_the_folder_is_remembered(qtbot, surveyed, folder, context):
    assert settings.load(context.paths.settings).get("evaluation.folder") == str(folder)
    again = EvaluationPage(context)
    qtbot.addWidget(again)
    again.shown()
    qtbot.waitUntil(again.setup.start.isEnabled)
    assert again.setup.folder.text() == str(folder)


def test_the_folder_can_be_chosen_in_a_dialog(qtbot, page, folder, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    page.setup.choose.click()
    qtbot.waitUntil(page.setup.start.isEnabled)


def dragged(path):
    """A drag over, or drop on, a widget; and its data, which must live as long."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    return event, data


def test_a_folder_may_be_dropped(qtbot, page, folder):
    event, _data = dragged(folder)
    page.dropEvent(event)
    qtbot.waitUntil(page.setup.start.isEnabled)


def test_only_a_folder_may_be_dropped_and_none_during_a_run(qtbot, surveyed, folder, evaluated):
    def taken(path):
        event, _data = dragged(path)
        event.ignore()
        surveyed.dragEnterEvent(event)
        return event.isAccepted()

    assert taken(folder)
    assert not taken(folder / "p00" / "0.jpg")
    surveyed.setup.start.click()
    assert not taken(folder)


@pytest.mark.parametrize("name", ["empty", "gone"])
def test_a_folder_that_can_t_be_used_is_told_with_a_remedy(qtbot, page, tmp_path, name):
    (tmp_path / "empty").mkdir()
    page.choose_folder(tmp_path / name)
    qtbot.waitUntil(lambda: "There are no pictures" in texts(page))
    assert "Choose a folder that holds a folder of photos for each person." in texts(page)
    assert not page.setup.start.isEnabled()


def test_without_strangers_recognition_can_t_be_measured_but_verification_can(
    qtbot, page, tmp_path
):
    for name in ("ada", "grace"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "1.jpg").touch()
        (tmp_path / name / "2.jpg").touch()
    page.choose_folder(tmp_path)
    qtbot.waitUntil(lambda: "at least 20 more with a single one" in texts(page))
    assert not page.setup.start.isEnabled()
    page.setup.protocol.button(1).click()
    assert page.setup.start.isEnabled()
    assert page.setup.plan == VerificationPlan(tmp_path)


def test_pairs_may_be_listed_in_a_file_or_drawn(surveyed, folder, monkeypatch):
    setup = surveyed.setup
    setup.protocol.button(1).click()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("/lists/pairs.txt", ""))
    setup.verification.choose.click()
    assert setup.plan == VerificationPlan(folder, Path("/lists/pairs.txt"))
    setup.verification.draw.click()
    assert setup.plan == VerificationPlan(folder)


def test_nothing_can_be_started_without_a_size(surveyed):
    surveyed.setup.recognition.sizes[0].setChecked(False)
    assert not surveyed.setup.start.isEnabled()


def test_false_alarms_begin_with_those_of_the_settings(qtbot, context, folder):
    context.settings.set("recognition.fpir", 0.02)
    page = EvaluationPage(context)
    qtbot.addWidget(page)
    assert page.setup.recognition.rate.currentText() == "2 % of strangers may be given a name"
    assert page.setup.recognition.plan(folder) is None


def test_while_it_runs_the_progress_is_shown_then_the_result(qtbot, surveyed, folder, evaluated):
    surveyed.setup.start.click()
    qtbot.waitUntil(lambda: "of 54 photos" in surveyed.running.words.text())
    assert evaluated.asked == [RecognitionPlan(folder, (10,), 0.01)]
    assert "kept for the next time" in texts(surveyed)
    assert not surveyed.setup.choose.isEnabled()
    assert surveyed.setup.cancel.isVisible()
    evaluated.go_on.set()
    qtbot.waitUntil(lambda: surveyed.result is not None)
    assert surveyed.result.isVisible()
    assert not surveyed.running.isVisible()
    assert "With 30 people enrolled: of 100 strangers" in texts(surveyed)
    assert surveyed.setup.start.isEnabled()


def test_it_goes_on_while_another_page_is_in_front(qtbot, surveyed, evaluated):
    surveyed.setup.start.click()
    qtbot.waitUntil(lambda: bool(evaluated.asked))
    surveyed.hidden()
    surveyed.hide()
    evaluated.go_on.set()
    qtbot.waitUntil(lambda: surveyed.result is not None)
    surveyed.show()
    surveyed.shown()
    assert surveyed.result.isVisible()


def test_cancelled_it_goes_back_to_what_was_there(qtbot, surveyed, evaluated):
    surveyed.setup.start.click()
    qtbot.waitUntil(lambda: bool(evaluated.asked))
    surveyed.setup.cancel.click()
    assert not surveyed.setup.cancel.isEnabled()
    qtbot.waitUntil(surveyed.nothing.isVisible)
    assert surveyed.setup.start.isVisible()
    assert not surveyed.evaluating.running


def test_an_error_is_told_where_the_result_would_be(qtbot, surveyed, evaluated):
    evaluated.error = errors.NobodyToCompare()
    evaluated.go_on.set()
    surveyed.setup.start.click()
    qtbot.waitUntil(surveyed.failure.isVisible)
    assert "This takes people with several photos, and others with a single one." in texts(surveyed)


def test_a_second_result_takes_the_place_of_the_first(qtbot, surveyed, evaluated):
    evaluated.go_on.set()
    surveyed.setup.start.click()
    qtbot.waitUntil(lambda: surveyed.result is not None)
    first = surveyed.result
    surveyed.setup.start.click()
    qtbot.waitUntil(lambda: surveyed.result is not first and surveyed.result.isVisible())


def test_the_table_can_be_copied(qtbot, surveyed, evaluated):
    evaluated.go_on.set()
    surveyed.setup.start.click()
    qtbot.waitUntil(lambda: surveyed.result is not None)
    QGuiApplication.clipboard().clear()
    surveyed.result.copy.click()
    copied = QGuiApplication.clipboard().text().splitlines()
    assert copied[0].startswith("People enrolled\t")
    assert copied[1].startswith("10\t87.3 %")
    QGuiApplication.clipboard().clear()
    qtbot.keyClick(surveyed.result.table, "c", Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().splitlines() == copied


def test_the_report_is_saved_and_can_be_opened(
    qtbot, surveyed, evaluated, tmp_path, monkeypatch, said
):
    def write(_evaluation, folder):
        return folder / "index.html"

    opened = []
    monkeypatch.setattr(evaluation_report, "write_evaluation_report", write)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    evaluated.go_on.set()
    surveyed.setup.start.click()
    qtbot.waitUntil(lambda: surveyed.result is not None)
    surveyed.result.save.click()
    qtbot.waitUntil(lambda: bool(said))
    assert said[0].text == f"The report is saved as {tmp_path / 'index.html'}."
    said[0].action.do()
    assert opened[0].toLocalFile() == str(tmp_path / "index.html")


def test_a_report_that_can_t_be_saved_is_told(
    qtbot, surveyed, evaluated, tmp_path, monkeypatch, said
):
    def write(_evaluation, folder):
        raise errors.FileNotWritten(path=folder)

    monkeypatch.setattr(evaluation_report, "write_evaluation_report", write)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    evaluated.go_on.set()
    surveyed.setup.start.click()
    qtbot.waitUntil(lambda: surveyed.result is not None)
    surveyed.result.save.click()
    qtbot.waitUntil(lambda: bool(said))
    assert "can't be written" in said[0].text


def test_groups_can_be_measured_where_the_folder_names_them_only(qtbot, page, tmp_path):
    page.setup.protocol.button(2).click()
    for path in ("children/ada", "children/grace", "adults/eileen"):
        (tmp_path / "groups" / path).mkdir(parents=True)
        (tmp_path / "groups" / path / "1.jpg").touch()
    page.choose_folder(tmp_path / "groups")
    qtbot.waitUntil(lambda: "3 photos in 2 groups." in texts(page))
    assert page.setup.plan == GroupsPlan(tmp_path / "groups")
    page.setup.protocol.button(0).click()
    assert page.setup.plan is None
    page.setup.protocol.button(1).click()
    assert page.setup.plan is None


def test_closing_the_window_meanwhile_ends_it(qtbot, surveyed, evaluated, context):
    surveyed.setup.start.click()
    qtbot.waitUntil(lambda: bool(evaluated.asked))
    context.tasks.stop()
    assert not [t for t in threading.enumerate() if t.name.startswith("task")]
