"""Trains: steps, validations, checkpoints, and nothing that depends on who is watching."""

import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from itertools import takewhile

import numpy as np
import torch
from torch import nn

from facedesk.encoder.network_file import save_network
from facedesk.errors import CheckpointDamaged, OtherFaces, TrainingThere
from facedesk.paths import make_private_folder
from facedesk.training.checkpoint import (
    Checkpoint,
    load_checkpoint,
    save_checkpoint,
    write_kept,
)
from facedesk.training.encode import templates_in_parts
from facedesk.training.facts import (
    ENCODER_FILE,
    TrainingFacts,
    checkpoint_file,
    facts_from_json,
)
from facedesk.training.feed import Feed
from facedesk.training.learner import Learner
from facedesk.training.progress import Ended, Progress, Validated
from facedesk.training.sampling import Sampler
from facedesk.training.separation import separation
from facedesk.training.task import TrainingTask

MOST_VALIDATIONS = 20  # on the way, with one before the first step
_SAVE_EVERY_S = 300


class Trainer:
    """One training. Begin it or resume it, then run it."""

    def __init__(self, task: TrainingTask, network: nn.Module, device: torch.device) -> None:
        """network: with the weights to start from; it is changed."""
        settings = task.settings
        self._task = task
        self._learner = Learner(network, settings, device)
        self.sampler = Sampler(
            task.faces.people, settings.people_at_a_time, settings.photos_each, settings.seed
        )
        self._feed = Feed(task.faces, self.sampler, settings.augment, settings.seed)
        self._validations: list[Validated] = []
        self._seconds = 0.0
        self._since = self._saved_at = time.monotonic()

    @property
    def learner(self) -> Learner:
        """The network and how far it is."""
        return self._learner

    def begin(self, steps: int) -> None:
        """Let a training of so many steps begin.

        Raises TrainingThere, TooLittleMemory.
        """
        folder = self._task.folder
        if checkpoint_file(folder).exists():
            raise TrainingThere(path=folder)
        self._learner.steps = steps
        if self._task.settings.keep:
            self._learner.remember(self._task.faces.chips)
        make_private_folder(folder)

    def resume(self) -> None:
        """Let a training go on that was stopped.

        Raises NothingToResume, CheckpointDamaged, CheckpointOfOtherVersion, OtherFaces.
        """
        checkpoint = load_checkpoint(self._task.folder)
        try:
            facts = facts_from_json(checkpoint.facts)
            if facts.digest != self._task.digest:
                raise OtherFaces
            self._learner.take_up(checkpoint.tensors, facts.step, facts.steps)
        except (KeyError, TypeError, ValueError, RuntimeError) as error:
            raise CheckpointDamaged(path=checkpoint_file(self._task.folder)) from error
        self._validations = list(facts.validations)
        self._seconds = facts.seconds

    def seconds_of_a_step(self) -> float:
        """Do the work of a step and find out how long it takes. Raises TooLittleMemory."""
        first, second = (batch for batch in self._feed.batches(0, 2))
        self._learner.rehearse(first)
        began = time.monotonic()
        self._learner.rehearse(second)
        return time.monotonic() - began

    def run(self, stopped: Callable[[], bool] = lambda: False) -> Iterator[Progress]:
        """Train, and yield each step and each validation, then how it ended.

        stopped: asked again and again whether to save and end here. What is saved lies in the
        task's folder. Raises TrainingDiskFull, Collapsed, OutOfHand, TooLittleMemory,
        StorageError; what was best before is kept, and what was saved last can be resumed.
        """
        learner = self._learner
        self._since = self._saved_at = time.monotonic()
        with _repeatable(), closing(self._feed.batches(learner.step, learner.steps)) as batches:
            if self._is_due() and not self._is_tried():  # where it begins, or was stopped
                yield from self._validated(stopped)
                self._save()
            for batch in takewhile(lambda _: not stopped(), batches):
                yield learner.learn(batch)
                if self._is_due():
                    yield from self._validated(stopped)
                    self._save()
                elif time.monotonic() - self._saved_at > _SAVE_EVERY_S:
                    self._save()
        self._save()
        yield Ended(learner.step, learner.steps, self._time_taken(), tuple(self._validations))

    def _is_due(self) -> bool:
        step, steps = self._learner.step, self._learner.steps
        return step == steps or step % validate_every(steps, self.sampler.steps_per_epoch) == 0

    def _is_tried(self) -> bool:
        return bool(self._validations) and self._validations[-1].step == self._learner.step

    def _validated(self, stopped: Callable[[], bool]) -> Iterator[Validated]:
        """Try the network on those held out, and keep it where nothing before was better."""
        learner, held_out = self._learner, self._task.held_out
        if held_out is None:
            self._keep_network()
            return
        parts = templates_in_parts(learner.network, held_out.chips)
        vectors = list(takewhile(lambda _: not stopped(), parts))
        if stopped():
            return
        every = np.concatenate(vectors)
        found = self._task.validate(every, held_out.people)
        apart = separation(every, held_out.people)
        seconds = self._time_taken()
        made = Validated(learner.step, learner.steps, found, False, seconds, apart)
        made = replace(made, best=all(made.worth > each.worth for each in self._validations))
        if made.best:
            self._keep_network()
        self._validations.append(made)
        yield made

    def _keep_network(self) -> None:
        write_kept(self._task.folder / ENCODER_FILE, save_network(self._learner.network))

    def _save(self) -> None:
        facts = TrainingFacts(
            images=self._task.images,
            digest=self._task.digest,
            settings=self._task.settings,
            step=self._learner.step,
            steps=self._learner.steps,
            seconds=self._time_taken(),
            validations=tuple(self._validations),
        )
        save_checkpoint(self._task.folder, Checkpoint(self._learner.tensors(), facts.as_json()))
        self._saved_at = time.monotonic()

    def _time_taken(self) -> float:
        now = time.monotonic()
        self._seconds += now - self._since
        self._since = now
        return self._seconds


def validate_every(steps: int, steps_per_epoch: int) -> int:
    """Return after how many steps the network is tried: each time all people were seen, or less."""
    return max(steps_per_epoch, -(-steps // MOST_VALIDATIONS))


@contextmanager
def _repeatable() -> Iterator[None]:
    """Let torch compute the same twice, also where it would be quicker otherwise."""
    cudnn = torch.backends.cudnn
    before = torch.are_deterministic_algorithms_enabled(), cudnn.benchmark
    torch.use_deterministic_algorithms(True, warn_only=True)
    cudnn.benchmark = False
    try:
        yield
    finally:
        torch.use_deterministic_algorithms(before[0])
        cudnn.benchmark = before[1]
