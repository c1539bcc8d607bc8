import csv
import threading
from types import SimpleNamespace

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog
from video_stage import analysis, face, film, seen

from facedesk import errors
from facedesk.capture.frame import Frame
from facedesk.live import analyse_video
from facedesk.live.video_analysis import Ending
from facedesk.live.view import LiveView
from facedesk.ui.dialogs.name_photo_dialog import NamePhotoDialog
from facedesk.ui.messages import Level
from facedesk.ui.pages.video_page import VideoPage

ADA = seen("Ada", 1, 3, 1)
ADA_AGAIN = seen("Ada", 8, 12, 3)
STRANGER = seen(None, 2, 4, 2)


@pytest.fixture
def page(qtbot, context):
    made = VideoPage(context)
    made.resize(900, 700)
    qtbot.addWidget(made)
    made.show()
    made.shown()
    yield made
    made.hidden()


@pytest.fixture
def path(tmp_path):
    return film(tmp_path / "visit.avi")


@pytest.fixture
def engine(monkeypatch, context):
    """An analysis that finds what it is told, and ends when it may."""
    known = SimpleNamespace(models=object(), knowledge=object())
    monkeypatch.setattr(type(context.session), "models", known.models)
    monkeypatch.setattr(type(context.session), "knowledge", known.knowledge)
    stage = SimpleNamespace(
        so_far=None, result=analysis(ADA, STRANGER, ADA_AGAIN), error=None,
        go_on=threading.Event(), sources=[], cancelled=0,
    )  # fmt: skip

    def analysed(source, _engine, tell, cancelled):
        stage.sources.append(source.label)
        while not stage.go_on.wait(0.01):
            if stage.so_far is not None:
                tell(stage.so_far)
            if cancelled():
                stage.cancelled += 1
                return analysis(ADA, ending=Ending.CANCELLED, analysed_s=5.0)
        if stage.error is not None:
            raise stage.error
        return stage.result

    monkeypatch.setattr(analyse_video, "analyse_video", analysed)
    yield stage
    stage.go_on.set()


def names(page):
    return [row.name for row in page.result.rows]


def analysed(qtbot, page, engine, path):
    """Analyse to the end, and wait for the first picture."""
    engine.go_on.set()
    page.analyse(path)
    qtbot.waitUntil(lambda: not page.analysing.running)
    if engine.result.sightings:
        qtbot.waitUntil(lambda: "0:01" in page.result.caption.text())


def test_at_first_it_says_what_to_do(page):
    assert page.nothing.isVisible()
    assert "Open a video, or drop one here" in page.nothing.sentence.text()
    assert not page.export.isVisible()
    assert not page.cancel.isVisible()


