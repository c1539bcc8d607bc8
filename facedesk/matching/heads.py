"""Verification heads: how probable it is that two pictures show the same person.

A head is a logistic regression on one form of a pair (see pairs.py), calibrated on people it was
not fitted on: of the pairs to which it gives 0.8, eight in ten are of one person, where pairs of
one person and of two are equally frequent.
"""

import json
from dataclasses import asdict, dataclass

import numpy as np

from facedesk import resources
from facedesk.errors import ResourceMissing
from facedesk.matching.pairs import Form, Pairs


@dataclass(frozen=True)
class Head:
    """P(same person) = 1 / (1 + exp(−(weights · what the form sees + bias))).

    weights: (F,). data_set, people, pairs, date: what it was fitted and calibrated on, and when.
    """

    encoder_id: str
    form: Form
    weights: tuple[float, ...]
    bias: float
    data_set: str
    people: int
    pairs: int
    date: str

    def logits(self, pairs: Pairs) -> np.ndarray:
        """Return the logarithm of the odds that each pair is of one person: float64 (N,)."""
        return pairs.seen_as(self.form) @ np.array(self.weights) + self.bias

    def probabilities(self, pairs: Pairs) -> np.ndarray:
        """Return the probability that each pair is of one person: float64 (N,), 0…1."""
        return (1 + np.tanh(self.logits(pairs) / 2)) / 2  # the logistic function; never overflows


def save_head(head: Head) -> str:
    """Return a head as the contents of a JSON file."""
    return json.dumps({**asdict(head), "form": head.form.value}, indent=1) + "\n"


def read_head(data: bytes | str) -> Head:
    """Return the head that a JSON file holds, by its contents. Raises ValueError, KeyError."""
    values = json.loads(data)
    return Head(
        encoder_id=str(values["encoder_id"]),
        form=Form(values["form"]),
        weights=tuple(float(weight) for weight in values["weights"]),
        bias=float(values["bias"]),
        data_set=str(values["data_set"]),
        people=int(values["people"]),
        pairs=int(values["pairs"]),
        date=str(values["date"]),
    )


def load_head(encoder_id: str) -> Head:
    """Return the head shipped for an encoder. Raises ResourceMissing."""
    name = f"heads/{encoder_id}.json"
    try:
        return read_head(resources.read(name))
    except (ValueError, KeyError, TypeError) as error:
        raise ResourceMissing(name=name) from error
