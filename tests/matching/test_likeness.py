import numpy as np
import pytest

from facedesk.encoder.template import unit
from facedesk.matching import likeness
from facedesk.matching.cohort import cohort_of
from facedesk.matching.likeness import likeness_to, look_alike, look_alikes, resemblances
from facedesk.matching.matcher import Corrections, Matcher
from facedesk.matching.recognition import Recognition
from facedesk.matching.thresholds import Thresholds

RANDOM = np.random.default_rng(5)
COHORT = cohort_of(unit(RANDOM.standard_normal((400, 16))), "e", "made up")
ADA, GRACE, EILEEN = people = unit(RANDOM.standard_normal((3, 16)))
LIKE_ADA = unit(ADA + 0.05 * GRACE)


def recognition_of(vectors, names=None, corrections=None):
    names = names or [f"person {i}" for i in range(len(vectors))]
    matcher = Matcher(range(10, 10 + len(vectors)), names, np.array(vectors), COHORT, corrections)
    return Recognition(matcher, Thresholds(known=4.0, unsure=3.0))


def test_a_new_face_that_looks_like_someone_is_told():
    match = look_alike(recognition_of(people, ["Ada", "Grace", "Eileen"]), LIKE_ADA)
    assert (match.person_id, match.name) == (10, "Ada")
    assert match.score > 4


def test_one_that_looks_like_nobody_is_not():
    assert look_alike(recognition_of([GRACE, EILEEN]), LIKE_ADA) is None


def test_the_person_whose_photo_is_replaced_does_not_count():
    assert look_alike(recognition_of(people), LIKE_ADA, apart_from=10) is None


def test_nor_in_a_gallery_of_which_only_a_part_is_looked_at():
    many = [*unit(RANDOM.standard_normal((60, 16))), ADA, GRACE]
    assert look_alike(recognition_of(many), LIKE_ADA).person_id == 70
    assert look_alike(recognition_of(many), LIKE_ADA, apart_from=70) is None


@pytest.mark.parametrize("vectors", [np.zeros((0, 0), np.float32), [ADA]])
def test_an_empty_gallery_looks_like_nobody(vectors):
    assert look_alike(recognition_of(vectors), LIKE_ADA, apart_from=10) is None


def test_two_people_whose_photos_are_too_alike_are_found_once():
    (pair,) = look_alikes(recognition_of([ADA, GRACE, LIKE_ADA], ["Ada", "Grace", "Ada B."]))
    assert {pair.first_name, pair.second_name} == {"Ada", "Ada B."}
    assert (pair.first_id, pair.second_id) == (10, 12)
    assert pair.score > 4


def test_a_large_gallery_is_looked_through_in_parts(monkeypatch):
    monkeypatch.setattr(likeness, "_ROWS", 2)
    many = [*unit(RANDOM.standard_normal((5, 16))), ADA, LIKE_ADA]
    found = {(p.first_id, p.second_id) for p in look_alikes(recognition_of(many))}
    assert (15, 16) in found


def test_a_gallery_with_nobody_has_no_look_alikes():
    assert list(look_alikes(recognition_of(np.zeros((0, 0), np.float32)))) == []


def test_a_correction_tells_look_alikes_apart():
    sister = unit(ADA + 0.5 * EILEEN)
    assert look_alike(recognition_of([ADA, GRACE]), sister).person_id == 10
    corrections = Corrections(np.array([sister]), np.array([0]))
    assert look_alike(recognition_of([ADA, GRACE], corrections=corrections), sister) is None


def test_a_new_face_can_be_held_against_one_person():
    match = likeness_to(recognition_of(people, ["Ada", "Grace", "Eileen"]), LIKE_ADA, 11)
    assert match.name == "Grace"
    assert match.score < likeness_to(recognition_of(people), LIKE_ADA, 10).score


def test_of_some_people_only_their_own_likenesses_are_told():
    recognition = recognition_of([ADA, LIKE_ADA, GRACE, GRACE, EILEEN])
    pairs = [(p.first_id, p.second_id) for p in resemblances(recognition, {11, 14})]
    assert pairs == [(11, 10)]
    pairs = [(p.first_id, p.second_id) for p in resemblances(recognition, range(10, 15))]
    assert pairs == [(10, 11), (12, 13)]


def test_the_search_for_pairs_can_be_broken_off(monkeypatch):
    monkeypatch.setattr(likeness, "_ROWS", 1)
    pairs = look_alikes(recognition_of([ADA, LIKE_ADA, GRACE, GRACE]), iter([False, True]).__next__)
    assert [(p.first_id, p.second_id) for p in pairs] == [(10, 11)]
