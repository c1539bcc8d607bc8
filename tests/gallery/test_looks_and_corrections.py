"""What a person may have besides the photo they were enrolled with."""

import numpy as np
import pytest

from facedesk import errors
from facedesk.gallery.photo import MOST_LOOKS, Role
from facedesk.gallery.store import open_gallery


@pytest.fixture
def ada(gallery, make_photo):
    return gallery.enrol("Ada", make_photo())


def test_a_look_counts_as_a_photo_of_the_person(gallery, make_photo, ada):
    look = make_photo()
    assert gallery.add_look(ada.id, look).photos == 2
    photos = gallery.photos(ada.id)
    assert [photo.role for photo in photos] == [Role.PHOTO, Role.LOOK]
    assert photos[1].jpeg == look.jpeg
    np.testing.assert_array_equal(photos[1].landmarks, look.landmarks)
    enrolled = gallery.templates("one")
    assert [person.id for person in enrolled.people] == [ada.id]
    np.testing.assert_array_equal(enrolled.photos.owners, [0, 0])
    np.testing.assert_array_equal(enrolled.photos.vectors[1], look.template.vector)


def test_there_are_at_most_so_many_looks(gallery, make_photo, ada):
    for _ in range(MOST_LOOKS):
        gallery.add_look(ada.id, make_photo())
    revision = gallery.revision()
    with pytest.raises(errors.TooManyLooks, match=r"4 looks"):
        gallery.add_look(ada.id, make_photo())
    assert gallery.person("Ada").photos == 1 + MOST_LOOKS
    assert gallery.revision() == revision


def test_a_correction_is_kept_apart_from_the_photos(gallery, make_photo, ada):
    grace = gallery.enrol("Grace", make_photo())
    wrong = make_photo()
    photo_id = gallery.correct(grace.id, wrong)
    assert gallery.photo_with(photo_id).role is Role.CORRECTION
    grace = gallery.person("Grace")
    assert (grace.photos, grace.corrections) == (1, 1)
    enrolled = gallery.templates("one")
    np.testing.assert_array_equal(enrolled.photos.owners, [0, 1])
    np.testing.assert_array_equal(enrolled.corrections.owners, [1])
    np.testing.assert_array_equal(enrolled.corrections.vectors[0], wrong.template.vector)


def test_looks_and_corrections_can_be_taken_back(gallery, make_photo, ada):
    gallery.add_look(ada.id, make_photo())
    gallery.correct(ada.id, make_photo())
    for photo in gallery.photos(ada.id)[1:]:
        gallery.remove_photo(photo.id)
        gallery.remove_photo(photo.id)  # by a second window
    assert [photo.role for photo in gallery.photos(ada.id)] == [Role.PHOTO]
    assert len(gallery.templates("one").photos.vectors) == 1


def test_the_photo_itself_can_only_be_replaced(gallery, ada):
    with pytest.raises(ValueError, match="without a photo"):
        gallery.remove_photo(gallery.photo(ada.id).id)


def test_replacing_the_photo_keeps_looks_and_corrections(gallery, make_photo, ada):
    look, correction, newer = make_photo(), make_photo(), make_photo()
    gallery.add_look(ada.id, look)
    gallery.correct(ada.id, correction)
    gallery.replace_photo(ada.id, newer)
    assert [photo.jpeg for photo in gallery.photos(ada.id)] == [
        newer.jpeg, look.jpeg, correction.jpeg,
    ]  # fmt: skip
    assert gallery.photo(ada.id).jpeg == newer.jpeg


@pytest.mark.parametrize("action", ["add_look", "correct"])
def test_nothing_is_added_to_someone_gone(gallery, make_photo, ada, action):
    gallery.remove(ada.id)
    with pytest.raises(errors.PersonGone):
        getattr(gallery, action)(ada.id, make_photo())


def test_no_byte_of_what_was_removed_is_left(gallery, database, make_photo, ada):
    gone = [make_photo(), make_photo(), make_photo()]
    gallery.add_look(ada.id, gone[0])
    gallery.correct(ada.id, gone[1])
    for photo in gallery.photos(ada.id)[1:]:
        gallery.remove_photo(photo.id)
    grace = gallery.enrol("Grace", make_photo())
    gallery.correct(grace.id, gone[2])
    gallery.remove(grace.id)
    left = b"".join(file.read_bytes() for file in database.parent.iterdir())
    for photo in gone:
        assert photo.jpeg[-100:-36] not in left
        assert photo.template.vector.tobytes()[:64] not in left


def test_a_gallery_of_the_first_version_is_brought_up_to_date(database, first_gallery, make_photo):
    photo = make_photo()
    first_gallery("Ada", photo)
    gallery = open_gallery(database)
    (ada,) = gallery.people()
    assert (ada.name, ada.photos) == ("Ada", 1)
    assert gallery.photo(ada.id).role is Role.PHOTO
    assert gallery.photo(ada.id).jpeg == photo.jpeg
    gallery.close()
