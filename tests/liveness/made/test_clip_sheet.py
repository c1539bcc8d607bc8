import numpy as np

from facedesk.liveness.made.contact_sheet import clip_rows, clip_sheet
from facedesk.liveness.made.kinds import Kind
from facedesk.liveness.made.scene import SIZE


def test_there_is_a_row_for_each_kind_and_the_sheet_shows_them_all(source, admiral):
    rows = list(clip_rows(source, admiral, seed=1))
    assert [row.kind for row in rows] == list(Kind)
    sheet = clip_sheet(rows)
    assert sheet.size == (6 * SIZE[0], len(Kind) * (SIZE[1] + 16))
    for number, row in enumerate(rows):
        top = number * (SIZE[1] + 16) + 16
        shown = np.asarray(sheet.crop((SIZE[0], top, 2 * SIZE[0], top + SIZE[1])))
        np.testing.assert_array_equal(shown, row.pictures[1])


def test_the_same_draw_makes_the_same_pictures_and_another_one_others(source, admiral):
    first, again, other = (next(clip_rows(source, admiral, seed)) for seed in (1, 1, 2))
    np.testing.assert_array_equal(first.pictures[3], again.pictures[3])
    assert not np.array_equal(first.pictures[3], other.pictures[3])
