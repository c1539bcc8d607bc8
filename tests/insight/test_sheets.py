import numpy as np
from seen_faces import SeenFaces, noise

from facedesk.insight.patch_sheet import patch_sheet
from facedesk.insight.strongest import Patch, Unit
from facedesk.insight.why import Why
from facedesk.insight.why_sheet import why_sheet

BLUE, ORANGE = (30, 136, 229), (245, 124, 0)


def test_each_unit_is_drawn_with_its_patches(inside):
    faces = SeenFaces([np.full((150, 150, 3), 10 * shade, np.uint8) for shade in range(9)])
    patches = tuple(Patch(face, 30, 30, 9.0 - face) for face in range(9))
    units = [Unit(number, patches, 0.5) for number in range(7)]
    told = []
    sheet = np.array(
        patch_sheet(faces, inside.layer("stem"), units, lambda *counts: told.append(counts))
    )
    first_row = sheet[14 + 18 + 32, 14 + 32 :: 66][:3, 0]
    assert first_row.tolist() == [0, 10, 20]
    assert told[-1] == (7, 7)
    one_row = patch_sheet(faces, inside.layer("stem"), units[:6])
    assert sheet.shape[1] == one_row.width
    assert sheet.shape[0] > one_row.height


def test_a_unit_that_says_nothing_is_an_empty_grid(inside):
    sheet = patch_sheet(SeenFaces([noise(1)]), inside.layer("stem"), [Unit(3, (), -1.0)])
    assert np.array(sheet)[40:].min() == 255


def test_what_speaks_for_is_blue_and_against_orange():
    chip = np.full((150, 150, 3), 128, np.uint8)
    heat = np.zeros((150, 150), np.float32)
    heat[:, :50], heat[:, 100:] = 0.02, -0.02
    sheet = np.array(why_sheet(Why(chip, chip, 1.9, heat, heat))).astype(int)
    row = sheet[-100]
    left, middle, right = row[12 + 30], row[12 + 150], row[12 + 270]
    assert np.abs(left - BLUE).sum() < np.abs(left - ORANGE).sum()
    assert np.abs(right - ORANGE).sum() < np.abs(right - BLUE).sum()
    assert middle.tolist() == [128, 128, 128]
