"""Measures how fast this computer is, as a task."""

from collections.abc import Callable
from contextlib import closing
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from facedesk.bench.conditions import Conditions
from facedesk.errors import FacedeskError
from facedesk.ui.tasks import Cancelled, Progress, Task, TaskCancelled, TaskRunner

if TYPE_CHECKING:  # numpy and more; a window that measures nothing needs none of it
    from facedesk.bench.figure import Figure

_PARTS = {
    "encode": QT_TRANSLATE_NOOP("Speed", "Encoding faces"),
    "track": QT_TRANSLATE_NOOP("Speed", "Following faces"),
    "detect": QT_TRANSLATE_NOOP("Speed", "Finding faces"),
    "liveness": QT_TRANSLATE_NOOP("Speed", "Watching a face"),
}
_REPEATS = 10


def measure_speed(
    tasks: TaskRunner,
    on_result: "Callable[[tuple[Figure, ...]], None]",
    on_error: Callable[[FacedeskError], None],
) -> Task:
    """Measure the parts of the bench that do not take long."""
    title = QCoreApplication.translate("Speed", "Measuring the speed")
    return tasks.start(title, _measured, on_result, on_error)


def _measured(progress: Progress, cancelled: Cancelled) -> "tuple[Figure, ...]":
    from facedesk.bench import own_process

    conditions = Conditions(_REPEATS, leaves_a_core=True)
    found = []
    for done, (part, words) in enumerate(_PARTS.items()):
        progress(done, len(_PARTS), QCoreApplication.translate("Speed", words))
        with closing(own_process.figures(part, conditions)) as figures:
            for figure in figures:
                if cancelled():
                    raise TaskCancelled
                found.append(figure)
    return tuple(found)
