import io

import numpy as np
import pytest
from PIL import Image, ImageFilter

from facedesk import errors
from facedesk.capture.photo_file import decode_photo
from facedesk.encoder.models import detect_in_photo, encode_face
from facedesk.gallery.cut_out import CutOut, cut_out
from facedesk.gallery.enrolment import prepare_photo, prepare_shot, shot_of, template_of
from facedesk.gallery.photo import StoredPhoto
from facedesk.vision.alignment import align
from facedesk.vision.quality import Quality, judge
from facedesk.vision.shot import Shot

GOOD = Quality(eye_distance=60, sharpness=0.2, brightness=130, yaw=0, pitch=0, inside=1)


def resized(image, factor):
    size = (round(image.shape[1] * factor), round(image.shape[0] * factor))
    return np.array(Image.fromarray(image).resize(size, Image.Resampling.LANCZOS))


def blurred(image, radius):
    return np.array(Image.fromarray(image).filter(ImageFilter.GaussianBlur(radius)))


def beside(*images):
    """Put pictures side by side on black."""
    picture = np.zeros(
        (max(i.shape[0] for i in images), sum(i.shape[1] for i in images), 3), np.uint8
    )
    left = 0
    for image in images:
        picture[: image.shape[0], left : left + image.shape[1]] = image
        left += image.shape[1]
    return picture


def darker(image, factor):
    return (image * factor).astype(np.uint8)


def brighter(image, factor):
    return (255 - (255 - image.astype(np.float32)) * factor).astype(np.uint8)


def apart(one, other):
    return float(((one.vector - other.vector) ** 2).sum())


@pytest.fixture(scope="module")
def photo(astronaut, models):
    return prepare_photo(astronaut, models)


# What is stored ---------------------------------------------------------------------------------


def test_the_stored_photo_and_landmarks_give_the_stored_template(photo, models):
    again = template_of(photo.jpeg, photo.landmarks, models)
    assert again.encoder_id == photo.template.encoder_id == models.encoder.id
    np.testing.assert_allclose(again.vector, photo.template.vector, atol=1e-5)


@pytest.mark.parametrize("factor", [0.8, 1.7, 4.0])
def test_they_do_so_too_after_the_store_whatever_the_size(gallery, admiral, models, factor):
    prepared = prepare_photo(resized(admiral, factor), models)
    person = gallery.enrol("Grace", prepared)
    stored = gallery.photo(person.id)
    again = template_of(stored.jpeg, stored.landmarks, models)
    np.testing.assert_allclose(
        again.vector, gallery.templates(models.encoder.id).photos.vectors[0], atol=1e-5
    )


def test_the_template_is_that_of_the_picture_before_it_was_stored(admiral, models):
    large = resized(admiral, 3.0)
    prepared = prepare_photo(large, models)
    (detection,) = detect_in_photo(large, models)
    direct = encode_face(large, detection, models).template
    assert apart(prepared.template, direct) < 0.005


def test_the_photo_shows_the_face_with_its_surroundings(photo, astronaut, models):
    width, height = photo.size
    (before,) = detect_in_photo(astronaut, models)
    assert 200 < height <= width <= 3 * before.height + 2
    (found,) = detect_in_photo(decode_photo(photo.jpeg), models)
    assert np.abs(found.landmarks - photo.landmarks).max() < before.eye_distance / 10


def test_the_landmarks_move_with_a_photo_that_is_shrunk(admiral, models):
    prepared = prepare_photo(resized(admiral, 3.0), models)
    assert max(prepared.size) == 800
    (found,) = detect_in_photo(decode_photo(prepared.jpeg), models)
    assert np.abs(found.landmarks - prepared.landmarks).max() < found.eye_distance / 10


