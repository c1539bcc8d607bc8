import numpy as np
from made_up import crowd

from facedesk.training.training_settings import TrainingSettings
from facedesk.training.webcam_copies import split_with_copies, with_webcam_copies


def test_each_face_is_there_as_it_is_and_as_a_webcam_might_show_it():
    faces = crowd(3, 2)
    found = with_webcam_copies(faces)
    np.testing.assert_array_equal(found.chips[:6], faces.chips)
    changed = (found.chips[6:] != faces.chips).any(axis=(1, 2, 3))
    assert changed.sum() >= 3
    assert found.persons == faces.persons * 2
    assert found.names == faces.names
    assert not found.chips.flags.writeable


def test_who_is_enrolled_is_so_with_a_photo():
    faces = crowd(3, 2)
    found = with_webcam_copies(faces)
    for person in range(3):
        first = np.flatnonzero(found.people == person)[0]
        assert (found.chips[first] == faces.chips[first]).all()


def test_they_are_tried_on_only_where_such_pictures_are_learned():
    faces = crowd(8, 2)
    for augment, copies in ((True, 2), (False, 1)):
        learned, held_out = split_with_copies(faces, TrainingSettings(augment=augment))
        assert len(held_out.photos) == copies * 8
        assert not set(learned.names) & set(held_out.names)
    assert split_with_copies(crowd(3, 2), TrainingSettings())[1] is None


def test_the_pictures_are_always_the_same():
    first, again = (with_webcam_copies(crowd(3, 2)) for _ in range(2))
    assert first.digest == again.digest
