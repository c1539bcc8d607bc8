from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from facedesk.capture.labelled_photos import LabelledPhoto
from facedesk.errors import TooFewPeople
from facedesk.evaluation import comparison
from facedesk.evaluation.comparison import compared
from facedesk.evaluation.validation import validate


def encoded(noise, people):
    """Templates of four photos of each person, the noisier the harder to tell apart."""
    random = np.random.default_rng(1)
    labels = np.repeat(np.arange(people), 4)
    vectors = random.normal(size=(people, 32))[labels]
    vectors = vectors + noise * random.normal(size=vectors.shape)
    return SimpleNamespace(
        vectors=(vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32),
        persons=tuple(f"p{label}" for label in labels),
    )


@pytest.fixture
def stage(monkeypatch):
    """Encodings that are noisier of webcam pictures; told: the progress."""
    made = SimpleNamespace(people=8, told=[])

    def encode(photos, _models, _cache, progress, degraded):
        progress(len(photos), len(photos))
        return encoded(3.0 if degraded else 0.5, made.people)

    monkeypatch.setattr(comparison, "encode_data_set", encode)
    photos = [LabelledPhoto(Path(f"{number}.jpg"), "") for number in range(32)]
    made.run = lambda: compared(photos, None, Path(), lambda *words: made.told.append(words))
    return made


def test_it_is_measured_as_training_does_on_clean_and_on_webcam_pictures(stage):
    found = stage.run()
    data = encoded(0.5, 8)
    people = np.array([int(person[1:]) for person in data.persons])
    assert found.clean == validate(data.vectors, people)
    assert list(found.webcam) == ["4"]
    assert found.webcam["4"] < found.clean["4"]
    assert stage.told == [(32, 64), (64, 64)]


def test_too_few_people_are_refused(stage):
    stage.people = 3
    with pytest.raises(TooFewPeople):
        stage.run()
