import numpy as np
import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage, QPainter

from facedesk import errors
from facedesk.gallery.photo import StoredPhoto
from facedesk.ui.widgets.face_crop import face_crop, face_image

LANDMARKS = np.array([[-20, -20], [20, -20], [0, 0], [-15, 20], [15, 20]], np.float32)


def photo(width: int, height: int, x: int, y: int) -> StoredPhoto:
    """A grey picture with a red spot where the face is."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("grey"))
    painter = QPainter(image)
    painter.fillRect(x - 8, y - 8, 16, 16, QColor("red"))
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return StoredPhoto(data.data(), LANDMARKS + np.array([x, y]))


@pytest.mark.parametrize(("x", "y"), [(150, 150), (400, 120), (40, 40), (560, 360)])
def test_it_is_a_square_with_the_face_in_it_also_near_the_edge(qapp, x, y):
    face = face_crop(photo(600, 400, x, y), 96)
    assert (face.width(), face.height()) == (96, 96)
    reds = [
        (column, row)
        for column in range(96)
        for row in range(96)
        if face.pixelColor(column, row).red() > 200 and face.pixelColor(column, row).green() < 60
    ]
    assert reds


def test_in_the_middle_of_a_photo_the_face_is_in_the_middle(qapp):
    face = face_crop(photo(600, 400, 300, 200), 100)
    reds = [x for x in range(100) if face.pixelColor(x, 56).green() < 60]
    assert abs(np.mean(reds) - 49.5) < 2


def test_a_photo_smaller_than_the_square_is_taken_whole(qapp):
    assert face_crop(photo(50, 44, 25, 22), 80).width() == 80


def test_a_face_larger_than_the_picture_shows_what_there_is():
    red = np.full((40, 80, 3), (255, 0, 0), np.uint8)
    image = face_image(red, LANDMARKS * 10, 16)
    assert (image.width(), image.height()) == (16, 16)
    assert image.pixelColor(8, 8) == QColor(255, 0, 0)


def test_a_photo_that_is_damaged_is_refused_not_shown():
    with pytest.raises(errors.PhotoRefused):
        face_crop(StoredPhoto(b"no picture", LANDMARKS), 96)
