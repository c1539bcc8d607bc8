import dataclasses
import errno
import itertools
import os

import numpy as np
import pytest
import torch
from made_up import TinyNetwork, crowd

from facedesk import errors
from facedesk.encoder.network_file import save_network
from facedesk.training import checkpoint
from facedesk.training.checkpoint import load_checkpoint
from facedesk.training.facts import ENCODER_FILE, checkpoint_file
from facedesk.training.learner import Learner
from facedesk.training.network import starting_network
from facedesk.training.progress import Ended, Stepped, Validated
from facedesk.training.task import TrainingTask
from facedesk.training.trainer import Trainer, validate_every
from facedesk.training.training_settings import (
    Learns,
    Optimiser,
    Selection,
    Start,
    TrainingSettings,
)

CPU = torch.device("cpu")
QUICK = TrainingSettings(
    learns=Learns.ALL, keep=0.1, learning_rate=0.01, people_at_a_time=4, photos_each=2
)


def nearest_is_own(vectors, people):
    """Judge by how many faces are next to one of the same person: no DIR, but quick."""
    similar = vectors @ vectors.T
    np.fill_diagonal(similar, -1)
    return {"5": float(np.mean(people[similar.argmax(axis=1)] == people))}


@pytest.fixture
def task(faces, tmp_path):
    def make(folder="out", settings=QUICK, validate=nearest_is_own, held_out=True):
        judged = crowd(5, 3, seed=2) if held_out else None
        return TrainingTask(faces, judged, validate, settings, tmp_path, tmp_path / folder)

    return make


def trainer_of(task, network=None):
    return Trainer(task, network or TinyNetwork(), CPU)


def begun(task, steps=12, network=None):
    trainer = trainer_of(task, network)
    trainer.begin(steps)
    return trainer


def resumed(task, network=None):
    trainer = trainer_of(task, network)
    trainer.resume()
    return trainer


def run_until(trainer, steps):
    """Let a training run until it has made so many steps; return how it ended."""
    *_, ended = trainer.run(lambda: trainer.learner.step >= steps)
    return ended


def result_of(task):
    """Return all that a training leaves behind but for the time that it took."""
    found = load_checkpoint(task.folder)
    facts = {key: value for key, value in found.facts.items() if key != "seconds"}
    facts["validations"] = [
        {key: value for key, value in each.items() if key != "seconds"}
        for each in facts["validations"]
    ]
    tensors = {name: each.numpy().tobytes() for name, each in found.tensors.items()}
    return facts, tensors, (task.folder / ENCODER_FILE).read_bytes()


def test_it_tells_every_step_and_validation_and_how_it_ended(task):
    told = list(begun(task()).run())
    steps = [each.step for each in told if isinstance(each, Stepped)]
    assert steps == list(range(1, 13))
    assert [each.step for each in told if isinstance(each, Validated)] == [0, 2, 4, 6, 8, 10, 12]
    assert isinstance(told[-1], Ended)
    assert not told[-1].stopped
    assert told[-1].before == told[0]
    assert len(told[-1].validations) == 7


@pytest.mark.parametrize("selection", list(Selection))
@pytest.mark.parametrize("optimiser", list(Optimiser))
@pytest.mark.parametrize("stop", [0, 1, 4, 7])
def test_stopped_and_resumed_it_comes_to_the_same_to_the_last_bit(task, selection, optimiser, stop):
    settings = dataclasses.replace(QUICK, selection=selection, optimiser=optimiser)
    unbroken, broken = task("unbroken", settings), task("broken", settings)
    list(begun(unbroken).run())
    ended = run_until(begun(broken), stop)
    assert (ended.step, ended.stopped) == (stop, True)
    *_, ended = resumed(broken).run()
    assert not ended.stopped
    assert result_of(broken) == result_of(unbroken)


def test_the_real_network_comes_to_the_same_as_well(task):
    settings = dataclasses.replace(
        QUICK, start=Start.DEFAULT, learns=Learns.LAST_BLOCK, learning_rate=1e-4, keep=0.0
    )
    unbroken, broken = (task(name, settings, held_out=False) for name in ("unbroken", "broken"))
    network = [starting_network(Start.DEFAULT, 1) for _ in range(3)]
    list(begun(unbroken, 3, network[0]).run())
    run_until(begun(broken, 3, network[1]), 1)
    list(resumed(broken, network[2]).run())
    assert result_of(broken) == result_of(unbroken)


def test_broken_off_anywhere_it_goes_on_from_what_was_saved_last(task):
    unbroken, killed = task("unbroken"), task("killed")
    list(begun(unbroken).run())
    running = begun(killed).run()
    for told in running:
        if isinstance(told, Stepped) and told.step == 5:
            break
    running.close()
    assert load_checkpoint(killed.folder).facts["step"] == 4
    list(resumed(killed).run())
    assert result_of(killed) == result_of(unbroken)


def test_nothing_depends_on_what_else_draws_by_chance(task):
    first, second = task("first"), task("second")
    list(begun(first).run())
    for _ in begun(second).run():
        torch.rand(3)
        np.random.rand(3)
    assert result_of(first) == result_of(second)


def test_the_best_in_validation_is_kept(task):
    marks = iter([0.5, 0.7, 0.9, 0.8, 0.89, 0.1, 0.2])
    networks = []
    trainer = None

    def validate(_vectors, _people):
        networks.append(save_network(trainer.learner.network))
        return {"2": next(marks)}

    made = task(validate=validate)
    trainer = begun(made)
    *_, ended = trainer.run()
    assert [each.best for each in ended.validations] == [True, True, True, *[False] * 4]
    assert ended.best.step == 4
    assert (made.folder / ENCODER_FILE).read_bytes() == networks[2]


