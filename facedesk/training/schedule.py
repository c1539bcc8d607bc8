"""How large the steps of a training are."""

import math


def learning_rate(step: int, steps: int, highest: float, warm_up: float) -> float:
    """Return the learning rate of a step: it rises in a line, then falls like half a cosine wave.

    step: 0…steps − 1. warm_up: share of the steps in which it rises, 0…1. Loshchilov and Hutter,
    "SGDR", 2017; Goyal et al., "Accurate, Large Minibatch SGD", 2017.
    """
    rising = math.ceil(warm_up * steps)
    if step < rising:
        return highest * (step + 1) / rising
    fallen = (step - rising) / max(1, steps - rising)
    return highest * 0.5 * (1 + math.cos(math.pi * fallen))
