import numpy as np
import pytest
from live_stage import face, frame, known, picture, unknown, unsure, view
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage

from facedesk.ui.widgets import fitted_picture
from facedesk.ui.widgets.video_view import VideoView

RED, BLUE = QColor(200, 0, 0), QColor(0, 0, 200)


def red_left_blue_right():
    image = picture(640, 320).copy()
    image[:, :320] = (200, 0, 0)
    image[:, 320:] = (0, 0, 200)
    return image


def painted(video):
    return video.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def grey(video):
    image = painted(video).convertToFormat(QImage.Format.Format_Grayscale8)
    return np.array(image.constBits(), np.int16).reshape(image.height(), image.bytesPerLine())


@pytest.fixture
def video(qtbot):
    widget = VideoView()
    qtbot.addWidget(widget)
    widget.resize(640, 480)
    return widget


def test_the_picture_is_centred_between_bars(video):
    video.show_frame(frame(red_left_blue_right()))
    image = painted(video)
    assert image.pixelColor(100, 240) == RED
    assert image.pixelColor(540, 240) == BLUE
    assert image.pixelColor(100, 20) not in (RED, BLUE)
    assert image.pixelColor(100, 460) not in (RED, BLUE)


def test_its_corners_are_round(video):
    video.show_frame(frame(red_left_blue_right()))
    assert painted(video).pixelColor(0, 80) != RED
    assert painted(video).pixelColor(20, 81) == RED


def test_mirrored_it_changes_sides(video):
    video.set_mirrored(True)
    video.show_frame(frame(red_left_blue_right()))
    assert painted(video).pixelColor(100, 240) == BLUE


def test_before_the_first_picture_words_say_why(video):
    empty = grey(video)
    video.set_words("Opening Desk camera…")
    assert (grey(video) != empty).any()


def test_a_new_size_fits_the_picture_anew(video):
    video.show_frame(frame(red_left_blue_right()))
    video.grab()
    video.resize(320, 160)
    assert painted(video).pixelColor(80, 80) == RED
    assert painted(video).pixelColor(240, 80) == BLUE


def test_a_still_picture_is_fitted_only_once(video, monkeypatch):
    fitted = []
    real = fitted_picture.fitted_image
    monkeypatch.setattr(
        fitted_picture, "fitted_image", lambda *all_: fitted.append(1) or real(*all_)
    )
    image = red_left_blue_right()
    for number in range(3):
        video.show_frame(frame(image, number))
        video.grab()
    assert len(fitted) == 1


def test_the_answers_differ_without_any_colour(video):
    video.show_frame(frame())
    seen = []
    for answered in (known(), unsure(), unknown(), face()):
        video.show_view(view(answered))
        seen.append(grey(video))
    for index, first in enumerate(seen):
        for second in seen[index + 1 :]:
            assert (np.abs(first - second) > 40).sum() > 50


def test_a_face_not_yet_decided_has_no_label(video):
    video.show_frame(frame())
    plain = grey(video)
    video.show_view(view(face(box=(200, 200, 300, 300))))
    changed = np.argwhere(np.abs(grey(video) - plain) > 10)
    assert changed.min(axis=0) == pytest.approx([200, 200], abs=4)
    assert changed.max(axis=0) == pytest.approx([300, 300], abs=4)


@pytest.mark.parametrize("box", [(-20, -30, 60, 60), (600, 440, 700, 520), (0, 0, 640, 480)])
def test_a_long_name_stays_inside_the_picture(video, box):
    video.resize(640, 600)
    video.show_frame(frame())
    plain = grey(video)
    video.show_view(view(known(name="Maximiliane " * 20, box=box)))
    changed = np.argwhere(grey(video) != plain)
    assert changed[:, 0].min() >= 60
    assert changed[:, 0].max() < 540


def test_the_faces_may_be_a_few_frames_older_than_the_picture(video):
    video.show_frame(frame(number=5))
    plain = grey(video)
    video.show_view(view(known(), of=frame(number=2)))
    assert (grey(video) != plain).any()


def test_after_a_cut_no_name_is_left_from_before_it(video, astronaut, admiral):
    after = np.ascontiguousarray(admiral[:512, :512])
    named = view(known(name="Eileen"), of=frame(astronaut, number=7))
    video.show_frame(frame(astronaut, number=8))
    video.show_view(named)
    assert len(video.outlines()) == 1
    video.show_frame(frame(after, number=9))
    assert video.outlines() == []
    video.show_view(view(unknown(), of=frame(after, number=9)))
    assert len(video.outlines()) == 1


def test_faces_of_another_scene_are_not_painted(video):
    video.show_frame(frame(number=5, scene=1))
    plain = grey(video)
    video.show_view(view(known(), of=frame(number=2, scene=0)))
    assert (grey(video) == plain).all()


def test_a_lost_picture_fades_and_loses_its_faces(video):
    video.show_frame(frame())
    video.set_faded(True)
    plain = grey(video)
    video.show_view(view(known()))
    assert (grey(video) == plain).all()


