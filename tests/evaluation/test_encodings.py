import numpy as np
import pytest
from PIL import Image

from facedesk.encoder.models import encode_photo
from facedesk.evaluation.encodings import encode_main_faces, main_face
from facedesk.vision.detection import Detection


@pytest.fixture
def photos(tmp_path, astronaut):
    Image.fromarray(astronaut).save(tmp_path / "face.png")
    Image.new("RGB", (100, 100)).save(tmp_path / "nobody.png")
    (tmp_path / "text.png").write_text("no picture")
    return [tmp_path / name for name in ("nobody.png", "face.png", "text.png", "gone.png")]


def test_each_photo_gives_the_template_of_its_face_or_none(photos, models, astronaut, tmp_path):
    encoded = list(encode_main_faces(photos, models, tmp_path / "cache"))
    assert [vector is None for vector in encoded] == [True, False, True, True]
    np.testing.assert_allclose(
        encoded[1], encode_photo(astronaut, models)[0].template.vector, atol=1e-5
    )


def test_a_second_run_needs_no_networks(photos, models, tmp_path, monkeypatch):
    first = list(encode_main_faces(photos, models, tmp_path / "cache"))
    monkeypatch.setattr(models.detector, "detect", None)
    again = list(encode_main_faces(photos, models, tmp_path / "cache"))
    np.testing.assert_array_equal(again[1], first[1])


def test_a_changed_photo_is_encoded_again(photos, models, admiral, tmp_path):
    first = list(encode_main_faces(photos, models, tmp_path / "cache"))
    Image.fromarray(admiral).save(photos[1])
    again = list(encode_main_faces(photos, models, tmp_path / "cache"))
    assert np.linalg.norm(again[1] - first[1]) > 0.1


def test_the_main_face_is_the_large_one_near_the_middle():
    def face(x, y, side):
        return Detection(np.array([x, y, x + side, y + side], float), np.zeros((5, 2)), 1.0)

    middle, corner, tiny = face(30, 30, 40), face(0, 0, 40), face(48, 48, 4)
    assert main_face([corner, tiny, middle], 100, 100) is middle
