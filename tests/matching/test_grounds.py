from dataclasses import replace

import numpy as np
import pytest
from added_encoder import add_small_encoder, grounds_for

from facedesk import errors, private_file
from facedesk.encoder.encoder_id import ENCODER_ID
from facedesk.matching.cohort import load_cohort
from facedesk.matching.grounds import has_grounds, keep_grounds, load_grounds
from facedesk.matching.thresholds import keep_own_calibration


@pytest.fixture
def own(tmp_path):
    return tmp_path / "models"


def test_of_what_comes_with_facedesk_all_is_known(own):
    for folder in (None, own):
        grounds = load_grounds(ENCODER_ID, folder)
        assert grounds.cohort.encoder_id == grounds.calibration.encoder_id == ENCODER_ID
        assert grounds.head.encoder_id == ENCODER_ID


def test_what_was_measured_is_kept_beside_the_model(own):
    model = add_small_encoder(own)
    known, expected = load_grounds(model.id, own), grounds_for(model.id)
    assert (known.calibration, known.head) == (expected.calibration, expected.head)
    np.testing.assert_allclose(known.cohort.templates, load_cohort(ENCODER_ID).templates, atol=1e-5)
    assert known.cohort.encoder_id == model.id


def test_the_users_own_calibration_goes_before(own, tmp_path):
    model = add_small_encoder(own)
    mine = replace(grounds_for(model.id).calibration, data_set="Family")
    keep_own_calibration(mine, tmp_path / "calibrations")
    assert load_grounds(model.id, own, tmp_path / "calibrations").calibration == mine


def test_an_encoder_that_was_not_measured_can_not_decide(own):
    model = add_small_encoder(own, measured=False)
    assert not has_grounds(model.file.parent)
    with pytest.raises(errors.ModelNotMeasured) as refused:
        load_grounds(model.id, own)
    assert model.id in refused.value.text


@pytest.mark.parametrize("name", ["cohort.npz", "calibration.json", "head.json"])
@pytest.mark.parametrize("contents", [b"", b"junk", b"{}"])
def test_what_is_damaged_must_be_measured_again(own, name, contents):
    model = add_small_encoder(own)
    assert has_grounds(model.file.parent)
    (model.file.parent / name).write_bytes(contents)
    with pytest.raises(errors.ModelNotMeasured):
        load_grounds(model.id, own)


def test_a_full_disk_is_said(own, monkeypatch):
    model = add_small_encoder(own, measured=False)

    def full(*_):
        raise OSError(28, "simulated")

    monkeypatch.setattr(private_file.os, "fsync", full)
    with pytest.raises(errors.DiskFull):
        keep_grounds(grounds_for(model.id), model.file.parent)
    assert not has_grounds(model.file.parent)
