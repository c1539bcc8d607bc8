import dataclasses
import threading

import numpy as np
import pytest
from live_stage import (
    CAMERA,
    FLAT,
    LIVE,
    LOADING,
    NOT_SURE,
    READY,
    StageSession,
    face,
    known,
    shot,
)
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from facedesk import errors
from facedesk.capture.capture_status import CaptureState, CaptureStatus
from facedesk.encoder.models import detect_in_photo
from facedesk.live.knowledge import load_knowledge
from facedesk.live.session import EngineState, EngineStatus
from facedesk.matching.verification import Verdict
from facedesk.ui.pages.verify_page import VerifyPage
from facedesk.ui.widgets.verify_slot import OWN, PICTURE
from facedesk.vision.alignment import align
from facedesk.vision.quality import judge
from facedesk.vision.shot import Shot

NAME = "Eileen Collins"


@pytest.fixture(scope="module")
def knowledge(models):
    return load_knowledge(models.encoder.id)


@pytest.fixture
def session(models, knowledge):
    """A session with real networks, whose camera shows what the test plays."""
    made = StageSession()
    made.models, made.knowledge, made.fpir = models, knowledge, 0.01
    return made


@pytest.fixture
def page(qtbot, context, session):
    made = VerifyPage(dataclasses.replace(context, session=session))
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    made.shown()
    yield made
    made.hidden()


@pytest.fixture
def collins(qtbot, page, context, astronaut_photo):
    """Eileen Collins, enrolled and offered by the page."""
    person = context.gallery.enrol(NAME, astronaut_photo)
    qtbot.waitUntil(lambda: not context.tasks.running)
    page.shown()  # looks at once, instead of within a second
    qtbot.waitUntil(page.claimed.field.isEnabled)
    return person


@pytest.fixture
def picture(tmp_path):
    """A function that writes pictures, RGB uint8 (H, W, 3), to files."""

    def write(image, name="picture.png"):
        path = tmp_path / name
        Image.fromarray(image).save(path)
        return path

    return write


@pytest.fixture
def of_collins(picture, astronaut):
    """Another picture of her: mirrored, and from farther away."""
    return picture(np.pad(astronaut[:, ::-1], ((40, 40), (90, 90), (0, 0))), "another.png")


@pytest.fixture
def of_hopper(picture, admiral):
    return picture(admiral, "hopper.png")


def shot_of(image, models):
    detection = detect_in_photo(image, models)[0]
    return Shot(image, detection, judge(image, align(image, detection)))


@pytest.fixture(scope="module")
def collins_shot(astronaut, models):
    return shot_of(np.ascontiguousarray(astronaut[:, ::-1]), models)


@pytest.fixture(scope="module")
def hopper_shot(admiral, models):
    return shot_of(admiral, models)


def wait_for_verdict(qtbot, page, verdict):
    def there():
        claim = page.verdict.claim
        return claim is not None and claim.verification.verdict is verdict

    qtbot.waitUntil(there, timeout=20_000)


