"""A picture may stand for a person in lists; it changes nothing about who is recognised."""

import numpy as np
import pytest

from facedesk import errors
from facedesk.capture.photo_file import decode_photo
from facedesk.gallery.cutting_avatar import cut_avatar
from facedesk.gallery.photo import StoredPhoto
from facedesk.vision.detection import Detection


@pytest.fixture
def ada(gallery, make_photo):
    return gallery.enrol("Ada", make_photo())


def test_without_an_avatar_the_photo_is_shown(gallery, ada):
    assert gallery.avatar(ada.id) is None
    assert gallery.shown_picture(ada.id).jpeg == gallery.photo(ada.id).jpeg


def test_an_avatar_is_shown_and_the_photo_stays(gallery, make_photo, ada):
    photo, templates = gallery.photo(ada.id), gallery.templates("one")
    picture = make_photo()
    changed = gallery.set_avatar(ada.id, picture)
    assert gallery.shown_picture(ada.id).jpeg == picture.jpeg
    np.testing.assert_array_equal(gallery.shown_picture(ada.id).landmarks, picture.landmarks)
    assert gallery.photo(ada.id).jpeg == photo.jpeg
    assert [kept.jpeg for kept in gallery.photos(ada.id)] == [photo.jpeg]
    np.testing.assert_array_equal(gallery.templates("one").photos.vectors, templates.photos.vectors)
    assert gallery.outdated("one") == []
    assert changed.version == ada.version + 1
    assert changed.photos == 1


def test_another_avatar_takes_its_place(gallery, make_photo, ada):
    gallery.set_avatar(ada.id, make_photo())
    newer = make_photo()
    gallery.set_avatar(ada.id, newer)
    assert gallery.avatar(ada.id).jpeg == newer.jpeg


def test_a_removed_avatar_leaves_the_photo(gallery, make_photo, ada):
    gallery.set_avatar(ada.id, make_photo())
    gallery.remove_avatar(ada.id)
    gallery.remove_avatar(ada.id)  # by a second window
    assert gallery.avatar(ada.id) is None
    assert gallery.shown_picture(ada.id).jpeg == gallery.photo(ada.id).jpeg


def test_it_goes_with_the_person(gallery, make_photo, ada):
    gallery.set_avatar(ada.id, make_photo())
    gallery.remove(ada.id)
    assert gallery.avatar(ada.id) is None


def test_nobody_gone_is_given_one(gallery, make_photo, ada):
    gallery.remove(ada.id)
    with pytest.raises(errors.PersonGone):
        gallery.set_avatar(ada.id, make_photo())


def test_what_somebody_else_has_changed_is_not_overwritten(gallery, make_photo, ada):
    gallery.rename(ada.id, "Ada King")
    with pytest.raises(errors.PersonChanged):
        gallery.set_avatar(ada.id, make_photo(), ada.version)
    assert gallery.avatar(ada.id) is None


class TestCuttingItOut:
    def test_a_face_is_cut_out_with_its_surroundings(self, astronaut):
        landmarks = np.array([[205, 100], [245, 100], [225, 125], [208, 145], [242, 145]])
        face = Detection(np.float32([180, 60, 270, 180]), landmarks.astype(np.float32), 0.99)
        picture = cut_avatar(astronaut, face)
        # 2.2 × the longer side of the box, less what would lie above the picture.
        assert picture.size == (264, 264 - 12)
        np.testing.assert_allclose(picture.landmarks[2], [225 - (225 - 132), 125], atol=0.1)

    def test_without_a_face_the_square_in_the_middle_is_taken(self):
        image = np.zeros((100, 200, 3), np.uint8)
        image[:, 50:150] = (200, 100, 50)
        picture = cut_avatar(image, None)
        assert isinstance(picture, StoredPhoto)
        assert picture.size == (100, 100)
        assert decode_photo(picture.jpeg)[5:-5, 5:-5, 0].min() > 150

    def test_a_large_picture_is_made_smaller(self):
        picture = cut_avatar(np.zeros((1500, 1500, 3), np.uint8), None)
        assert picture.size == (512, 512)
