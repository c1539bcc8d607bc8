import dataclasses

import pytest
import torch
from made_up import TinyNetwork, crowd

from facedesk.training.plan import Pace, measure_pace, plan_of, steps_within
from facedesk.training.task import TrainingTask
from facedesk.training.trainer import Trainer
from facedesk.training.training_settings import Learns, TrainingSettings

SETTINGS = TrainingSettings(learns=Learns.ALL, people_at_a_time=4, photos_each=2)


@pytest.fixture
def task(faces, tmp_path):
    return TrainingTask(faces, crowd(5, 3, seed=2), dict, SETTINGS, tmp_path, tmp_path / "out")


def trainer_of(task):
    return Trainer(task, TinyNetwork(), torch.device("cpu"))


def test_it_says_what_will_be_done(task):
    plan = plan_of(task, trainer_of(task), 12, Pace(step=2.0, template=0.1))
    assert (plan.people, plan.photos) == (8, 24)
    assert (plan.judged_people, plan.judged_photos) == (5, 15)
    assert (plan.batch, plan.steps_per_epoch, plan.steps) == (8, 2, 12)
    assert plan.learning == plan.weights == sum(p.numel() for p in TinyNetwork().parameters())
    assert plan.validations == 7
    # 12 steps, 15 templates 7 times, and 24 in five views of the faces whose encodings are kept.
    assert plan.seconds == pytest.approx(24 + 7 * 1.5 + 5 * 2.4)


def test_with_nobody_to_judge_by_there_are_no_validations(task):
    alone = dataclasses.replace(task, held_out=None)
    plan = plan_of(alone, trainer_of(alone), 12, Pace(2.0, 0.1))
    assert (plan.judged_people, plan.validations) == (0, 0)
    assert plan.seconds == pytest.approx(24 + 5 * 2.4)


@pytest.mark.parametrize("minutes", [1, 5, 60])
@pytest.mark.parametrize("template", [0.001, 0.1, 0.2])
def test_as_many_steps_as_fit_are_planned(task, minutes, template):
    trainer, pace = trainer_of(task), Pace(0.5, template)
    steps = steps_within(minutes, task, trainer, pace)
    planned = plan_of(task, trainer, steps, pace).seconds
    assert planned == pytest.approx(60 * minutes, rel=0.1)


def test_too_short_a_time_is_one_step(task):
    assert steps_within(0.001, task, trainer_of(task), Pace(100.0, 1.0)) == 1


def test_the_pace_is_measured_without_learning_anything(task):
    trainer = trainer_of(task)
    before = trainer.learner.network.head.weight.clone()
    pace = measure_pace(task, trainer)
    assert pace.step > 0
    assert pace.template > 0
    assert torch.equal(trainer.learner.network.head.weight, before)
    assert trainer.learner.step == 0
