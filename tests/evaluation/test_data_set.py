import numpy as np
import pytest
from PIL import Image

from facedesk.capture.labelled_photos import labelled_photos
from facedesk.encoder.models import encode_photo
from facedesk.errors import TooFewPeople
from facedesk.evaluation.data_set import encode_data_set
from facedesk.vision.alignment import VIEWS


@pytest.fixture
def folder(tmp_path, astronaut, admiral):
    """Eileen with a face and an empty picture, Grace with a face and a text file."""
    for person in ("Eileen", "Grace"):
        (tmp_path / "people" / person).mkdir(parents=True)
    people = tmp_path / "people"
    Image.fromarray(astronaut).save(people / "Eileen" / "1.png")
    Image.new("RGB", (100, 100)).save(people / "Eileen" / "2.png")
    Image.fromarray(admiral).save(people / "Grace" / "1.png")
    (people / "Grace" / "2.png").write_text("no picture")
    return people


def test_photos_with_a_face_are_encoded_and_the_others_told(folder, models, astronaut, tmp_path):
    told = []
    data = encode_data_set(
        labelled_photos(folder), models, tmp_path / "cache", lambda *step: told.append(step)
    )
    assert data.persons == ("Eileen", "Grace")
    assert data.features.shape == (2, VIEWS, 2, 256)
    assert data.failures == (folder / "Eileen" / "2.png", folder / "Grace" / "2.png")
    assert list(dict.fromkeys(told)) == [(0, 4), (1, 4), (2, 4), (3, 4), (4, 4)]
    (face,) = encode_photo(astronaut, models)
    np.testing.assert_allclose(data.vectors[0], face.template.vector, atol=1e-5)


def test_a_folder_without_a_face_is_said_so(folder, models, tmp_path):
    nobody = [photo for photo in labelled_photos(folder) if photo.path.name == "2.png"]
    with pytest.raises(TooFewPeople):
        encode_data_set(nobody, models, tmp_path / "cache", lambda *step: None)


def test_what_was_encoded_before_the_work_was_ended_is_kept(folder, models, tmp_path, monkeypatch):
    def end(done, total):
        if done == 3:
            raise KeyboardInterrupt

    cache = tmp_path / "cache"
    with pytest.raises(KeyboardInterrupt):
        encode_data_set(labelled_photos(folder), models, cache, end)
    monkeypatch.setattr(models.detector, "detect", None)
    of_eileen = [photo for photo in labelled_photos(folder) if photo.person == "Eileen"]
    assert len(encode_data_set(of_eileen, models, cache, lambda *step: None).photos) == 1


def test_what_a_webcam_shows_is_looked_at_apart_from_the_photo(folder, models, tmp_path):
    photos, cache = labelled_photos(folder), tmp_path / "cache"
    good, poor, again = (
        encode_data_set(photos, models, cache, lambda *step: None, degraded)
        for degraded in (False, True, True)
    )
    assert good.persons == poor.persons
    np.testing.assert_array_equal(poor.vectors, again.vectors)
    alike = poor.vectors @ good.vectors.T
    assert np.all(alike.argmax(axis=1) == [0, 1])
    assert np.all(np.diag(alike) < 0.9999)


def test_photos_may_be_left_out(folder, models, tmp_path):
    data = encode_data_set(labelled_photos(folder), models, tmp_path / "c", lambda *step: None)
    left = data.only({data.photos[1]})
    assert left.persons == ("Grace",)
    np.testing.assert_array_equal(left.vectors, data.vectors[1:])
    assert left.features.shape == (1, VIEWS, 2, 256)
    assert left.failures == (*data.failures, folder / "Eileen" / "1.png")
