import numpy as np

from facedesk.training.augmentation import EFFECTS
from facedesk.training.contact_sheet import contact_sheet

STEP = 154


def test_there_is_a_row_for_each_of_up_to_six_people(faces):
    few = contact_sheet(faces.of(faces.names[:2]), 1)
    many = contact_sheet(faces, 1)
    assert many.height - few.height == 4 * STEP
    assert many.width == few.width == (1 + len(EFFECTS) + 4) * STEP + 4


def test_it_begins_with_the_photo_and_goes_on_with_each_effect(faces):
    sheet = np.array(contact_sheet(faces, 1))
    first, flipped = (sheet[20:170, left : left + 150] for left in (4, 4 + STEP))
    np.testing.assert_array_equal(first, faces.chips[0])
    np.testing.assert_array_equal(flipped, faces.chips[0][:, ::-1])
    assert EFFECTS[0].name == "flipped"


def test_the_same_seed_draws_the_same_sheet(faces):
    first, again, other = (contact_sheet(faces, seed).tobytes() for seed in (1, 1, 2))
    assert first == again != other