def test_a_video_is_chosen_in_a_dialog(qtbot, page, engine, path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    page.open_video.trigger()
    assert page.analysing.running
    assert page.file.text() == "visit.avi"
    assert page.cancel.isVisible()
    assert not page.export.isEnabled()


def test_rows_appear_as_they_are_found(qtbot, page, engine, path):
    page.analyse(path)
    engine.so_far = analysis(ADA, ending=Ending.NONE, analysed_s=5.0)
    qtbot.waitUntil(lambda: names(page) == ["Ada"])
    qtbot.waitUntil(lambda: page.words.text() == "0:05 of 0:20")
    engine.so_far = analysis(ADA, STRANGER, ending=Ending.NONE, analysed_s=9.0)
    qtbot.waitUntil(lambda: names(page) == ["Ada", "Stranger 1"])
    assert page.cancel.isVisible()


def test_meanwhile_the_picture_that_is_looked_at_is_shown_with_names(qtbot, page, engine, path):
    frame = Frame(np.zeros((64, 96, 3), np.uint8), 0, 2.5, 0.0, 0)
    page.analyse(path)
    engine.so_far = analysis(ADA, STRANGER, ending=Ending.NONE, view=LiveView(frame, ()))
    qtbot.waitUntil(lambda: page.result.caption.text() == "0:02.5 · Ada, Stranger 1")
    assert page.result.video.accessibleDescription() == "Ada, Stranger 1"


def test_in_the_end_it_says_who_was_found_and_shows_the_first(qtbot, page, engine, path):
    analysed(qtbot, page, engine, path)
    assert names(page) == ["Ada", "Stranger 1"]
    assert page.words.text() == "People: 1 · Strangers: 1 · Length: 20 s"
    assert page.result.timeline.chosen[0].name == "Ada"
    assert not page.cancel.isVisible()
    assert page.export.isEnabled()


def test_cancelled_what_was_found_stays_and_is_not_called_complete(qtbot, page, engine, path):
    page.analyse(path)
    page.cancel.click()
    assert not page.cancel.isEnabled()
    qtbot.waitUntil(lambda: names(page) == ["Ada"])
    assert page.words.text().startswith("Not complete: cancelled at 0:05 of 0:20.")
    assert page.export.isEnabled()


def test_cancelled_before_it_began_it_is_as_at_first(qtbot, page, context, path):
    page.analyse(path)  # there are no models
    qtbot.waitUntil(lambda: page.words.text() != "")
    page.cancel.click()
    qtbot.waitUntil(lambda: page.nothing.isVisible())


def test_a_video_that_breaks_off_is_said(qtbot, page, engine, path):
    engine.result = analysis(ADA, ending=Ending.BROKEN_OFF, analysed_s=5.0)
    analysed(qtbot, page, engine, path)
    assert page.words.text().startswith("Not complete: the video breaks off at 0:05 of 0:20.")


def test_where_nobody_is_seen_that_is_said(qtbot, page, engine, path):
    engine.result = analysis()
    analysed(qtbot, page, engine, path)
    qtbot.waitUntil(lambda: page.result.nobody.isVisible())
    assert page.result.nobody.text() == "Nobody is seen in this video."
    assert not page.export.isEnabled()


def test_what_is_no_video_is_said_in_a_sentence(qtbot, page, engine, path):
    engine.error = errors.NotAVideo(source="visit.avi")
    engine.go_on.set()
    page.analyse(path)
    qtbot.waitUntil(lambda: page.failure.isVisible())
    assert page.failure.sentence.text() == (
        "visit.avi is not a video that can be read. Choose another file."
    )
    assert page.open_button.isVisible()


def test_an_error_on_the_way_leaves_what_was_found(qtbot, page, engine, path):
    page.analyse(path)
    engine.so_far = analysis(ADA, ending=Ending.NONE)
    qtbot.waitUntil(lambda: names(page) == ["Ada"])
    engine.error = errors.GalleryLocked()
    engine.go_on.set()
    qtbot.waitUntil(lambda: "using the gallery" in page.words.text())
    assert names(page) == ["Ada"]
    assert not page.cancel.isVisible()


def test_a_picture_is_refused_and_what_is_shown_stays(qtbot, page, engine, path, said, tmp_path):
    analysed(qtbot, page, engine, path)
    Image.new("L", (8, 8)).save(tmp_path / "photo.png")
    page.analyse(tmp_path / "photo.png")
    assert said[-1].level is Level.ERROR
    assert names(page) == ["Ada", "Stranger 1"]


def test_another_video_takes_the_place_of_the_one_that_is_analysed(
    qtbot, page, engine, path, tmp_path
):
    page.analyse(path)
    qtbot.waitUntil(lambda: engine.sources == ["visit.avi"])
    second = film(tmp_path / "second.avi", 1)
    page.analyse(second)
    qtbot.waitUntil(lambda: engine.cancelled == 1)
    engine.go_on.set()
    qtbot.waitUntil(lambda: names(page) == ["Ada", "Stranger 1"])
    assert page.file.text() == "second.avi"


# Moments ----------------------------------------------------------------------------------------


def test_the_timeline_scrubs_to_the_moment(qtbot, page, engine, path):
    analysed(qtbot, page, engine, path)
    page.result.timeline.moment_wanted.emit(10.0)
    qtbot.waitUntil(lambda: page.result.caption.text() == "0:10.0 · Ada")
    page.result.timeline.moment_wanted.emit(18.0)
    qtbot.waitUntil(lambda: page.result.caption.text() == "0:18.0 · nobody")


def test_while_it_goes_on_the_moment_that_the_user_chose_stays(qtbot, page, engine, path):
    page.analyse(path)
    frame = Frame(np.zeros((64, 96, 3), np.uint8), 0, 2.5, 0.0, 0)
    engine.so_far = analysis(ADA, STRANGER, ending=Ending.NONE, view=LiveView(frame, ()))
    qtbot.waitUntil(lambda: "0:02.5" in page.result.caption.text())
    page.result.timeline.moment_wanted.emit(1.5)
    qtbot.waitUntil(lambda: page.result.caption.text() == "0:01.5 · Ada")
    qtbot.wait(50)
    assert page.result.caption.text() == "0:01.5 · Ada"


def test_a_video_that_is_gone_by_then_is_said(qtbot, page, engine, path, said):
    analysed(qtbot, page, engine, path)
    page.moments.close()
    path.unlink()
    lost = []
    page.moments.failed.connect(lost.append)
    for time_s in (5.0, 6.0, 7.0):
        page.result.timeline.moment_wanted.emit(time_s)
        qtbot.waitUntil(lambda t=time_s: len(lost) == t - 4)
    (told,) = said
    assert "visit.avi can't be played" in told.text


def test_of_the_next_video_it_is_said_again(qtbot, page, engine, path, said, tmp_path):
    for gone in (path, film(tmp_path / "second.avi")):
        engine.go_on.clear()
        page.analyse(gone)
        gone.unlink()  # before any moment of it was shown
        engine.go_on.set()
        qtbot.waitUntil(lambda name=gone.name: name in "".join(each.text for each in said))


# Export -----------------------------------------------------------------------------------------


def test_who_is_seen_when_is_exported_as_it_is_shown(
    qtbot, page, engine, path, said, tmp_path, monkeypatch
):
    analysed(qtbot, page, engine, path)
    target = tmp_path / "seen.csv"
    asked = []
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *given: asked.append(given[2]) or (str(target), "")
    )
    page.export.click()
    qtbot.waitUntil(lambda: bool(said))
    assert said[-1].level is Level.SUCCESS
    assert asked == [str(path.with_suffix(".csv"))]
    with target.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["person"] for row in rows] == ["Ada", "Stranger 1", "Ada"]
    assert rows[0] == {
        "person": "Ada", "from": "1.00", "to": "3.00", "seconds": "2.00", "score": "4.00",
    }  # fmt: skip
    assert rows[1]["score"] == ""


