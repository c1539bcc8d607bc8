from dataclasses import replace

import numpy as np
import pytest

from facedesk import errors
from facedesk.encoder.template import fuse, unit
from facedesk.gallery.enrolment import prepare_photo, single_face
from facedesk.live.claim import (
    REASONS,
    VerifiedFace,
    check_claim,
    face_of_person,
    face_of_photo,
    face_of_shot,
)
from facedesk.live.knowledge import load_knowledge
from facedesk.matching.cohort import cohort_of
from facedesk.matching.heads import Head
from facedesk.matching.pairs import Form
from facedesk.matching.thresholds import Calibration
from facedesk.matching.verification import Verdict, Verifier
from facedesk.vision.alignment import align
from facedesk.vision.quality import judge
from facedesk.vision.shot import Shot

FAR = 0.001


@pytest.fixture(scope="module")
def verifier(models):
    return load_knowledge(models.encoder.id).verifier()


@pytest.fixture
def eileen(gallery, models, astronaut):
    return gallery.enrol("Eileen", prepare_photo(astronaut, models))


# Faces ------------------------------------------------------------------------------------------


def test_the_face_of_a_photo_is_aligned_and_has_no_name(models, astronaut):
    face = face_of_photo(astronaut, models)
    assert (face.name, face.refusals) == ("", ())
    assert (face.aligned.shape, face.aligned.dtype) == ((150, 150, 3), np.uint8)
    assert not face.aligned.flags.writeable
    assert not face.vector.flags.writeable
    assert np.linalg.norm(face.vector) == pytest.approx(1, abs=1e-5)


def test_the_face_of_a_person_is_that_of_their_photo(models, gallery, eileen, astronaut):
    face, photo = face_of_person(eileen, gallery, models), face_of_photo(astronaut, models)
    assert (face.name, face.refusals) == ("Eileen", ())
    assert float(face.vector @ photo.vector) > 0.995
    apart = np.abs(face.aligned.astype(int) - photo.aligned)
    assert apart.mean() < 4, "the same chip but for the JPEG in between"
    assert not face.vector.flags.writeable


def test_the_looks_of_a_person_count(models, gallery, eileen, astronaut, admiral):
    first = prepare_photo(astronaut, models)
    look = prepare_photo(admiral, models)
    gallery.add_look(eileen.id, look)
    found = face_of_person(eileen, gallery, models).vector
    np.testing.assert_allclose(found, fuse([first.template, look.template]).vector, atol=1e-5)


def test_what_was_corrected_does_not_count(models, gallery, eileen, admiral):
    before = face_of_person(eileen, gallery, models).vector
    gallery.correct(eileen.id, prepare_photo(admiral, models))
    np.testing.assert_array_equal(face_of_person(eileen, gallery, models).vector, before)


def test_someone_who_was_removed_is_said_so(models, gallery, eileen):
    gallery.remove(eileen.id)
    with pytest.raises(errors.PersonGone):
        face_of_person(eileen, gallery, models)


def test_the_face_of_a_shot_is_the_one_it_names(models, astronaut, admiral):
    both = np.concatenate([astronaut, admiral[:512]], axis=1)
    alone = single_face(astronaut, models)
    face = face_of_shot(Shot(both, alone, judge(both, align(both, alone))), models)
    assert float(face.vector @ face_of_photo(astronaut, models).vector) > 0.999


def test_no_face_and_several_are_refused(models, astronaut, admiral):
    with pytest.raises(errors.NoFace):
        face_of_photo(np.full((240, 320, 3), 100, np.uint8), models)
    with pytest.raises(errors.SeveralFaces):
        face_of_photo(np.concatenate([astronaut, admiral[:512]], axis=1), models)


def test_a_poor_picture_is_taken_and_what_is_wrong_said(models, astronaut):
    face = face_of_photo(astronaut // 8, models)
    assert [type(refusal) for refusal in face.refusals][:1] == [errors.FaceTooDark]


# Claims -----------------------------------------------------------------------------------------


def test_one_and_the_same_picture_is_a_yes(models, verifier, astronaut):
    face = face_of_photo(astronaut, models)
    claim = check_claim(face, face, verifier, FAR)
    assert (claim.verification.verdict, claim.reason) == (Verdict.YES, "alike")
    assert claim.verification.probability > 0.99
    assert (claim.first, claim.second) == (face, face)


def test_two_people_are_a_no(models, verifier, astronaut, admiral):
    first, second = face_of_photo(astronaut, models), face_of_photo(admiral, models)
    claim = check_claim(first, second, verifier, FAR)
    assert (claim.verification.verdict, claim.reason) == (Verdict.NO, "different")
    assert claim.verification.probability < 0.1


@pytest.fixture
def made_up():
    """A verifier that is sure at 3, unsure at 1, and needs no pictures."""
    random = np.random.default_rng(1)
    cohort = cohort_of(unit(random.standard_normal((400, 16))), "e", "x")
    table = Calibration("e", "x", 400, 1, 0, "", (0.1, 0.01, 0.001), (0.0, 1.0, 3.0), ())
    return Verifier(cohort, table, Head("e", Form.SCORE, (2.0,), -4.0, "x", 400, 1, ""))


def pair_with_score(verifier, low, high):
    """Two faces whose score lies between two limits."""
    random = np.random.default_rng(2)
    first, other = unit(random.standard_normal((2, 16)))
    for apart in np.linspace(0, 1, 400):
        second = unit((1 - apart) * first + apart * other)
        if low <= verifier.verify(first, second, FAR).score < high:
            chip = np.zeros((150, 150, 3), np.uint8)
            return VerifiedFace(chip, first, (), ""), VerifiedFace(chip, second, (), "Ada")
    raise AssertionError("no pair found")


@pytest.mark.parametrize(
    ("low", "high", "verdict", "reason", "poor_reason"),
    [
        (3, 9, Verdict.YES, "alike", "alike"),
        (1, 3, Verdict.UNSURE, "between", "poor_picture"),
        (-9, 1, Verdict.NO, "different", "poor_picture"),
    ],
)
def test_a_poor_picture_turns_a_no_into_not_sure_and_never_a_yes(
    made_up, low, high, verdict, reason, poor_reason
):
    first, second = pair_with_score(made_up, low, high)
    claim = check_claim(first, second, made_up, FAR)
    assert (claim.verification.verdict, claim.reason) == (verdict, reason)
    poor = replace(second, refusals=(errors.FaceBlurred(),))
    for sides in ((first, poor), (poor, first)):
        claim = check_claim(*sides, made_up, FAR)
        expected = Verdict.YES if verdict is Verdict.YES else Verdict.UNSURE
        assert (claim.verification.verdict, claim.reason) == (expected, poor_reason)
        assert (expected is Verdict.YES) == (
            claim.verification.distance <= claim.verification.threshold
        )


def test_every_reason_is_a_sentence():
    assert set(REASONS) == {"alike", "different", "between", "poor_picture"}
    assert all(text.endswith(".") for text in REASONS.values())
