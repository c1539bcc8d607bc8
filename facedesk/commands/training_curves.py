"""Draws what `facedesk train-curves` has found."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from facedesk.evaluation.report import Plot, Table
    from facedesk.training.learning_curve import CurvePoint

Curves = Mapping[str, Sequence["CurvePoint"]]  # by the way in which triplets are chosen

_HOW = (
    "The same training each time, but for the way in which triplets are chosen. DIR at FPIR 1 %, "
    "from distances alone and one view of each face, on people who are not learned from.",
    "The time is the processor's, without validations, so that it does not depend on what else "
    "the computer had to do.",
)


def write_curves(folder: Path, curves: Curves, command: str) -> Path:
    """Write a page with plots and a table, and return the file. Raises FileNotWritten."""
    from facedesk.evaluation.report import Section, write_report

    sizes = list(next(iter(curves.values()))[0].dir)
    plots = [
        _plot(curves, lambda point, size=size: point.dir[size], f"DIR, {size} people enrolled")
        for size in sizes
    ]
    taught = {name: points[1:] for name, points in curves.items() if points[1:]}
    if taught:
        plots.append(_plot(taught, lambda point: point.active, "triplets that taught something"))
    section = Section(
        "By the way in which triplets are chosen", _HOW, _table(curves, sizes), tuple(plots)
    )
    made_by = Section("What was measured", facts=(("Command", command),))
    return write_report(folder, "facedesk: which triplets teach", [section, made_by])


def _plot(curves: Curves, value: "Callable[[CurvePoint], float]", what: str) -> "Plot":
    from facedesk.evaluation.plots import line_plot
    from facedesk.evaluation.report import Plot

    lines = {
        name: ([each.seconds / 60 for each in points], [value(each) for each in points])
        for name, points in curves.items()
    }
    return Plot(line_plot(lines, "minutes of training", what), what)


def _table(curves: Curves, sizes: Sequence[str]) -> "Table":
    """Return where the curves begin and end."""
    from facedesk.evaluation.report import Table, percent

    headings = ("Selection", "Minutes", *(f"DIR, {size} people" for size in sizes), "Taught")
    rows = []
    for name, points in curves.items():
        first, last = points[0], points[-1]
        found = [f"{percent(first.dir[size])} → {percent(last.dir[size])}" for size in sizes]
        rows.append((name, f"{last.seconds / 60:.1f}", *found, _share(last.active)))
    return Table(headings, tuple(rows))


def _share(active: float | None) -> str:
    from facedesk.evaluation.report import percent

    return "–" if active is None else percent(active)
