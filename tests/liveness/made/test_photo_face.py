import numpy as np
from PIL import Image

from facedesk.liveness.made.photo_face import face_in_photo


def test_the_face_of_a_photo_is_found_and_where_none_is_nothing(
    tmp_path, models, astronaut, source
):
    Image.fromarray(astronaut).save(tmp_path / "eileen.png")
    face = face_in_photo(tmp_path / "eileen.png", models)
    np.testing.assert_array_equal(face.image, astronaut)
    np.testing.assert_array_equal(face.landmarks, source.landmarks)
    Image.new("RGB", (120, 90)).save(tmp_path / "wall.png")
    (tmp_path / "damaged.png").write_text("no picture")
    assert face_in_photo(tmp_path / "wall.png", models) is None
    assert face_in_photo(tmp_path / "damaged.png", models) is None