def test_scores_and_landmarks_are_painted_when_wanted(video):
    video.show_frame(frame())
    video.show_view(view(known()))
    plain = grey(video)
    video.set_details(scores=True, landmarks=False)
    with_score = grey(video)
    video.set_details(scores=False, landmarks=True)
    assert (with_score != plain).any()
    assert (grey(video) != plain).any()


def test_an_unknown_face_invites_to_a_click(video, qtbot):
    video.show_frame(frame())
    video.show_view(view(unknown(track_id=4)))
    plain = grey(video)
    qtbot.mouseMove(video, QPoint(250, 180))
    video.mouseMoveEvent(mouse_at(250, 180))
    assert video.cursor().shape() is Qt.CursorShape.PointingHandCursor
    assert (grey(video) != plain).any()
    with qtbot.waitSignal(video.face_clicked) as clicked:
        qtbot.mouseClick(video, Qt.MouseButton.LeftButton, pos=QPoint(250, 180))
    assert clicked.args == [4]


def test_leaving_the_face_takes_the_invitation_back(video):
    video.show_frame(frame())
    video.show_view(view(unknown()))
    plain = grey(video)
    video.mouseMoveEvent(mouse_at(250, 180))
    video.mouseMoveEvent(mouse_at(20, 20))
    assert video.cursor().shape() is Qt.CursorShape.ArrowCursor
    assert (grey(video) == plain).all()


def test_mirrored_faces_are_clicked_where_they_are_seen(video, qtbot):
    video.set_mirrored(True)
    video.show_frame(frame())
    video.show_view(view(unknown(track_id=4, box=(0, 100, 100, 200))))
    with qtbot.assertNotEmitted(video.face_clicked):
        qtbot.mouseClick(video, Qt.MouseButton.LeftButton, pos=QPoint(50, 150))
    with qtbot.waitSignal(video.face_clicked):
        qtbot.mouseClick(video, Qt.MouseButton.LeftButton, pos=QPoint(590, 150))


@pytest.mark.parametrize("named", [known(track_id=4), unsure(track_id=4)])
@pytest.mark.parametrize("where", [QPoint(250, 180), QPoint(230, 105)], ids=["face", "label"])
def test_a_face_with_a_name_is_clicked_on_itself_or_its_label(video, qtbot, named, where):
    video.show_frame(frame())
    video.show_view(view(named))
    video.mouseMoveEvent(mouse_at(where.x(), where.y()))
    assert video.cursor().shape() is Qt.CursorShape.PointingHandCursor
    with qtbot.waitSignal(video.face_clicked) as clicked:
        qtbot.mouseClick(video, Qt.MouseButton.LeftButton, pos=where)
    assert clicked.args == [4]


def test_the_mouse_leaves_the_name_of_a_face_readable(video):
    video.show_frame(frame())
    video.show_view(view(known(box=(200, 300, 300, 420))))
    label = QRect(200, 260, 150, 32)
    plain = video.grab(label).toImage()
    video.mouseMoveEvent(mouse_at(250, 350))
    assert video.grab(label).toImage() == plain


def test_a_face_not_yet_decided_about_is_not_clicked(video, qtbot):
    video.show_frame(frame())
    video.show_view(view(face()))
    with qtbot.assertNotEmitted(video.face_clicked):
        qtbot.mouseClick(video, Qt.MouseButton.LeftButton, pos=QPoint(250, 180))
    video.mouseMoveEvent(mouse_at(250, 180))
    assert video.cursor().shape() is Qt.CursorShape.ArrowCursor


def test_of_two_faces_under_the_mouse_the_smaller_is_meant(video):
    large, small = unknown(1, box=(100, 100, 400, 400)), unknown(2, box=(200, 150, 300, 250))
    video.show_frame(frame())
    video.show_view(view(large, small))
    assert video.face_at(QPoint(250, 200).toPointF()) is small


def test_a_face_that_was_enrolled_under_the_mouse_shows_its_name(video):
    video.show_frame(frame())
    video.show_view(view(known()))
    named = grey(video)
    video.show_view(view(unknown()))
    video.mouseMoveEvent(mouse_at(250, 180))
    video.show_view(view(known()))
    video.point_out(1, pointed=False)
    assert (grey(video) == named).all()


def test_screen_readers_are_told_who_is_there(video):
    video.show_frame(frame())
    video.show_view(view(known(1, "Ada"), unsure(2, "Grace"), unknown(3), face(4)))
    assert video.accessibleDescription() == "Ada, Grace?, Unknown, Looking…"
    video.show_view(view())
    assert video.accessibleDescription() == "No face in the picture"


def mouse_at(x, y):
    from PySide6.QtCore import QEvent, QPointF
    from PySide6.QtGui import QMouseEvent

    button, none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    return QMouseEvent(QEvent.Type.MouseMove, QPointF(x, y), QPointF(x, y), button, button, none)
