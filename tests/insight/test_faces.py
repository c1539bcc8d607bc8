import numpy as np
import pytest
from PIL import Image

from facedesk import errors
from facedesk.gallery.enrolment import prepare_photo
from facedesk.gallery.store import open_gallery
from facedesk.insight.faces import faces_in_folder, faces_of_gallery


@pytest.fixture
def folder(tmp_path, astronaut, admiral):
    folder = tmp_path / "people"
    (folder / "Grace").mkdir(parents=True)
    Image.fromarray(astronaut).save(folder / "eileen.png")
    Image.fromarray(admiral).save(folder / "Grace/1.png")
    Image.new("RGB", (200, 200), (90, 90, 90)).save(folder / "wall.png")
    (folder / "broken.jpg").write_text("no picture")
    return folder


@pytest.fixture
def find(folder, models, tmp_path):
    return lambda: faces_in_folder(folder, models, tmp_path / "cache")


def test_each_photo_with_a_face_is_one(find, folder, models, astronaut):
    faces = find()
    assert [faces.name(index) for index in range(len(faces))] == [
        str(folder / "eileen.png"),
        str(folder / "Grace/1.png"),
    ]
    picture = faces.picture(0)
    np.testing.assert_array_equal(picture.image, astronaut)
    assert (picture.chip.shape, picture.name) == ((150, 150, 3), "eileen")


def test_what_shows_no_face_is_told_with_the_reason(find):
    codes = {each.path.name: each.error.code for each in find().unusable}
    assert codes == {"wall.png": "no_face", "broken.jpg": "not_an_image"}


def test_a_second_time_no_face_is_looked_for(find, models, monkeypatch):
    first = find()
    monkeypatch.setattr(models.detector, "detect", None)
    again = find()
    np.testing.assert_array_equal(again.landmarks, first.landmarks)
    assert (again.digest, again.kept_as) == (first.digest, first.kept_as)


def test_another_photo_changes_the_digest_and_not_the_place(find, folder, admiral):
    first = find()
    Image.fromarray(admiral[:, ::-1]).save(folder / "Grace/1.png")
    again = find()
    assert again.digest != first.digest
    assert again.kept_as == first.kept_as


def test_a_photo_that_has_gone_is_refused(find, folder):
    faces = find()
    (folder / "eileen.png").unlink()
    with pytest.raises(errors.PhotoMissing):
        faces.picture(0)


def test_photos_without_a_face_are_refused(tmp_path, models):
    Image.new("RGB", (200, 200)).save(tmp_path / "wall.png")
    with pytest.raises(errors.NoFacesToSee, match="None of the 1 photos"):
        faces_in_folder(tmp_path, models, tmp_path / "cache")


def test_a_folder_without_photos_is_refused(tmp_path, models):
    with pytest.raises(errors.FolderEmpty):
        faces_in_folder(tmp_path / "nowhere", models, tmp_path / "cache")


@pytest.fixture
def gallery(tmp_path):
    gallery = open_gallery(tmp_path / "home/gallery.sqlite3")
    yield gallery
    gallery.close()


def test_everyone_enrolled_is_one(gallery, models, astronaut):
    person = gallery.enrol("Eileen", prepare_photo(astronaut, models))
    faces = faces_of_gallery(gallery, models.encoder.id)
    assert (len(faces), faces.name(0), faces.picture(0).name) == (1, "Eileen", "Eileen")
    chip = faces.picture(0).chip.astype(int)
    assert np.abs(chip - prepared_chip(gallery, person)).max() == 0
    gallery.remove(person.id)
    with pytest.raises(errors.PersonGone):
        faces.picture(0)


def prepared_chip(gallery, person):
    from facedesk.gallery.enrolment import aligned_face_of

    return aligned_face_of(gallery.photo(person.id)).image


def test_without_anybody_enrolled_that_is_said(gallery, make_photo):
    gallery.enrol("Ada", make_photo())
    with pytest.raises(errors.NobodyToSee, match="Nobody is enrolled"):
        faces_of_gallery(gallery, "another encoder")
