import numpy as np
import torch

from facedesk.liveness.signals.eye_training import EPOCHS, eye_examples, train_eyes
from facedesk.liveness.signals.training import examples, loss_of, train


def going_on():
    return False


def test_the_same_seed_teaches_the_same():
    one, other = (train(1, 7, lambda *_: None, going_on).state_dict() for _ in range(2))
    assert all(torch.equal(one[name], other[name]) for name in one)


def test_it_says_how_far_it_is_and_stops_when_asked():
    said = []
    train(3, 1, lambda done, of: said.append((done, of)), lambda: len(said) == 2)
    assert said == [(1, 3), (2, 3)]


def test_a_few_steps_teach_something():
    held_out = examples(24, np.random.default_rng(99))
    losses = []
    for steps in (1, 8):
        network = train(steps, 1, lambda *_: None, going_on).train()
        with torch.no_grad():
            losses.append(float(loss_of(network, held_out)))
    assert losses[1] < 0.9 * losses[0]


def test_what_is_not_there_teaches_nothing():
    network = train(1, 1, lambda *_: None, going_on)
    given = examples(4, np.random.default_rng(1))
    nothing = torch.zeros_like(given.there)
    other = given.__class__(given.windows, 1 - given.happened, nothing, given.pulse)
    same = given.__class__(given.windows, given.happened, nothing, given.pulse)
    with torch.inference_mode():
        assert loss_of(network, other) == loss_of(network, same)


def test_eyes_are_taught_open_from_shut(source):
    random, said = np.random.default_rng(1), []
    made = [eye_examples(source, random) for _ in range(8)]
    patches, openings = (np.concatenate(each) for each in zip(*made, strict=True))
    assert patches.shape == (112, 16, 24)
    network = train_eyes(patches, openings, 1, lambda *done: said.append(done), going_on)
    assert said[-1] == (EPOCHS, EPOCHS)
    with torch.inference_mode():
        found = torch.sigmoid(network(torch.from_numpy(patches))).numpy()
    assert found[openings > 0.9].mean() > found[openings < 0.1].mean() + 0.1
