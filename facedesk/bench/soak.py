"""Whether a long day takes more and more: the live loop at speed, for as long as wanted."""

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from facedesk.bench import process
from facedesk.bench.clip_camera import AsTaken
from facedesk.bench.conditions import Conditions
from facedesk.bench.figure import Figure, single
from facedesk.bench.stage import live_loop

_EVERY_S = 5.0
_SETTLED_S = 60.0  # by then everything has been loaded and used once


@dataclass(frozen=True)
class Sample:
    """What the process took, so many seconds after the first answer. memory_mb: None: unknown."""

    at_s: float
    answered: int
    memory_mb: float | None
    threads: int
    handles: int | None


def soak(
    conditions: Conditions,
    seconds: float,
    stopped: threading.Event,
    on_sample: Callable[[Sample], None],
) -> list[Sample]:
    """Return what was there every few seconds, until stopped. Raises SourceError, PhotoRefused."""
    samples: list[Sample] = []
    with live_loop(conditions, lambda session: AsTaken(lambda: session.answered)) as session:
        start, before = time.monotonic(), session.answered
        while not samples or (samples[-1].at_s < seconds and not stopped.is_set()):
            if samples:
                stopped.wait(min(_EVERY_S, seconds - samples[-1].at_s))
            samples.append(_sample(time.monotonic() - start, session.answered - before))
            on_sample(samples[-1])
    return samples


def _sample(at_s: float, answered: int) -> Sample:
    return Sample(at_s, answered, process.memory_mb(), process.threads(), process.handles())


def figures(samples: list[Sample]) -> Iterator[Figure]:
    """Yield what grew between the end of the first minute and the end."""
    settled = next((s for s in samples if s.at_s >= _SETTLED_S), samples[0])
    last = samples[-1]
    since = f"{clock(settled.at_s)} to {clock(last.at_s)}"
    yield single("soak_answers", last.answered / max(last.at_s, 1e-9), "per second", "at speed")
    if settled.memory_mb is not None and last.memory_mb is not None:
        grown = last.memory_mb - settled.memory_mb
        yield single("soak_memory_growth", grown, "MB", since)
        yield single("soak_memory", last.memory_mb, "MB", "at the end")
    yield single("soak_threads_before", settled.threads, "threads", f"at {clock(settled.at_s)}")
    yield single("soak_threads", last.threads, "threads", "at the end")
    if settled.handles is not None and last.handles is not None:
        before = f"at {clock(settled.at_s)}"
        yield single("soak_handles_before", settled.handles, "handles", before)
        yield single("soak_handles", last.handles, "handles", "at the end")


def clock(seconds: float) -> str:
    """Return a time as minutes and seconds, such as 61:05."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02d}"
