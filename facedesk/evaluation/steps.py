"""What each step from the network's output to the score is worth in open-set recognition."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from facedesk.encoder.encoder import Encoder
from facedesk.encoder.encoder_id import ENCODER_ID
from facedesk.encoder.template import unit
from facedesk.evaluation.bootstrap import Interval, intervals
from facedesk.evaluation.draws import drawn
from facedesk.evaluation.outcome import outcome_of
from facedesk.matching.cohort import Cohort
from facedesk.matching.normalised import normalise, scores_of

# From photos to score against people, both as indices (N,), (K,) into the data set: -> (N, K).
Scorer = Callable[[np.ndarray, np.ndarray], np.ndarray]


@dataclass(frozen=True, eq=False)
class Step:
    """The pipeline up to and with a step; what comes after it is left out."""

    name: str
    score: Scorer


@dataclass(frozen=True)
class StepResult:
    """Means over the draws, the same draws for all steps.

    dir: by FPIR. interval: of dir at the first FPIR.
    """

    step: str
    people: int
    repeats: int
    rank1: float
    dir: dict[str, float]
    interval: Interval


def steps_of(features: np.ndarray, encoder: Encoder, cohort: Cohort) -> Iterator[Step]:
    """Yield the steps in their order. features: float32 (N, V, 2, F), see EncodedDataSet."""
    outputs = encoder.outputs(features[:, 0])
    yield Step("distance on the network's own output", _nearness(outputs[:, 0]))
    yield Step("+ mean of face and mirror image", _nearness(outputs.mean(axis=1)))
    yield Step("+ unit length", _nearness(unit(unit(outputs).sum(axis=1))))
    if encoder.id == ENCODER_ID:  # others use their own
        yield Step("+ fitted last layer", _nearness(encoder.combine(features[:, :1])))
    vectors = encoder.combine(features)
    yield Step(f"+ {features.shape[1]} views", _nearness(vectors))
    yield Step("+ AS-norm, cohort in one part", _normalised(vectors, cohort.as_one_part()))
    parts = len(cohort.weights)
    yield Step(f"+ cohort in {parts} parts: as shipped", _normalised(vectors, cohort))


def evaluate_step(
    step: Step, persons: Sequence[str], size: int, fpir: Sequence[float], repeats: int
) -> StepResult:
    """Measure one step with one gallery size. persons: (N,). Raises as evaluate_open_set does."""
    names, people = np.unique(persons, return_inverse=True)
    random = np.random.default_rng(size)
    outcomes = []
    for _ in range(repeats):
        draw = drawn(people, size, random)
        mates = step.score(draw.mates, draw.enrolled)
        outcomes.append(outcome_of(people, draw, mates, step.score(draw.strangers, draw.enrolled)))
    everyone = np.ones(len(names))
    rates = {f"{rate:g}": rate for rate in fpir}
    spread = intervals(
        lambda draw, weights: {"dir": outcomes[draw].dir_at(fpir[0], weights)}, repeats, len(names)
    )
    return StepResult(
        step.name,
        size,
        repeats,
        float(np.mean([outcome.rank1(everyone) for outcome in outcomes])),
        {
            name: float(np.mean([outcome.dir_at(rate, everyone) for outcome in outcomes]))
            for name, rate in rates.items()
        },
        spread["dir"],
    )


def _nearness(vectors: np.ndarray) -> Scorer:
    """Score by the squared distance, however long the vectors (N, D) are."""
    squares = (vectors**2).sum(axis=1)

    def score(probes: np.ndarray, people: np.ndarray) -> np.ndarray:
        products = vectors[probes] @ vectors[people].T
        return 2 * products - squares[probes][:, None] - squares[people]

    return score


def _normalised(vectors: np.ndarray, cohort: Cohort) -> Scorer:
    normalised = normalise(vectors, cohort)

    def score(probes: np.ndarray, people: np.ndarray) -> np.ndarray:
        return scores_of(normalised.part(probes), normalised.part(people))[0]

    return score
