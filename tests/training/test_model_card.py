import dataclasses
from datetime import date
from pathlib import Path

import pytest
from made_up import crowd

from facedesk.training.model_card import model_card
from facedesk.training.progress import Ended, Validated
from facedesk.training.task import TrainingTask
from facedesk.training.training_settings import Start, TrainingSettings
from facedesk.training.webcam_copies import with_webcam_copies

ENDED = Ended(
    90,
    100,
    65.4,
    (
        Validated(0, 100, {"100": 0.7}, True, 1.0),
        Validated(50, 100, {"100": 0.812}, True, 30.0),
        Validated(90, 100, {"100": 0.8}, False, 65.0),
    ),
)


@pytest.fixture
def task(faces, tmp_path):
    judged = crowd(5, 3, seed=2)
    images = Path("/home/ada/family")
    return TrainingTask(faces, judged, dict, TrainingSettings(), images, tmp_path)


def card_of(task, ended=ENDED):
    return model_card(task, ended, "`facedesk train …`", date(2026, 1, 2))


def test_it_says_from_what_with_what_and_how_it_was_made(task):
    card = card_of(task)
    for text in (
        "`facedesk train …`",
        "90 of 100 steps in 65 seconds",
        "the weights are those of step 50",
        "24 photos of 8 people in `family`",
        "15 photos of 5 others",
        "selection semi-hard, margin 0.02",
        "before 0.700 with 100 people; after 0.812 with 100 people",
        "2026-01-02",
    ):
        assert text in card


def test_it_tells_of_webcam_pictures_that_it_was_tried_on(task):
    card = card_of(dataclasses.replace(task, held_out=with_webcam_copies(task.held_out)))
    assert "15 photos of 5 others, each also as a webcam's picture" in card


def test_it_holds_nobodys_name(task, faces):
    assert not any(name in card_of(task) for name in faces.names)


@pytest.mark.parametrize(("start", "text"), [(Start.DEFAULT, "CC0"), (Start.NOTHING, "by chance")])
def test_it_names_the_licence_of_what_it_starts_from(task, start, text):
    settings = dataclasses.replace(task.settings, start=start)
    card = card_of(dataclasses.replace(task, settings=settings))
    assert text in card
    assert "| Licence |" in card


def test_what_was_not_measured_is_said(task):
    card = card_of(dataclasses.replace(task, held_out=None), Ended(2, 2, 1.0, ()))
    assert "not measured" in card
    assert "the weights are those of the last" in card