def test_the_photo_holds_nothing_but_the_picture(photo):
    from io import BytesIO

    with Image.open(BytesIO(photo.jpeg)) as picture:
        assert (picture.format, picture.mode) == ("JPEG", "RGB")
        assert not picture.getexif()
        assert set(picture.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


def test_the_photo_says_how_good_it_is(photo, astronaut, models):
    worse = prepare_photo(resized(astronaut, 0.6), models)
    assert 0 < worse.quality < photo.quality <= 1


def test_what_is_handed_over_is_read_only(photo):
    assert not photo.landmarks.flags.writeable
    assert photo.landmarks.dtype == np.float32
    assert not photo.template.vector.flags.writeable


# Whom it shows ----------------------------------------------------------------------------------


def test_a_picture_of_nobody_is_refused(models):
    noise = np.random.default_rng(0).integers(0, 256, (160, 160, 3), dtype=np.uint8)
    for picture in (noise, np.full((160, 160, 3), 128, np.uint8), np.zeros((1, 1, 3), np.uint8)):
        with pytest.raises(errors.NoFace):
            prepare_photo(picture, models)


def test_a_picture_of_two_people_is_refused(astronaut, admiral, models):
    with pytest.raises(errors.SeveralFaces) as refusal:
        prepare_photo(beside(astronaut, admiral), models)
    assert "2 faces" in str(refusal.value)


def test_someone_small_in_the_background_does_not_count(astronaut, admiral, models):
    picture = beside(admiral, resized(astronaut, 0.3))
    assert len(detect_in_photo(picture, models)) == 2
    prepared = prepare_photo(picture, models)
    assert apart(prepared.template, prepare_photo(admiral, models).template) < 0.02


# What is wrong with the face --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("spoil", "refusal"),
    [
        (lambda image: resized(image, 0.35), errors.FaceTooSmall),
        (lambda image: darker(image, 0.2), errors.FaceTooDark),
        (lambda image: darker(image, 0.05), errors.FaceTooDark),
        (lambda image: brighter(image, 0.3), errors.FaceTooBright),
        (lambda image: brighter(image, 0.1), errors.FaceTooBright),
        (lambda image: blurred(image, 4), errors.FaceBlurred),
        (lambda image: image[:, 205:], errors.FaceCutOff),
        (lambda image: image[90:], errors.FaceCutOff),
    ],
    ids=["small", "dark", "darkest", "bright", "brightest", "blurred", "side", "top"],
)
def test_a_face_that_can_not_be_recognised_is_refused_with_its_cause(
    astronaut, models, spoil, refusal
):
    with pytest.raises(refusal):
        prepare_photo(spoil(astronaut), models)


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"yaw": 60}, errors.FaceTurnedAway),
        ({"yaw": -60}, errors.FaceTurnedAway),
        ({"pitch": 50}, errors.FaceTurnedAway),
        ({"eye_distance": 10}, errors.FaceTooSmall),
        ({"brightness": 20}, errors.FaceTooDark),
        ({"brightness": 240}, errors.FaceTooBright),
        ({"sharpness": 0.001}, errors.FaceBlurred),
        ({"inside": 0.5}, errors.FaceCutOff),
    ],
)
def test_a_shot_is_judged_by_what_was_measured(astronaut, models, change, refusal):
    (detection,) = detect_in_photo(astronaut, models)
    shot = Shot(astronaut, detection, Quality(**{**GOOD.__dict__, **change}))
    with pytest.raises(refusal):
        prepare_shot(shot, models)


def test_a_shot_is_of_its_face_whoever_else_is_in_the_picture(astronaut, admiral, models):
    picture = beside(astronaut, admiral)
    detection = max(detect_in_photo(picture, models), key=lambda d: d.box[0])
    quality = judge(picture, align(picture, detection))
    prepared = prepare_shot(Shot(picture, detection, quality), models)
    assert apart(prepared.template, prepare_photo(admiral, models).template) < 0.02
    assert prepared.quality == pytest.approx(quality.weight)


def test_the_same_person_is_near_and_another_far(photo, astronaut, admiral, models):
    mirrored = prepare_photo(np.ascontiguousarray(astronaut[:, ::-1]), models)
    another = apart(photo.template, prepare_photo(admiral, models).template)
    assert 10 * apart(photo.template, mirrored.template) < another


def test_the_face_of_a_stored_picture_is_found_again_beside_others(astronaut, admiral, models):
    """Such as that of a thumbnail, on which somebody else may be as well."""
    both = beside(astronaut, admiral)
    everything = CutOut(surroundings=20.0, most_pixels=2000, jpeg_quality=90)
    faces = [d for d in detect_in_photo(both, models) if d.width > 60]
    assert len(faces) == 2
    for face in faces:
        shot = Shot(both, face, judge(both, align(both, face)))
        found = shot_of(cut_out(shot, everything), models).detection
        assert np.abs(found.landmarks - face.landmarks).max() < 5


def test_a_stored_picture_on_which_no_face_is_found_is_told(models):
    buffer = io.BytesIO()
    Image.new("RGB", (200, 200), "teal").save(buffer, "JPEG")
    landmarks = np.array([[80, 80], [120, 80], [100, 100], [85, 120], [115, 120]], np.float32)
    with pytest.raises(errors.NoFace):
        shot_of(StoredPhoto(buffer.getvalue(), landmarks), models)
