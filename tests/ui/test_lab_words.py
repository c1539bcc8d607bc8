import dataclasses
from datetime import datetime
from pathlib import Path

import numpy as np
import pytest

from facedesk.training.facts import TrainingFacts
from facedesk.training.kept import KeptTraining
from facedesk.training.plan import TrainingPlan
from facedesk.training.progress import HardTriplets, Validated
from facedesk.training.record import Pairs, Seen
from facedesk.training.training_settings import Learns, Selection, TrainingSettings
from facedesk.ui.widgets.lab_findings import (
    figures_of,
    is_as_it_began,
    outcome_words,
    worth_words,
)
from facedesk.ui.widgets.lab_words import (
    ABOUT_LEARNING,
    ABOUT_SELECTIONS,
    LEARNING,
    SELECTIONS,
    apart_words,
    kept_words,
    plan_words,
    taught_words,
)

NOTHING = np.zeros(0)
PLAN = TrainingPlan(16, 80, 4, 20, 10, 20, 64, 1, 603, 21, 300.0, 0.02)


def counts(place):
    found = np.zeros(400, int)
    found[place] = 5
    return found


def seen(recent=0.08, goes_on=False):
    hardest = HardTriplets(NOTHING, NOTHING, NOTHING)
    pairs = Pairs(counts(5), counts(34)), Pairs(counts(7), counts(20))
    curve = (NOTHING, NOTHING)
    return Seen(10, 100, curve, curve, recent, pairs[1], pairs[0], hardest, (), goes_on)


def facts(*dirs, step=100, apart=()):
    made = tuple(
        Validated(number, 100, {"2": value}, False, 1.0, apart[number] if apart else 0.0)
        for number, value in enumerate(dirs)
    )
    return TrainingFacts(Path("/home/ada/family"), "", TrainingSettings(), step, 100, 60.0, made)


def test_it_says_how_little_random_triplets_teach_and_what_would_teach_more():
    words = taught_words(Selection.RANDOM, seen())
    assert words.startswith("Of the triplets chosen at random, 8 % still teach something.")
    assert "harder ones would teach more" in words
    assert "harder" not in taught_words(Selection.RANDOM, seen(0.6))
    assert "little left to learn" in taught_words(Selection.HARD, seen())


def test_it_says_how_distances_move_apart():
    words = apart_words(seen())
    assert "nearer than 0.06" in words
    assert "farther than 0.34" in words
    assert "At the start, it was 0.07 and 0.20." in words
    assert "When it went on, it was" in apart_words(seen(goes_on=True))


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(20, "Less than a minute"), (300, "About 5 min"), (4 * 3600, "About 4.0 hours")],
)
def test_the_plan_says_how_long_it_takes(seconds, words):
    said = plan_words(dataclasses.replace(PLAN, seconds=seconds))
    assert words in said
    assert "80 photos of 16 people, in 603 steps of 64 photos" in said
    assert "margin α of the loss is 0.02." in said
    assert "tried 21 times on 20 pictures of 4 other people" in said


def test_the_plan_says_that_nobody_is_kept_for_trying_it_on():
    said = plan_words(dataclasses.replace(PLAN, judged_people=0, judged_photos=0, validations=0))
    assert "Nobody is kept for trying it on: how good it becomes is not measured." in said


def test_every_choice_has_a_name_and_an_explanation():
    assert set(SELECTIONS) == set(ABOUT_SELECTIONS) == set(Selection)
    assert set(LEARNING) == set(ABOUT_LEARNING) == set(Learns)


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (facts(0.5, 0.75, 0.7), "Better: 75.0 % of the photos are recognised; before, it was 50.0"),
        (facts(0.5, 0.4), "Not better than before, 50.0 % of the photos"),
        (facts(1.0, 1.0, apart=(2.0, 3.0)), "as before, but people are farther apart"),
        (facts(1.0, 1.0, apart=(2.0, 1.0)), "Not better than before, 100.0 %"),
        (facts(), "Whether it helped is not measured"),
        (facts(step=0), "Nothing is learned yet."),
    ],
)
def test_what_came_of_it_is_said_as_it_is(made, words):
    assert words in outcome_words(made)


def test_it_is_known_whether_anything_else_is_kept_than_the_start():
    assert is_as_it_began(facts(0.5, 0.4))
    assert is_as_it_began(facts(1.0, 1.0, apart=(2.0, 1.0)))
    assert not is_as_it_began(facts(0.5, 0.6))
    assert not is_as_it_began(facts(1.0, 1.0, apart=(2.0, 3.0)))
    assert not is_as_it_began(facts())


def test_it_says_what_the_figures_are_worth():
    words = worth_words(facts(0.5, 0.75))
    assert "never learned from" in words
    assert "best of 2 tries" in words
    assert "With so few people" in words
    assert "best of" not in worth_words(facts(0.5))
    assert worth_words(facts()) == ""


def test_before_and_after_stand_side_by_side():
    table = figures_of(facts(0.5, 0.75, 0.7, apart=(2.0, 3.0, 4.0)), None)
    assert table.rows[0] == ("While training, 2 enrolled", "50.0 %", "75.0 %")
    assert table.rows[1][1:] == ("2.00", "3.00")
    assert figures_of(facts(), None).rows == ()


def test_a_training_is_listed_with_how_far_it_is_and_what_came_of_it():
    kept = KeptTraining(Path("x"), datetime(2026, 1, 2, 3, 4), facts(0.5, 0.75, step=40))
    words = kept_words(kept)
    assert "Semi-hard · 40 % done · recognised: 50.0 % before, 75.0 % now" in words