def test_an_export_that_fails_is_said(qtbot, page, engine, path, said, tmp_path, monkeypatch):
    analysed(qtbot, page, engine, path)
    target = tmp_path / "nowhere" / "seen.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    page.export.click()
    qtbot.waitUntil(lambda: bool(said))
    assert said[-1].level is Level.ERROR
    assert "can't be written" in said[-1].text


# Dropping ---------------------------------------------------------------------------------------


def drop(page, *paths):
    """Drag files over the page, and drop them if it takes them; return whether it does."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier
    enter = QDragEnterEvent(QPoint(5, 5), copy, data, left, none.NoModifier)
    enter.ignore()
    page.dragEnterEvent(enter)
    if enter.isAccepted():
        page.dropEvent(QDropEvent(QPointF(5, 5), copy, data, left, none.NoModifier))
    return enter.isAccepted()


def test_a_video_that_is_dropped_is_analysed(qtbot, page, engine, path):
    assert drop(page, path)
    qtbot.waitUntil(lambda: engine.sources == ["visit.avi"])


def test_photos_are_left_to_the_window(page, tmp_path):
    Image.new("L", (8, 8)).save(tmp_path / "still.gif")
    assert not drop(page, tmp_path / "still.gif")
    assert not drop(page, tmp_path / "a.jpg")
    assert not drop(page, tmp_path / "a.mp4", tmp_path / "b.mp4")
    assert page.nothing.isVisible()


# Enrolling --------------------------------------------------------------------------------------


def test_only_strangers_are_offered_to_be_enrolled(qtbot, page, engine, path):
    analysed(qtbot, page, engine, path)
    ada, stranger = page.result.rows
    assert not page.result.enrol.isVisible()
    page.result.timeline.choose(stranger)
    assert page.result.enrol.isVisible()
    assert page.result.enrol.text() == "Enrol Stranger 1…"
    page.result.timeline.choose(ada)
    assert not page.result.enrol.isVisible()


def test_a_click_on_a_stranger_in_the_picture_enrols_them(qtbot, page, engine, path, monkeypatch):
    begun = []
    monkeypatch.setattr(page.enrolling, "begin", lambda *given: begun.append(given[0]))
    analysed(qtbot, page, engine, path)
    page.result.timeline.moment_wanted.emit(2.5)
    qtbot.waitUntil(lambda: page.result.caption.text() == "0:02.5 · Ada, Stranger 1")
    page.result.video.face_clicked.emit(0)
    assert begun == []
    page.result.video.face_clicked.emit(1)
    assert begun == [STRANGER]
    assert page.result.timeline.chosen[0].name == "Stranger 1"


def test_a_stranger_is_enrolled_from_their_best_picture_and_then_has_a_name(
    qtbot, page, engine, path, said, context, make_photo, monkeypatch
):
    asked = []
    monkeypatch.setattr(
        "facedesk.gallery.enrolment.prepare_shot",
        lambda shot, _models: asked.append(shot) or make_photo(1),
    )
    monkeypatch.setattr("facedesk.live.resemblance.looks_like", lambda *_: None)
    analysed(qtbot, page, engine, path)
    page.result.timeline.choose(page.result.rows[1])
    page.result.enrol.click()
    qtbot.waitUntil(lambda: page.findChild(NamePhotoDialog) is not None)
    assert asked[0].image.mean() == pytest.approx(20, abs=4)  # of two seconds
    np.testing.assert_allclose(asked[0].detection.box, face().box)
    dialog = page.findChild(NamePhotoDialog)
    dialog.name.setText("Grace")
    dialog.commit()
    qtbot.waitUntil(lambda: names(page) == ["Ada", "Grace"])
    assert [person.name for person in context.gallery.people()] == ["Grace"]
    assert said[-1].text == "Grace is enrolled."
    assert said[-1].action.label == "Analyse again"
    assert page.words.text() == "People: 2 · Strangers: 0 · Length: 20 s"


def test_whoever_asks_twice_is_asked_for_a_name_once(
    qtbot, page, engine, path, context, make_photo, monkeypatch
):
    monkeypatch.setattr("facedesk.gallery.enrolment.prepare_shot", lambda *_: make_photo(1))
    monkeypatch.setattr("facedesk.live.resemblance.looks_like", lambda *_: None)
    analysed(qtbot, page, engine, path)
    page.result.timeline.choose(page.result.rows[1])
    page.result.enrol.click()
    page.result.enrol.click()
    qtbot.waitUntil(lambda: not context.tasks.running)
    (dialog,) = page.findChildren(NamePhotoDialog)
    dialog.reject()


def test_where_no_picture_is_good_enough_it_says_why(qtbot, page, engine, path, said, monkeypatch):
    def refuse(_shot, _models):
        raise errors.FaceTooDark

    monkeypatch.setattr("facedesk.gallery.enrolment.prepare_shot", refuse)
    analysed(qtbot, page, engine, path)
    page.result.timeline.choose(page.result.rows[1])
    page.result.enrol.click()
    qtbot.waitUntil(lambda: bool(said))
    assert "too dark" in said[-1].text
    assert "no better picture" in said[-1].detail
