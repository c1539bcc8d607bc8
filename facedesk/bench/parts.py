"""The parts of the bench. Each is a module with figures(conditions), which yields Figures."""

from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING

from facedesk.bench.conditions import Conditions

if TYPE_CHECKING:  # the command line needs only the names
    from facedesk.bench.figure import Figure

# In the order they are measured in. What each one needs is imported when it is its turn.
PARTS = {
    "encode": "facedesk.bench.encoding",
    "detect": "facedesk.bench.detecting",
    "find": "facedesk.bench.finding",
    "track": "facedesk.bench.tracking",
    "liveness": "facedesk.bench.watching",
    "match": "facedesk.bench.matching",
    "live": "facedesk.bench.live_run",
    "start": "facedesk.bench.starting",
    "use": "facedesk.bench.using",
}
LONG_PARTS = ("use",)  # which take minutes, and are measured when they are asked for


def figures(part: str, conditions: Conditions) -> "Iterator[Figure]":
    """Yield what a part measures, each figure as soon as it is there."""
    yield from import_module(PARTS[part]).figures(conditions)
