import numpy as np
from PySide6.QtGui import QColor

from facedesk.ui.widgets.fitted_image import fitted_image

RED_LEFT = np.zeros((40, 80, 3), np.uint8)
RED_LEFT[:, :40] = (255, 0, 0)
RED_LEFT[:, 40:] = (0, 0, 255)


def test_an_image_has_the_size_asked_for_and_its_colours():
    image = fitted_image(RED_LEFT, 33, 21)
    assert (image.width(), image.height()) == (33, 21)
    assert image.pixelColor(2, 10) == QColor(255, 0, 0)
    assert image.pixelColor(30, 10) == QColor(0, 0, 255)


def test_a_mirrored_image_changes_left_and_right():
    assert fitted_image(RED_LEFT, 80, 40, mirrored=True).pixelColor(2, 10) == QColor(0, 0, 255)


def test_the_image_outlives_the_array_it_was_made_of():
    array = np.full((50, 50, 3), 200, np.uint8)
    image = fitted_image(array, 50, 50)
    array[:] = 0
    del array
    assert image.pixelColor(25, 25) == QColor(200, 200, 200)


def test_an_image_is_never_empty():
    assert fitted_image(RED_LEFT, 0, 0).width() == 1
