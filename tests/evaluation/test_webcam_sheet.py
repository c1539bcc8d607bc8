import numpy as np
import pytest
from PIL import Image

from facedesk.errors import NoUsablePhoto
from facedesk.evaluation.encodings import main_chips
from facedesk.evaluation.webcam_sheet import webcam_sheet


def test_each_photo_is_shown_beside_what_a_webcam_shows(tmp_path, models, astronaut, admiral):
    for name, picture in (("1.png", astronaut), ("2.png", admiral[:0:-1]), ("3.png", admiral)):
        Image.fromarray(picture).save(tmp_path / name)
    photos = sorted(tmp_path.iterdir())
    sheet = np.array(webcam_sheet(photos, models))
    assert sheet.shape[0] == 20 + 154 + 4
    shown = [sheet[20:170, left : left + 150] for left in range(4, sheet.shape[1], 154)]
    first = [main_chips(photos[0], models, 1, degraded)[0] for degraded in (False, True)]
    np.testing.assert_array_equal(shown[:2], first)
    assert len(shown) in (4, 6)  # whether a face upside down is found does not matter


def test_photos_without_a_face_are_told(tmp_path, models):
    Image.new("RGB", (90, 90)).save(tmp_path / "1.png")
    with pytest.raises(NoUsablePhoto):
        webcam_sheet([tmp_path / "1.png"], models)
