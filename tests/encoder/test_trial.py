import subprocess
import sys
from types import SimpleNamespace

import numpy as np
import pytest
from onnx_file import encoder_file

from facedesk import errors
from facedesk.encoder import trial
from facedesk.encoder.trial import Tried, try_onnx


@pytest.fixture
def tried(tmp_path):
    """A function that writes a file and tries it."""

    def look(data):
        path = tmp_path / "file.onnx"
        path.write_bytes(data)
        return try_onnx(path)

    return look


def random():
    return np.random.default_rng(1)


def test_an_encoder_is_known_by_what_it_takes_and_gives(tried):
    assert tried(encoder_file(random())) == Tried("encoder", 128)


def test_what_takes_other_pictures_is_refused_with_the_size_that_is_wanted(tried):
    with pytest.raises(errors.ModelInputWrong) as caught:
        tried(encoder_file(random(), side=96))
    assert "112 × 112" in caught.value.text
    with pytest.raises(errors.ModelInputWrong):
        tried(encoder_file(random(), channels=1))


def test_what_gives_something_else_than_a_row_of_numbers_is_refused(tried):
    with pytest.raises(errors.ModelOutputWrong, match="1 × 8 × 4 × 4"):
        tried(encoder_file(random(), flat=False))
    with pytest.raises(errors.ModelOutputWrong):
        tried(encoder_file(random(), outputs=3, step=112))


def test_what_says_the_same_of_everything_is_refused(tried):
    with pytest.raises(errors.EncodingsUseless):
        tried(encoder_file())


def test_numbers_that_are_none_are_refused(tried):
    none = SimpleNamespace(standard_normal=lambda shape: np.full(shape, np.nan))
    with pytest.raises(errors.EncodingsUseless):
        tried(encoder_file(none))


@pytest.mark.parametrize("data", [b"", b"hello world", encoder_file(random())[:5000]])
def test_what_can_not_be_read_is_refused(tried, data):
    with pytest.raises(errors.OnnxUnreadable, match=r"file\.onnx can't be run"):
        tried(data)


def test_a_file_that_brings_down_who_runs_it_is_refused(tried, monkeypatch):
    run, codes = subprocess.run, []

    def crash(command, **options):
        done = run([sys.executable, "-c", "import os; os.abort()"], **options)
        codes.append(done.returncode)
        return done

    monkeypatch.setattr(trial.subprocess, "run", crash)
    with pytest.raises(errors.OnnxUnreadable):
        tried(encoder_file(random()))
    assert codes != [0]


def test_a_file_that_takes_for_ever_is_refused(tried, monkeypatch):
    monkeypatch.setattr(trial, "_LONGEST_S", 0.001)
    with pytest.raises(errors.OnnxUnreadable):
        tried(encoder_file(random()))


def test_the_models_that_people_have(shared):
    models = shared / "models"
    assert try_onnx(models / "peer_mobilefacenet.onnx") == Tried("encoder", 128)
    assert try_onnx(models / "yunet_n_dynamic.onnx") == Tried("detector", 0)
