import io

import numpy as np
import pytest
from PIL import Image

from facedesk import errors
from facedesk.encoder.template import Template, unit
from facedesk.gallery.photo import PreparedPhoto
from facedesk.live.knowledge import Knowledge
from facedesk.live.resemblance import doubt_about_look, looks_like, resemblances_of
from facedesk.matching.cohort import cohort_of
from facedesk.matching.heads import Head
from facedesk.matching.pairs import Form
from facedesk.matching.thresholds import Calibration

RANDOM = np.random.default_rng(8)
FPIR = 0.01
ADA, GRACE, EILEEN, MARIE = unit(RANDOM.standard_normal((4, 32)))
KNOWLEDGE = Knowledge(
    cohort_of(unit(RANDOM.standard_normal((400, 32))), "e", "made up"),
    Calibration("e", "made up", 400, 1, 0, "", (0.5, 0.01, 0.0001), (0.0, 2.0, 4.0), ()),
    Head("e", Form.SCORE, (2.0,), -4.0, "made up", 400, 1, ""),
)


def photo(vector):
    buffer = io.BytesIO()
    Image.new("RGB", (8, 8)).save(buffer, "JPEG")
    landmarks = np.zeros((5, 2), np.float32)
    return PreparedPhoto(buffer.getvalue(), landmarks, 0.9, Template(unit(vector), "e"))


@pytest.fixture
def ada(gallery):
    return gallery.enrol("Ada", photo(ADA))


def test_a_photo_of_someone_enrolled_is_noticed(gallery, ada):
    match = looks_like(photo(ADA + 0.2 * GRACE), gallery, KNOWLEDGE, FPIR)
    assert (match.person_id, match.name) == (ada.id, "Ada")
    assert match.score > 2


def test_one_of_somebody_new_is_not(gallery, ada):
    assert looks_like(photo(GRACE), gallery, KNOWLEDGE, FPIR) is None


def test_nor_is_one_that_replaces_their_own(gallery, ada):
    assert looks_like(photo(ADA), gallery, KNOWLEDGE, FPIR, apart_from=ada.id) is None


def test_nobody_is_enrolled_nobody_resembles(gallery):
    assert looks_like(photo(ADA), gallery, KNOWLEDGE, FPIR) is None


class TestALook:
    def test_that_resembles_the_person_is_not_doubted(self, gallery, ada):
        assert doubt_about_look(photo(ADA + 0.3 * EILEEN), ada.id, gallery, KNOWLEDGE, FPIR) is None

    def test_that_does_not_is_doubted_with_the_score(self, gallery, ada):
        doubt = doubt_about_look(photo(GRACE), ada.id, gallery, KNOWLEDGE, FPIR)
        assert doubt.person.name == "Ada"
        assert doubt.person.score < 2
        assert doubt.other is None

    def test_that_resembles_somebody_else_more_is_doubted_too(self, gallery, ada):
        gallery.enrol("Grace", photo(GRACE))
        doubt = doubt_about_look(photo(0.7 * ADA + GRACE), ada.id, gallery, KNOWLEDGE, FPIR)
        assert doubt.other.name == "Grace"
        assert doubt.other.score > doubt.person.score

    def test_that_resembles_them_most_is_not_doubted_because_of_others(self, gallery, ada):
        gallery.enrol("Grace", photo(GRACE))
        look = photo(ADA + 0.9 * GRACE)
        other = looks_like(look, gallery, KNOWLEDGE, FPIR, apart_from=ada.id)
        assert other is not None, "else there is nothing to weigh"
        assert doubt_about_look(look, ada.id, gallery, KNOWLEDGE, FPIR) is None

    def test_of_someone_who_was_removed_is_refused(self, gallery, ada):
        gallery.remove(ada.id)
        with pytest.raises(errors.PersonGone):
            doubt_about_look(photo(ADA), ada.id, gallery, KNOWLEDGE, FPIR)


def test_of_those_just_imported_each_likeness_is_listed_once(gallery, ada):
    added = [
        gallery.enrol("Ada again", photo(ADA + 0.2 * GRACE)),
        gallery.enrol("Eileen", photo(EILEEN)),
        gallery.enrol("Eileen's twin", photo(EILEEN + 0.2 * MARIE)),
        gallery.enrol("Marie", photo(MARIE)),
    ]
    ids = [person.id for person in added]
    found = resemblances_of(ids, gallery, "e", KNOWLEDGE, FPIR)
    assert [(pair.first_name, pair.second_name) for pair in found] == [
        ("Ada again", "Ada"),
        ("Eileen", "Eileen's twin"),
    ]
