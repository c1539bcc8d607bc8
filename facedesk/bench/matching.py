"""How long it takes to name one face among very many people."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from itertools import cycle
from pathlib import Path

import numpy as np

from facedesk.bench.conditions import Conditions
from facedesk.bench.figure import Figure, single, timed
from facedesk.bench.peers import FAISS, faiss_search
from facedesk.bench.timing import time_in_turn
from facedesk.device import leave_a_core_to_the_window, threads_to_compute_with
from facedesk.encoder.encoder_id import ENCODER_ID
from facedesk.encoder.template import unit
from facedesk.matching.cohort import Cohort, load_cohort
from facedesk.matching.decide import decide
from facedesk.matching.matcher import Matcher
from facedesk.matching.recognition import Recognition
from facedesk.matching.thresholds import load_calibration, thresholds_for

_SIZES = (100, 1_000, 10_000, 100_000, 1_000_000)
_BYTES_PER_PERSON = 2200  # four copies of 128 numbers while all is built, the peer's among them
_BATCH = 100_000  # people drawn at a time
_OWN_STATISTICS = 10_000
_PROBES = 10
_APART = 0.4  # how much of another face is in another photo of somebody enrolled
_SLOW = 5  # repeats of what takes most of a second
_SEED = 20260301


def figures(conditions: Conditions) -> Iterator[Figure]:
    """Yield how long one decision takes for each number of people, beside the peer.

    People and probes are artificial: drawn as the templates of the cohort are.
    """
    leave_a_core_to_the_window()
    cohort = load_cohort(ENCODER_ID)
    for size in _SIZES:
        free, needed = free_memory(), size * _BYTES_PER_PERSON
        if free < needed:
            remark = f"free memory; match_{size} needs {needed / 1e9:.1f} and was left out"
            yield single(f"match_{size}_left_out", free / 1e9, "GB", remark)
        else:
            yield from matching(size, cohort, conditions.repeats)
    yield _preparing(cohort, min(conditions.repeats, _SLOW))


def matching(size: int, cohort: Cohort, repeats: int) -> Iterator[Figure]:
    """Yield how long one face takes among `size` people, ours first, then the peer."""
    threads = threads_to_compute_with()
    random = np.random.default_rng(_SEED)
    people = _drawn(cohort, size, random)
    probes = _probes(cohort, people, random)
    matcher = Matcher(range(size), [""] * size, people, _shared_statistics(cohort))
    thresholds = thresholds_for(load_calibration(cohort.encoder_id), size)
    recognition = Recognition(matcher, thresholds)
    search = faiss_search(people, threads)
    ours, theirs = cycle(probes), cycle(probes)
    jobs = [lambda: recognition.decide([next(ours)])]
    if search is not None:
        jobs.append(lambda: search(next(theirs)))
    spread, *of_peer = time_in_turn(jobs, repeats)
    exact = all(
        _same_decision(recognition, probe)
        and (search is None or _same_nearest(matcher, probe, search(probe)))
        for probe in probes
    )
    remark = f"one face, {threads} thread" + ("s" if threads > 1 else "")
    remark += ", exact" if exact else ", NOT THE SAME ANSWER as by comparing with everyone"
    yield timed(f"match_{size}", spread, FAISS, *of_peer, remark=remark)
    if of_peer:
        yield timed(f"match_{size}_{FAISS}", *of_peer, remark="the nearest two by distance only")


def free_memory() -> float:
    """Return how many bytes can be had without swapping; infinity where Linux does not say."""
    try:
        lines = Path("/proc/meminfo").read_text().splitlines()
    except OSError:
        return float("inf")
    (kilobytes,) = (line.split()[1] for line in lines if line.startswith("MemAvailable:"))
    return int(kilobytes) * 1024


def _preparing(cohort: Cohort, repeats: int) -> Figure:
    templates = _drawn(cohort, 1000, np.random.default_rng(_SEED))
    (spread,) = time_in_turn([lambda: cohort.statistics(templates)], repeats)
    return timed("match_prepare_1000", spread, remark="once at the start, for every 1,000 people")


def _same_decision(recognition: Recognition, probe: np.ndarray) -> bool:
    """Tell whether the quick way and the plain one give the same answer and the same people."""
    (quick,) = recognition.decide([probe])
    (plain,) = decide(recognition.matcher.compare([probe]), recognition.thresholds)
    return (quick.answer, quick.match.person_id, quick.runner_up.person_id) == (
        plain.answer,
        plain.match.person_id,
        plain.runner_up.person_id,
    )


def _same_nearest(matcher: Matcher, probe: np.ndarray, found: int) -> bool:
    """Tell whether whom the peer found is nearest by our distances, which rounding may change."""
    distances = matcher.compare([probe]).distances[0]
    return bool(distances[found] <= distances.min() + 1e-5)


# Artificial people --------------------------------------------------------------------------------


def _drawn(cohort: Cohort, count: int, random: np.random.Generator) -> np.ndarray:
    """Return artificial templates, float32 (count, D)."""
    drawn = np.empty((count, cohort.dimensions), np.float32)
    for start in range(0, count, _BATCH):
        batch = drawn[start : start + _BATCH]
        batch[:] = cohort.draw(len(batch), random)
    return drawn


def _probes(cohort: Cohort, people: np.ndarray, random: np.random.Generator) -> list[np.ndarray]:
    """Return faces of strangers and of people enrolled, by turns."""
    strangers, others = (_drawn(cohort, _PROBES // 2, random) for _ in range(2))
    enrolled = people[random.integers(0, len(people), _PROBES // 2)]
    mates = unit((1 - _APART) * enrolled + _APART * others)
    return [probe for pair in zip(strangers, mates, strict=True) for probe in pair]


def _shared_statistics(cohort: Cohort) -> Cohort:
    return _SharedStatistics(*(getattr(cohort, field.name) for field in fields(cohort)))


@dataclass(frozen=True)
class _SharedStatistics(Cohort):
    """A cohort that gives neighbours among many templates the statistics of one of them.

    Neighbours are drawn from the same part. That spares minutes, and no time that is measured
    depends on it.
    """

    def statistics(self, vectors: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """See Cohort."""
        every = max(1, len(vectors) // _OWN_STATISTICS)
        mean, deviation = super().statistics(vectors[::every])
        whose = np.arange(len(vectors)) // every
        return mean[whose], deviation[whose]
