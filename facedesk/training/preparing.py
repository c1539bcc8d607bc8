"""Gets a training ready: how long it will take is known before anything is learned or written."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from facedesk.device import best_device, prepare_to_repeat
from facedesk.training.checkpoint import write_kept
from facedesk.training.facts import CARD_FILE, ENCODER_FILE
from facedesk.training.model_card import model_card
from facedesk.training.network import starting_network
from facedesk.training.plan import TrainingPlan, measure_pace, plan_of, steps_within
from facedesk.training.progress import Ended, Progress
from facedesk.training.task import TrainingTask
from facedesk.training.trainer import Trainer

EPOCHS = 10


@dataclass(frozen=True)
class Length:
    """How long a training is: so many minutes or, without, so often everyone is seen."""

    epochs: int = EPOCHS
    minutes: float | None = None


@dataclass(frozen=True, eq=False)
class Prepared:
    """A training that can run. resumed: it goes on where it was stopped."""

    task: TrainingTask
    trainer: Trainer
    plan: TrainingPlan
    resumed: bool

    def run(self, how: str, stopped: Callable[[], bool] = lambda: False) -> Iterator[Progress]:
        """Train, see Trainer.run, and write the model card at the end.

        how: what it was made with, for the card. Raises what Trainer.begin and Trainer.run raise.
        """
        if not self.resumed:
            self.trainer.begin(self.plan.steps)
        for progress in self.trainer.run(stopped):
            if isinstance(progress, Ended) and (self.task.folder / ENCODER_FILE).exists():
                card = model_card(self.task, progress, how, date.today())
                write_kept(self.task.folder / CARD_FILE, card.encode())
            yield progress


def prepare(task: TrainingTask, length: Length) -> Prepared:
    """Get a new training ready. Raises TooLittleMemory, WeightsError, ResourceMissing."""
    trainer = _trainer_of(task)
    pace = measure_pace(task, trainer)
    if length.minutes is None:
        steps = length.epochs * trainer.sampler.steps_per_epoch
    else:
        steps = steps_within(length.minutes, task, trainer, pace)
    return Prepared(task, trainer, plan_of(task, trainer, steps, pace), resumed=False)


def prepare_to_go_on(task: TrainingTask) -> Prepared:
    """Get a training ready that was stopped. Raises as prepare and Trainer.resume do."""
    trainer = _trainer_of(task)
    trainer.resume()
    pace = measure_pace(task, trainer)
    return Prepared(task, trainer, plan_of(task, trainer, trainer.learner.steps, pace), True)


def _trainer_of(task: TrainingTask) -> Trainer:
    device = best_device()
    prepare_to_repeat(device)
    return Trainer(task, starting_network(task.settings.start, task.settings.seed), device)
