import json

import numpy as np
import pytest

from facedesk.encoder.encoder_id import ENCODER_ID
from facedesk.encoder.template import unit
from facedesk.evaluation import measure
from facedesk.evaluation.data_set import EncodedDataSet
from facedesk.matching.thresholds import calibration_file, load_calibration
from facedesk.paths import default_paths


@pytest.fixture
def family(tmp_path, monkeypatch):
    """A folder of sixty people, and random templates for their photos."""
    for number in range(60):
        (tmp_path / "family" / f"p{number}").mkdir(parents=True)
        (tmp_path / "family" / f"p{number}" / "1.jpg").touch()

    def encode(photos, *_):
        vectors = unit(np.random.default_rng(3).standard_normal((len(photos), 128)))
        return EncodedDataSet(tuple(photos), np.zeros((len(photos), 1, 2, 1)), vectors, ())

    monkeypatch.setattr(measure, "encode_data_set", encode)
    return tmp_path / "family"


def test_a_table_is_used_from_the_next_start_on(facedesk, family):
    done = facedesk("calibrate", "--images", family, "--name", "Family", "--use", "--json")
    assert done.status == 0
    own = default_paths().calibrations
    assert done.lines == [
        {"people": 60, "pairs": 1770, "file": str(calibration_file(own, ENCODER_ID))}
    ]
    assert load_calibration(ENCODER_ID, own).data_set == "Family"


def test_or_written_to_a_file(facedesk, family, tmp_path):
    file = tmp_path / "table.json"
    assert facedesk("calibrate", "--images", family, "--name", "Family", "--out", file).status == 0
    assert json.loads(file.read_text())["data_set"] == "Family"
    assert not default_paths().calibrations.exists()


def test_one_of_both_must_be_said(facedesk, family):
    assert facedesk("calibrate", "--images", family, "--name", "Family").status == 2


def test_too_few_people_are_told(facedesk, photos):
    done = facedesk("calibrate", "--images", photos.parent, "--name", "Us", "--use")
    assert done.status == 1
    assert done.err == (
        "facedesk: There are 1 people with a usable photo; this takes at least 50.\n"
    )
