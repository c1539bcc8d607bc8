import copy
import dataclasses

import numpy as np
import pytest
import torch
from made_up import TinyNetwork

from facedesk.errors import Collapsed, OutOfHand
from facedesk.training.encode import unit_encodings
from facedesk.training.feed import Batch
from facedesk.training.learner import Learner
from facedesk.training.losses import squared_distances
from facedesk.training.training_settings import Learns, Optimiser, Selection, TrainingSettings

CPU = torch.device("cpu")
QUICK = TrainingSettings(
    learns=Learns.ALL, keep=0.0, learning_rate=0.01, warm_up=0.0, augment=False
)


@pytest.fixture
def batch(faces):
    rows = np.arange(len(faces.photos))
    return Batch(rows, faces.chips, faces.people)


def learner_of(settings, network=None, steps=60):
    learner = Learner(network or TinyNetwork(), settings, CPU)
    learner.steps = steps
    return learner


@pytest.mark.parametrize("selection", list(Selection))
@pytest.mark.parametrize("optimiser", list(Optimiser))
def test_it_learns_to_tell_people_apart(batch, selection, optimiser):
    rate = 0.5 if optimiser is Optimiser.SGD else 0.01
    learner = learner_of(
        dataclasses.replace(QUICK, selection=selection, optimiser=optimiser, learning_rate=rate)
    )
    steps = [learner.learn(batch) for _ in range(60)]
    assert steps[-1].loss < 0.5 * steps[0].loss
    assert steps[-1].active < steps[0].active
    assert [step.step for step in steps] == list(range(1, 61))


def test_random_triplets_soon_teach_less_than_hard_ones(batch):
    active = {}
    for selection in (Selection.RANDOM, Selection.HARD):
        learner = learner_of(dataclasses.replace(QUICK, selection=selection, learning_rate=0.003))
        active[selection] = np.mean([learner.learn(batch).active for _ in range(30)])
    assert active[Selection.RANDOM] < active[Selection.HARD]


def test_what_a_step_tells_is_true(batch):
    learner = learner_of(QUICK)
    with torch.no_grad():
        each = unit_encodings(copy.deepcopy(learner.network), batch.chips)
    distances = squared_distances(each, each).numpy()
    step = learner.learn(batch)
    own = batch.people[:, None] == batch.people
    upper = np.triu(np.ones_like(own), 1).astype(bool)
    assert step.same.sum() == (own & upper).sum()
    assert step.different.sum() == (~own & upper).sum()
    assert step.spread == pytest.approx(distances.mean(), abs=1e-5)
    hardest = step.hardest
    losses = [distances[a, p] - distances[a, n] + QUICK.margin for a, p, n in hardest.rows.tolist()]
    assert losses == sorted(losses, reverse=True)
    for anchor, positive, negative in hardest.rows:
        assert batch.people[anchor] == batch.people[positive] != batch.people[negative]


@pytest.mark.parametrize("learns", [Learns.LAST_LAYER, Learns.LAST_BLOCK])
def test_what_does_not_learn_stays_as_it_is(batch, learns):
    network = TinyNetwork()
    before = copy.deepcopy(network.state_dict())
    learner_of(dataclasses.replace(QUICK, learns=learns), network).learn(batch)
    changed = {
        name for name, each in network.state_dict().items() if not torch.equal(each, before[name])
    }
    block = {"blocks.1.0.weight", "blocks.1.0.bias"}
    assert changed == {"head.weight"} | (block if learns is Learns.LAST_BLOCK else set())


def all_weights(network):
    return torch.cat([each.detach().flatten() for each in network.parameters()])


def test_the_gradient_is_cut_to_its_longest(batch):
    network = TinyNetwork()
    before = all_weights(network)
    settings = dataclasses.replace(
        QUICK, optimiser=Optimiser.SGD, learning_rate=1.0, clip=1e-3, weight_decay=0.0
    )
    learner_of(settings, network).learn(batch)
    moved = all_weights(network) - before
    assert float(moved.norm()) == pytest.approx(1.9e-3, rel=0.01)  # with Nesterov's momentum


def test_what_it_said_before_can_be_kept(batch):
    drifts = {}
    for keep in (0.0, 10.0):
        learner = learner_of(dataclasses.replace(QUICK, keep=keep))
        learner.remember(batch.chips)
        for _ in range(30):
            last = learner.learn(batch)
        drifts[keep] = last.drift
    assert drifts[10.0] < 0.5 * drifts[0.0]


def test_a_rehearsal_changes_nothing(batch):
    learner = learner_of(QUICK)
    before = copy.deepcopy(learner.tensors())
    learner.rehearse(batch)
    after = learner.tensors()
    assert before.keys() == after.keys()
    assert all(torch.equal(after[name], each) for name, each in before.items())


class SaysTheSame(TinyNetwork):
    def forward(self, chips):
        return super().forward(chips) * 0 + self.head.weight[:, 0]


def test_a_collapse_is_named(batch):
    learner = learner_of(QUICK, SaysTheSame())
    steps = [learner.learn(batch) for _ in range(19)]
    assert steps[-1].spread == pytest.approx(0, abs=1e-3)
    with pytest.raises(Collapsed, match="says the same of every face"):
        learner.learn(batch)


class SaysNoNumber(TinyNetwork):
    def forward(self, chips):
        return super().forward(chips) * torch.nan


def test_numbers_that_are_none_are_told_before_they_spoil_the_weights(batch):
    network = SaysNoNumber()
    with pytest.raises(OutOfHand, match="lower learning rate"):
        learner_of(QUICK, network).learn(batch)
    assert all(torch.isfinite(each).all() for each in network.parameters())
