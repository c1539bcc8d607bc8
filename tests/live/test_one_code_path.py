"""Enrolling, naming a photo, the live loop and the evaluation see a face in the same way."""

import numpy as np
import pytest
from PIL import Image

from facedesk.capture.frame import Frame
from facedesk.capture.labelled_photos import LabelledPhoto
from facedesk.encoder.models import encode_photo
from facedesk.evaluation.data_set import encode_data_set
from facedesk.gallery.enrolment import prepare_photo, template_of
from facedesk.gallery.store import open_gallery
from facedesk.live.engine import Engine
from facedesk.live.identify import identify
from facedesk.live.knowledge import load_knowledge
from facedesk.matching.distance import distances
from facedesk.vision.alignment import VIEWS

JPEG = 0.005  # a distance: what keeping a photo as a JPEG may change


def distance(first, second):
    return float(distances(first[None], second[None])[0, 0])


@pytest.fixture
def gallery(tmp_path, models, astronaut):
    gallery = open_gallery(tmp_path / "gallery.sqlite3")
    gallery.enrol("Eileen Collins", prepare_photo(astronaut, models))
    yield gallery
    gallery.close()


@pytest.fixture(params=["astronaut", "admiral"])
def picture(request):
    return request.getfixturevalue(request.param)


def test_what_is_enrolled_is_what_a_photo_is_encoded_to(models, picture):
    (face,) = encode_photo(picture, models)
    photo = prepare_photo(picture, models)
    assert distance(photo.template.vector, face.template.vector) < JPEG
    assert photo.template.encoder_id == face.template.encoder_id


def test_a_stored_photo_gives_the_template_it_was_stored_with(models, picture):
    photo = prepare_photo(picture, models)
    again = template_of(photo.jpeg, photo.landmarks, models)
    np.testing.assert_array_equal(again.vector, photo.template.vector)


def test_what_is_evaluated_is_what_a_photo_is_encoded_to(models, picture, tmp_path):
    Image.fromarray(picture).save(tmp_path / "photo.png")
    photo = LabelledPhoto(tmp_path / "photo.png", "somebody")
    data = encode_data_set([photo], models, tmp_path / "cache", lambda *step: None)
    (face,) = encode_photo(picture, models)
    np.testing.assert_allclose(data.vectors[0], face.template.vector, atol=1e-5)


def test_a_still_picture_is_decided_about_like_the_same_photo(models, gallery, picture):
    knowledge = load_knowledge(models.encoder.id)
    recognition = knowledge.recognition_of(gallery.templates(models.encoder.id))
    (photo,) = identify(picture, models, recognition)
    engine = Engine(models, knowledge, gallery)
    # The detector looks at every fifth frame, and each time the face is aligned in another way.
    for number in range(5 * VIEWS):
        view = engine.answer(Frame(picture, number, number / 10, number / 10, 0))
    (seen,) = view.faces
    assert seen.decision.answer is photo.decision.answer
    assert seen.decision.match.person_id == photo.decision.match.person_id
    assert seen.decision.match.score == pytest.approx(photo.decision.match.score, abs=0.01)
    assert seen.decision.match.distance == pytest.approx(photo.decision.match.distance, abs=1e-3)
