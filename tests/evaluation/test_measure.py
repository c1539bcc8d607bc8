import numpy as np
import pytest

from facedesk.capture.labelled_photos import LabelledPhoto
from facedesk.encoder.template import unit
from facedesk.errors import TooFewPeople
from facedesk.evaluation import measure as measuring
from facedesk.evaluation.calibrate import FEWEST_PEOPLE
from facedesk.evaluation.data_set import EncodedDataSet
from facedesk.evaluation.measure import measure
from facedesk.matching.cohort import cohort_of


def photos_of(people, folder):
    return [LabelledPhoto(folder / f"p{i}" / "1.jpg", f"p{i}") for i in range(people)]


@pytest.fixture
def cohort():
    return cohort_of(unit(np.random.default_rng(3).standard_normal((120, 16))), "e", "made up")


def test_too_few_people_are_told_before_any_photo_is_looked_at(tmp_path, cohort):
    photos = photos_of(FEWEST_PEOPLE - 1, tmp_path) * 3
    with pytest.raises(TooFewPeople) as refused:
        measure(photos, "Family", None, cohort, tmp_path, lambda *_: None)
    assert refused.value.details == {"found": FEWEST_PEOPLE - 1, "needed": FEWEST_PEOPLE}


def test_so_are_people_whose_photos_show_no_face(tmp_path, cohort, models):
    with pytest.raises(TooFewPeople) as refused:
        measure(
            photos_of(FEWEST_PEOPLE, tmp_path), "Family", models, cohort, tmp_path, lambda *_: None
        )
    assert refused.value.details["found"] == 0


def test_the_table_carries_the_name_and_says_what_had_no_share(tmp_path, cohort, monkeypatch):
    photos = photos_of(60, tmp_path)
    vectors = unit(np.random.default_rng(4).standard_normal((59, 16)))
    failure = photos[0].path
    data = EncodedDataSet(tuple(photos[1:]), np.zeros((59, 1, 2, 1)), vectors, (failure,))
    monkeypatch.setattr(measuring, "encode_data_set", lambda *_: data)
    found = measure(photos, "Family", None, cohort, tmp_path, lambda *_: None)
    assert (found.calibration.data_set, found.calibration.people) == ("Family", 59)
    assert found.calibration.encoder_id == "e"
    assert found.failures == (failure,)