def test_where_all_are_recognised_the_best_tells_people_apart_most_clearly(task):
    made = task(validate=lambda *_: {"2": 1.0})
    *_, ended = begun(made).run()
    apart = [each.apart for each in ended.validations]
    assert [each.best for each in ended.validations] == [
        all(value > former for former in apart[:place]) for place, value in enumerate(apart)
    ]
    assert ended.best.apart == max(apart) > 0


def test_stopped_while_it_is_tried_it_is_tried_when_it_goes_on(task):
    unbroken, broken = task("unbroken"), task("broken")
    list(begun(unbroken).run())
    ended = run_until(begun(broken), 12)
    assert (ended.step, ended.stopped, len(ended.validations)) == (12, True, 6)
    *_, ended = resumed(broken).run()
    assert not ended.stopped
    assert result_of(broken) == result_of(unbroken)


def test_who_it_is_tried_on_is_never_learned_from(task, monkeypatch):
    seen = []
    learn = Learner.learn

    def note(self, batch):
        seen.extend(chip.tobytes() for chip in batch.chips)
        return learn(self, batch)

    monkeypatch.setattr(Learner, "learn", note)
    made = task(settings=dataclasses.replace(QUICK, augment=False))
    list(begun(made).run())
    learned, judged = (
        {chip.tobytes() for chip in faces.chips} for faces in (made.faces, made.held_out)
    )
    assert set(seen) <= learned
    assert not set(seen) & judged


def test_with_nobody_to_judge_by_the_last_is_kept(task):
    made = task(held_out=False)
    trainer = begun(made)
    *_, ended = trainer.run()
    assert (ended.before, ended.best) == (None, None)
    assert (made.folder / ENCODER_FILE).read_bytes() == save_network(trainer.learner.network)


def test_people_are_told_apart_better_than_before(task):
    settings = dataclasses.replace(QUICK, keep=0.0, augment=False)
    *_, ended = begun(task(settings=settings), 60).run()
    assert ended.best.mean_dir >= ended.before.mean_dir
    told = [each for each in begun(task("b", settings), 60).run() if isinstance(each, Stepped)]
    assert np.mean([each.loss for each in told[-5:]]) < np.mean([each.loss for each in told[:5]])


def test_a_training_is_not_begun_over_another(task):
    list(begun(task(), 2).run())
    with pytest.raises(errors.TrainingThere, match="Go on with it"):
        begun(task(), 2)


def test_without_a_training_nothing_can_go_on(task):
    with pytest.raises(errors.NothingToResume):
        resumed(task())


def test_with_other_photos_it_does_not_go_on(task, faces):
    made = task()
    list(begun(made, 2).run())
    fewer = dataclasses.replace(made, faces=faces.of(faces.names[1:]))
    with pytest.raises(errors.OtherFaces):
        resumed(fewer)
    with pytest.raises(errors.OtherFaces):
        resumed(dataclasses.replace(made, held_out=None))


def test_the_checkpoint_of_another_version_is_refused(task, monkeypatch):
    made = task()
    monkeypatch.setattr(checkpoint, "FORMAT", 0)
    list(begun(made, 2).run())
    monkeypatch.undo()
    with pytest.raises(errors.CheckpointOfOtherVersion):
        resumed(made)


def test_the_checkpoint_of_another_network_is_damaged(task):
    made = task()
    list(begun(made, 2).run())
    other = TinyNetwork()
    other.head = torch.nn.Linear(12, 4, bias=False)
    with pytest.raises(errors.CheckpointDamaged):
        resumed(made, other)


@pytest.mark.parametrize("writes", range(2, 7))
def test_a_disk_that_fills_up_stops_it_and_nothing_is_lost(task, monkeypatch, writes):
    unbroken, full = task("unbroken"), task("full")
    list(begun(unbroken).run())
    count, sync = itertools.count(), os.fsync

    def fill_up(descriptor):
        if next(count) >= writes:
            raise OSError(errno.ENOSPC, "simulated")
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", fill_up)
    with pytest.raises(errors.TrainingDiskFull, match="Free some space"):
        list(begun(full).run())
    monkeypatch.setattr(os, "fsync", sync)
    assert {path.name for path in full.folder.iterdir()} == {
        ENCODER_FILE,
        checkpoint_file(full.folder).name,
    }
    list(resumed(full).run())
    assert result_of(full) == result_of(unbroken)


def test_the_time_of_all_parts_is_added_up(task):
    made = task()
    first = run_until(begun(made), 2)
    *_, whole = resumed(made).run()
    assert whole.seconds > first.seconds > 0
    times = [each.seconds for each in whole.validations]
    assert times == sorted(times)


def test_torch_is_left_as_it_was(task):
    before = torch.are_deterministic_algorithms_enabled(), torch.get_rng_state()
    list(begun(task(), 2).run())
    assert torch.are_deterministic_algorithms_enabled() == before[0]
    assert torch.equal(torch.get_rng_state(), before[1])


@pytest.mark.parametrize(("steps", "per_epoch", "every"), [(12, 2, 2), (1000, 10, 50), (3, 5, 5)])
def test_it_is_tried_after_each_epoch_but_not_too_often(steps, per_epoch, every):
    assert validate_every(steps, per_epoch) == every
