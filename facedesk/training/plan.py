"""What a training will do and how long it will take, before it begins."""

import time
from dataclasses import dataclass

from facedesk.training.encode import templates
from facedesk.training.task import TrainingTask
from facedesk.training.trainer import MOST_VALIDATIONS, Trainer, validate_every
from facedesk.vision.alignment import VIEWS

_TRIED = 32  # faces that are encoded to find out how long one takes


@dataclass(frozen=True)
class Pace:
    """What this computer needs, in seconds: for a step, and for a template."""

    step: float
    template: float


@dataclass(frozen=True)
class TrainingPlan:
    """Counts, and the seconds that it is expected to take.

    people, photos: learned from; judged_…: tried on. learning: how many of the weights change.
    batch: faces in a step. validations: with the one at the start. margin: α of the loss.
    """

    people: int
    photos: int
    judged_people: int
    judged_photos: int
    learning: int
    weights: int
    batch: int
    steps_per_epoch: int
    steps: int
    validations: int
    seconds: float
    margin: float


def measure_pace(task: TrainingTask, trainer: Trainer) -> Pace:
    """Find out how quick this computer is. Raises TooLittleMemory when a step does not fit."""
    step = trainer.seconds_of_a_step()
    some = task.faces.chips[:_TRIED]
    began = time.monotonic()
    templates(trainer.learner.network, some)
    return Pace(step, (time.monotonic() - began) / len(some))


def steps_within(minutes: float, task: TrainingTask, trainer: Trainer, pace: Pace) -> int:
    """Return how many steps can be made in a time, with all that goes with them; 1 or more."""
    per_epoch = trainer.sampler.steps_per_epoch
    validation = _judged(task) * pace.template
    left = 60 * minutes - _at_the_start(task, pace)
    steps = (left - MOST_VALIDATIONS * validation) / pace.step
    if steps < MOST_VALIDATIONS * per_epoch:  # tried after each epoch, and so less often
        steps = left / (pace.step + validation / per_epoch)
    return max(1, int(steps))


def plan_of(task: TrainingTask, trainer: Trainer, steps: int, pace: Pace) -> TrainingPlan:
    """Return the plan for so many steps."""
    parameters = list(trainer.learner.network.parameters())
    on_the_way = -(-steps // validate_every(steps, trainer.sampler.steps_per_epoch))
    held_out = task.held_out
    return TrainingPlan(
        people=len(task.faces.names),
        photos=len(task.faces.photos),
        judged_people=len(held_out.names) if held_out else 0,
        judged_photos=_judged(task),
        learning=sum(each.numel() for each in parameters if each.requires_grad),
        weights=sum(each.numel() for each in parameters),
        batch=trainer.sampler.batch,
        steps_per_epoch=trainer.sampler.steps_per_epoch,
        steps=steps,
        validations=on_the_way + 1 if held_out else 0,
        seconds=steps * pace.step
        + on_the_way * _judged(task) * pace.template
        + _at_the_start(task, pace),
        margin=task.settings.margin,
    )


def _judged(task: TrainingTask) -> int:
    return len(task.held_out.photos) if task.held_out else 0


def _at_the_start(task: TrainingTask, pace: Pace) -> float:
    """Return the seconds for the first validation, and for noting what is to be kept."""
    kept = VIEWS * len(task.faces.photos) if task.settings.keep else 0
    return (kept + _judged(task)) * pace.template
