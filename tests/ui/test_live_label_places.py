from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, QSizeF

from facedesk.ui.widgets.label_places import label_places

PICTURE = QRectF(0, 0, 640, 480)
LABEL = QSizeF(100, 24)
FACES = st.lists(
    st.builds(
        QRectF, st.floats(-100, 640), st.floats(-100, 480), st.floats(1, 500), st.floats(1, 400)
    ),
    max_size=6,
)


def test_a_label_goes_above_its_face_when_there_is_room():
    (place,) = label_places([QRectF(200, 200, 100, 120)], [LABEL], PICTURE)
    assert place.bottom() < 200
    assert place.left() == 200


def test_at_the_top_of_the_picture_it_goes_below():
    (place,) = label_places([QRectF(200, 2, 100, 120)], [LABEL], PICTURE)
    assert place.top() > 122


def test_a_face_that_fills_the_picture_has_its_label_inside():
    (place,) = label_places([PICTURE], [LABEL], PICTURE)
    assert PICTURE.contains(place)


def test_a_label_avoids_the_face_above_its_own():
    upper, lower = QRectF(200, 100, 100, 100), QRectF(200, 205, 100, 100)
    places = label_places([upper, lower], [LABEL, LABEL], PICTURE)
    assert not places[1].intersects(upper)


def test_two_labels_do_not_cover_each_other():
    faces = [QRectF(200, 200, 60, 80), QRectF(230, 205, 60, 80)]
    first, second = label_places(faces, [LABEL, LABEL], PICTURE)
    assert not first.intersects(second)


def test_a_face_without_a_label_gets_no_place():
    assert label_places([QRectF(10, 10, 50, 50)], [None], PICTURE) == [None]


@given(FACES)
def test_labels_stay_inside_the_picture(faces):
    for place in label_places(faces, [LABEL] * len(faces), PICTURE):
        assert PICTURE.contains(place)
        assert place.size() == LABEL