def event_at(page, x, *paths):
    """What dragging these files over the page, or dropping them, brings to it."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    event = QDropEvent(QPointF(x, 200), copy, data, left, Qt.KeyboardModifier.NoModifier)
    event.data = data  # which the event does not own
    event.ignore()
    return event


def drop(page, x, *paths):
    page.dropEvent(event_at(page, x, *paths))


class TestBeforeAnythingIsChosen:
    def test_it_says_what_to_do(self, page):
        assert page.verdict.claim is None
        assert page.verdict.why.text() == "Choose whom they claim to be."
        assert not page.verdict.scale.isVisible()

    def test_with_nobody_enrolled_a_second_picture_is_offered(self, qtbot, page):
        field = page.claimed.field
        qtbot.waitUntil(lambda: page.claimed.caption.text.text() != "")
        assert page.claimed.caption.title.text() == "Nobody is enrolled yet"
        assert not field.isEnabled()
        words = "Choose a picture instead, or enrol someone."
        assert page.claimed.caption.text.text() == words

    def test_without_a_camera_one_can_be_opened_on_the_live_page(self, qtbot, page):
        assert page.probe.note.text() == "Nothing is open."
        assert page.probe.take.text() == "Open a camera…"
        with qtbot.waitSignal(page.page_wanted) as wanted:
            page.probe.take.click()
        assert wanted.args == ["Live"]

    def test_it_says_that_it_is_no_security_device(self, page):
        assert "not a security device" in page.limits.text()


class TestAPersonAndAPicture:
    def test_of_the_same_person_are_a_yes(self, qtbot, page, collins, of_collins):
        page.claim(collins.id)
        page.probe.take_files([of_collins])
        wait_for_verdict(qtbot, page, Verdict.YES)
        assert page.verdict.words.text() == f"Yes, this is {NAME}"
        assert page.verdict.scale.isVisible()
        assert "99 of 100" in page.verdict.probability.text()
        assert "1 in 1,000" in page.verdict.figures.text()

    def test_both_aligned_faces_stand_side_by_side(self, qtbot, page, collins, of_collins):
        page.claim(collins.id)
        page.probe.take_files([of_collins])
        wait_for_verdict(qtbot, page, Verdict.YES)
        for slot in (page.claimed, page.probe):
            assert slot.picture.width() == slot.picture.height() == 150
            assert slot.picture.image is not None
        assert page.claimed.mapTo(page, QPointF()).x() < page.probe.mapTo(page, QPointF()).x()

    def test_of_somebody_else_are_a_no(self, qtbot, page, collins, of_hopper):
        page.claim(collins.id)
        page.probe.take_files([of_hopper])
        wait_for_verdict(qtbot, page, Verdict.NO)
        assert page.verdict.words.text() == f"No, this is not {NAME}"

    def test_a_poor_picture_of_somebody_else_is_no_no_and_told_why(
        self, qtbot, page, collins, picture, admiral
    ):
        dark = picture((admiral * 0.2).astype(np.uint8))
        page.claim(collins.id)
        page.probe.take_files([dark])
        wait_for_verdict(qtbot, page, Verdict.UNSURE)
        sentence = str(errors.FaceTooDark())
        assert page.verdict.why.text().endswith(sentence)
        assert page.probe.note.text() == sentence

    def test_the_verdict_is_read_out(self, qtbot, page, collins, of_collins):
        page.claim(collins.id)
        page.probe.take_files([of_collins])
        wait_for_verdict(qtbot, page, Verdict.YES)
        description = page.verdict.accessibleDescription()
        assert description == f"Yes, this is {NAME}. {page.verdict.why.text()}"

    def test_another_picture_takes_the_place_of_the_first(
        self, qtbot, page, collins, of_collins, of_hopper
    ):
        page.claim(collins.id)
        page.probe.take_files([of_collins])
        page.probe.take_files([of_hopper])
        wait_for_verdict(qtbot, page, Verdict.NO)
        qtbot.waitUntil(lambda: not page.probe.loading.busy)
        assert page.probe.file.title.text() == "hopper.png"
        assert page.verdict.claim.verification.verdict is Verdict.NO


def test_two_pictures_need_nobody_enrolled(qtbot, page, of_collins, of_hopper, picture, astronaut):
    page.claimed.take_files([picture(astronaut)])
    page.probe.take_files([of_collins])
    wait_for_verdict(qtbot, page, Verdict.YES)
    assert page.verdict.words.text() == "Yes, the same person"
    page.probe.take_files([of_hopper])
    wait_for_verdict(qtbot, page, Verdict.NO)
    assert page.verdict.words.text() == "No, two different people"


class TestPicturesThatCantBeUsed:
    @pytest.mark.parametrize(
        ("content", "error"),
        [(b"no picture", errors.NotAnImage()), (b"\x89PNG\r\n", errors.PhotoTruncated())],
    )
    def test_what_is_no_picture_is_told(self, qtbot, page, tmp_path, content, error):
        path = tmp_path / "file.png"
        path.write_bytes(content)
        page.probe.take_files([path])
        qtbot.waitUntil(lambda: page.probe.note.text() == error.text)
        assert page.probe.note.property("role") == "error"

    def test_a_picture_of_nobody_is_told(self, qtbot, page, picture):
        page.probe.take_files([picture(np.full((200, 200, 3), 128, np.uint8))])
        qtbot.waitUntil(lambda: page.probe.note.text() == str(errors.NoFace()), timeout=20_000)

    def test_a_picture_of_several_people_is_told(self, qtbot, page, picture, astronaut):
        page.probe.take_files([picture(np.concatenate([astronaut, astronaut[:, ::-1]], axis=1))])
        sentence = str(errors.SeveralFaces(count=2))
        qtbot.waitUntil(lambda: page.probe.note.text() == sentence, timeout=20_000)

    def test_the_verdict_before_goes(self, qtbot, page, collins, of_collins, tmp_path):
        page.claim(collins.id)
        page.probe.take_files([of_collins])
        wait_for_verdict(qtbot, page, Verdict.YES)
        page.probe.take_files([tmp_path / "missing.png"])
        assert page.verdict.claim is None
        qtbot.waitUntil(lambda: page.probe.note.text() == str(errors.PhotoMissing()))
        assert page.probe.picture.image is None


class TestDropping:
    def test_a_picture_goes_to_the_side_that_it_is_dropped_on(self, page, of_collins, of_hopper):
        drop(page, 100, of_collins)
        assert (page.claimed.way, page.probe.way) == (PICTURE, OWN)
        drop(page, 900, of_hopper)
        assert page.probe.way == PICTURE
        assert page.claimed.file.title.text() == "another.png"
        assert page.probe.file.title.text() == "hopper.png"

    def test_the_side_that_it_would_go_to_is_shown(self, page, of_collins):
        page.dragMoveEvent(event_at(page, 900, of_collins))
        assert (page.claimed.property("aimed"), page.probe.property("aimed")) == (None, True)
        page.dragMoveEvent(event_at(page, 100, of_collins))
        assert (page.claimed.property("aimed"), page.probe.property("aimed")) == (True, False)
        drop(page, 100, of_collins)
        assert not page.claimed.property("aimed")

    def test_several_files_are_too_many(self, page, of_collins, of_hopper):
        drop(page, 900, of_collins, of_hopper)
        assert page.probe.note.text() == "Drop one picture at a time."
        assert not page.probe.loading.busy

    def test_what_is_no_file_is_not_taken(self, page, of_collins):
        nothing = event_at(page, 100)
        page.dragEnterEvent(nothing)
        assert not nothing.isAccepted()
        something = event_at(page, 100, of_collins)
        page.dragEnterEvent(something)
        assert something.isAccepted()


class TestTheCamera:
    @pytest.fixture
    def claimed(self, qtbot, page, collins):
        page.claim(collins.id)
        qtbot.waitUntil(lambda: page.claimed.face is not None, timeout=20_000)

    def test_whoever_is_there_is_compared_by_their_best_picture(
        self, qtbot, page, session, claimed, collins_shot
    ):
        session.play(face(1, shot=collins_shot))
        wait_for_verdict(qtbot, page, Verdict.YES)
        assert page.probe.take.isEnabled()
        assert page.probe.take.text() == "Take the picture"

    def test_a_better_picture_is_followed(
        self, qtbot, page, session, claimed, collins_shot, hopper_shot
    ):
        session.play(face(1, shot=hopper_shot))
        wait_for_verdict(qtbot, page, Verdict.NO)
        session.play(face(1, shot=collins_shot), number=1)
        wait_for_verdict(qtbot, page, Verdict.YES)

    def test_once_they_leave_nothing_is_said_of_them(
        self, qtbot, page, session, claimed, collins_shot
    ):
        session.play(face(1, shot=collins_shot))
        wait_for_verdict(qtbot, page, Verdict.YES)
        session.play(number=1)
        qtbot.waitUntil(lambda: page.verdict.claim is None)
        assert page.probe.note.text() == "Running. Nobody is in view."
        assert not page.probe.take.isEnabled()

    def test_nothing_is_said_of_one_while_another_is_there(
        self, qtbot, page, session, claimed, collins_shot
    ):
        session.play(face(1, shot=collins_shot))
        wait_for_verdict(qtbot, page, Verdict.YES)
        session.play(face(2), number=1)  # who has no good picture yet
        qtbot.waitUntil(lambda: page.verdict.claim is None)

    def test_a_picture_that_was_taken_stays(self, qtbot, page, session, claimed, collins_shot):
        session.play(face(1, shot=collins_shot))
        wait_for_verdict(qtbot, page, Verdict.YES)
        page.probe.take.click()
        assert page.probe.note.text() == "The picture was taken."
        session.play(number=1)
        page.probe.camera.look()
        assert page.verdict.claim is not None
        page.probe.take.click()
        assert page.probe.take.text() == "Take the picture"
        assert page.verdict.claim is None

    def test_of_several_people_the_nearest_is_compared(
        self, qtbot, page, session, claimed, collins_shot, hopper_shot
    ):
        near = face(2, box=(200, 100, 400, 360), shot=collins_shot)
        session.play(face(1, box=(20, 100, 80, 180), shot=hopper_shot), near)
        wait_for_verdict(qtbot, page, Verdict.YES)
        assert page.probe.note.text().startswith("Several people are in view.")

    def test_somebody_who_is_a_little_nearer_does_not_take_their_place(
        self, qtbot, page, session, claimed, collins_shot, hopper_shot
    ):
        session.play(face(1, shot=collins_shot))
        wait_for_verdict(qtbot, page, Verdict.YES)
        wider = face(2, box=(400, 120, 510, 250), shot=hopper_shot)
        session.play(face(1, shot=collins_shot), wider, number=1)
        page.probe.camera.look()
        assert page.verdict.claim is not None

    def test_a_face_that_is_to_be_found_alive_first_is_compared_only_then(
        self, qtbot, page, session, claimed, collins_shot
    ):
        checking = face(1, shot=collins_shot, liveness=NOT_SURE, withheld=True)
        session.play(checking)
        page.probe.camera.look()
        assert page.probe.note.text() == "Not sure yet. Turn your head a little."
        assert not page.probe.loading.busy
        session.play(face(1, shot=collins_shot, liveness=LIVE), number=1)
        wait_for_verdict(qtbot, page, Verdict.YES)
        session.play(face(1, shot=collins_shot, liveness=FLAT, withheld=True), number=2)
        qtbot.waitUntil(lambda: page.verdict.claim is None)
        assert page.probe.note.text() == "This looks like a picture of somebody"

    def test_a_source_that_is_lost_is_told(self, qtbot, page, session, claimed, collins_shot):
        session.play(face(1, shot=collins_shot))
        wait_for_verdict(qtbot, page, Verdict.YES)
        error = errors.CameraLost(source="Desk camera")
        session.status = CaptureStatus(CaptureState.LOST, CAMERA, error)
        qtbot.waitUntil(lambda: page.verdict.claim is None)
        assert page.probe.note.text().startswith(error.text)

    def test_a_picture_is_compared_whoever_is_in_front_of_the_camera(
        self, qtbot, page, session, claimed, collins_shot, of_hopper
    ):
        session.play(face(1, shot=collins_shot))
        page.probe.take_files([of_hopper])
        wait_for_verdict(qtbot, page, Verdict.NO)
        session.play(face(2, shot=collins_shot), number=1)
        qtbot.wait(700)
        assert page.verdict.claim.verification.verdict is Verdict.NO

    def test_the_small_picture_does_not_tell_who_it_may_be(self, qtbot, page, session, claimed):
        session.play(known(1, shot=shot()))
        page.probe.camera.look()
        assert page.probe.camera.video.accessibleDescription() == "Looking…"


class TestTheGalleryChanges:
    @pytest.fixture
    def yes(self, qtbot, page, collins, of_collins):
        page.claim(collins.id)
        page.probe.take_files([of_collins])
        wait_for_verdict(qtbot, page, Verdict.YES)

    def test_somebody_who_is_removed_is_not_compared_any_more(
        self, qtbot, page, context, collins, yes
    ):
        context.gallery.remove(collins.id)
        sentence = str(errors.PersonGone())
        qtbot.waitUntil(lambda: page.claimed.note.text() == sentence, timeout=10_000)
        assert page.verdict.claim is None
        assert page.claimed.field.text() == ""

    def test_a_new_name_is_used(self, qtbot, page, context, collins, yes):
        context.gallery.rename(collins.id, "Commander Collins")
        words = "Yes, this is Commander Collins"
        qtbot.waitUntil(lambda: page.verdict.words.text() == words, timeout=20_000)

    def test_somebody_enrolled_a_moment_ago_can_be_claimed(
        self, qtbot, page, context, astronaut_photo
    ):
        page.claim(context.gallery.enrol("Just Now", astronaut_photo).id)
        qtbot.waitUntil(lambda: page.claimed.face is not None, timeout=20_000)
        assert page.claimed.field.text() == "Just Now"


def test_while_the_networks_load_it_says_so_and_then_compares(
    qtbot, page, session, collins, of_collins
):
    models, session.models, session.engine = session.models, None, LOADING
    page.claim(collins.id)
    page.probe.take_files([of_collins])
    qtbot.waitUntil(lambda: page.verdict.why.text() == "Getting ready to recognise faces…")
    session.models, session.engine = models, READY
    wait_for_verdict(qtbot, page, Verdict.YES)


def test_networks_that_cant_be_loaded_are_told(qtbot, page, session, of_collins):
    error = errors.WeightsMissing(package="faces")
    session.models, session.engine = None, EngineStatus(EngineState.FAILED, error)
    page.probe.take_files([of_collins])
    qtbot.waitUntil(lambda: page.probe.note.text() == error.text)
    qtbot.waitUntil(lambda: page.verdict.why.text() == error.text)


def test_what_is_accepted_follows_the_settings(qtbot, page, session, collins, of_collins):
    page.claim(collins.id)
    page.probe.take_files([of_collins])
    wait_for_verdict(qtbot, page, Verdict.YES)
    page.hidden()
    session.fpir = 0.001
    page.shown()
    qtbot.waitUntil(lambda: "1 in 10,000" in page.verdict.figures.text())


def test_clear_forgets_both_sides(qtbot, page, collins, of_collins):
    page.claim(collins.id)
    page.probe.take_files([of_collins])
    wait_for_verdict(qtbot, page, Verdict.YES)
    page.clear.click()
    assert page.verdict.claim is None
    assert page.claimed.field.text() == ""
    assert (page.claimed.way, page.probe.way) == (OWN, OWN)
    page.probe.go(PICTURE)
    assert page.probe.file.title.text() == ""


def test_each_way_remembers_what_was_chosen_in_it(qtbot, page, collins, of_hopper):
    page.claim(collins.id)
    page.claimed.take_files([of_hopper])
    qtbot.waitUntil(lambda: page.claimed.face is not None, timeout=20_000)
    assert page.claimed.face.name == ""
    page.claimed.ways.button(OWN).click()
    qtbot.waitUntil(lambda: page.claimed.face is not None, timeout=20_000)
    assert page.claimed.face.name == NAME


def test_comparing_leaves_the_window_alone(qtbot, page, collins, of_collins, knowledge):
    threads = []

    class Watched:
        def verifier(self):
            threads.append(threading.current_thread())
            return knowledge.verifier()

    page._context.session.knowledge = Watched()
    page.claim(collins.id)
    page.probe.take_files([of_collins])
    wait_for_verdict(qtbot, page, Verdict.YES)
    assert threads
    assert threading.main_thread() not in threads


def test_it_needs_no_more_width_than_the_smallest_window_has(qtbot, page, collins):
    page.claim(collins.id)
    assert page.minimumSizeHint().width() <= 700


def test_everything_has_a_name_and_can_be_reached_with_the_keyboard(page):
    for slot in (page.claimed, page.probe):
        assert slot.accessibleName()
        assert slot.ways.button(PICTURE).focusPolicy() & Qt.FocusPolicy.TabFocus
    assert page.claimed.field.accessibleName() == "Enrolled person"
    assert page.claimed.field.focusPolicy() & Qt.FocusPolicy.TabFocus
    for button in (page.clear, page.probe.take, page.probe.choose_picture):
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
