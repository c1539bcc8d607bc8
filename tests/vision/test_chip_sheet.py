import numpy as np

from facedesk.vision.chip_sheet import chip_sheet


def test_chips_stand_in_rows_under_their_headings():
    chips = [[np.full((150, 150, 3), 10 * row + column, np.uint8) for column in range(3)]
             for row in range(2)]  # fmt: skip
    sheet = np.array(chip_sheet(["a", "b", "c"], [chips[0], chips[1][:2]]))
    assert sheet.shape == (20 + 2 * 154 + 4, 4 + 3 * 154, 3)
    for row, line in enumerate(chips):
        for column, chip in enumerate(line):
            top, left = 20 + 154 * row, 4 + 154 * column
            shown = sheet[top : top + 150, left : left + 150]
            last = (row, column) == (1, 2)
            np.testing.assert_array_equal(shown, np.full_like(chip, 255) if last else chip)
    assert (sheet[:20] < 128).any()
