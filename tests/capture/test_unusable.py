from PIL import Image

from facedesk.capture.unusable import why_unusable


def test_a_photo_that_can_be_read_has_no_face(tmp_path):
    Image.new("RGB", (50, 50)).save(tmp_path / "grey.png")
    assert why_unusable(tmp_path / "grey.png").code == "no_face"
    assert why_unusable(tmp_path / "gone.png").code == "missing"
