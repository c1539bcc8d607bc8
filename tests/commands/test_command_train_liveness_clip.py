import signal

import numpy as np
import pytest
import safetensors.torch
from PIL import Image

from facedesk.liveness import clip_examples, clip_training
from facedesk.liveness.clip_network import ClipNetwork

FILE = "liveness_clip.safetensors"


@pytest.fixture
def people(tmp_path, astronaut, admiral):
    folder = tmp_path / "people"
    for name, image in (("Eileen", astronaut), ("Grace", admiral)):
        (folder / name).mkdir(parents=True)
        Image.fromarray(image).save(folder / name / "1.jpg", quality=95)
    return folder


@pytest.fixture
def train(facedesk, people, tmp_path):
    def run(*words):
        common = ("--images", people, "--out", tmp_path / "out", "--clips", 4, "--epochs", 2)
        return facedesk("train-liveness", "clip", *common, *words, "--json")

    return run


def test_it_makes_clips_learns_from_them_and_is_measured_on_others(train, people, tmp_path):
    done = train("--validate", people, "--people", 2)
    assert done.status == 0
    assert "epoch 2 of 2" in done.err
    file, *measured = done.lines
    assert file == {"file": str(tmp_path / "out" / FILE)}
    assert [line["kind"] for line in measured] == ["print", "photo on a screen", "clip on a screen"]
    assert all(line["of"] == 2 and 0 <= line["apcer"] <= 1 for line in measured)
    ClipNetwork().load_state_dict(safetensors.torch.load_file(tmp_path / "out" / FILE))


def test_clips_that_are_made_are_not_made_again(train, tmp_path, monkeypatch):
    train()
    kinds = np.load(tmp_path / "out" / "kinds.npy")
    volumes = np.load(tmp_path / "out" / "clips.npy")
    assert kinds[::2].tolist() == [1, 1]
    assert (kinds[1::2] > 1).all()
    begun = np.lib.format.open_memmap(tmp_path / "out" / "kinds.npy", mode="r+")
    begun[3] = 0
    begun.flush()
    made, example = [], clip_examples.example
    monkeypatch.setattr(
        clip_examples,
        "example",
        lambda sitters, number, seed: made.append(number) or example(sitters, number, seed),
    )
    assert train().status == 0
    assert made == [3]
    assert np.array_equal(np.load(tmp_path / "out" / "clips.npy"), volumes)


def test_photos_without_a_face_are_refused(facedesk, tmp_path):
    (tmp_path / "people" / "Nobody").mkdir(parents=True)
    Image.new("RGB", (120, 90)).save(tmp_path / "people" / "Nobody" / "1.png")
    done = facedesk(
        "train-liveness", "clip", "--images", tmp_path / "people", "--out", tmp_path / "out"
    )
    assert done.status == 1
    assert "shows a face that can be used" in done.err


def test_held_out_people_whom_no_photo_shows_are_said_so(train, tmp_path):
    (tmp_path / "others" / "Nobody").mkdir(parents=True)
    Image.new("RGB", (120, 90)).save(tmp_path / "others" / "Nobody" / "1.png")
    done = train("--validate", tmp_path / "others")
    assert done.status == 1
    assert "0 people" in done.err


def test_stopped_before_anything_is_learned_nothing_is_said_to_be_written(
    train, tmp_path, monkeypatch
):
    def batches(*_):
        signal.raise_signal(signal.SIGINT)
        yield np.arange(4)

    monkeypatch.setattr(clip_training, "_batches", batches)
    done = train()
    assert (done.status, done.lines) == (1, [])
    assert "no weights are written" in done.err
    assert not (tmp_path / "out" / FILE).exists()
