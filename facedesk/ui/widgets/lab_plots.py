"""Plots of a training that go on while it runs. Import it only where they are shown."""

import numpy as np
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facedesk.training.progress import BINS, Validated
from facedesk.training.record import Pairs, Seen
from facedesk.ui.widgets.chart import Chart, Line
from facedesk.ui.widgets.chart_grid import ChartGrid
from facedesk.ui.widgets.chart_view import ChartView

translate = QCoreApplication.translate
_NEARLY_ALL = 0.999  # of the pairs are shown; single ones would stretch the axis
_MOST_POINTS = 40  # of a line; the bins of training are finer than the eye


class LabPlots(QWidget):
    """Recognition and distances, active triplets and loss."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        nothing = np.zeros(BINS, int)
        none = Pairs(nothing, nothing)
        self.distances = ChartView(_distances(none, none, False))
        self.recognised = ChartView(_recognised(()))
        self.active = ChartView(_active((np.zeros(0), np.zeros(0))))
        self.loss = ChartView(_loss((np.zeros(0), np.zeros(0))))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(ChartGrid((self.recognised, self.distances, self.active, self.loss)))

    def show_seen(self, seen: Seen) -> None:
        """Show how a training stands."""
        for view in (self.distances, self.active, self.loss):
            view.show()
        self.distances.show_chart(_distances(seen.before, seen.now, seen.goes_on))
        self.active.show_chart(_active(seen.active))
        self.loss.show_chart(_loss(seen.loss))
        self.show_validations(seen.validations)

    def show_validations(self, validations: tuple[Validated, ...]) -> None:
        """Show how good the encoder has become."""
        self.recognised.setVisible(bool(validations))
        self.recognised.show_chart(_recognised(validations))

    def show_only(self, validations: tuple[Validated, ...]) -> None:
        """Show a training of which nothing else has been seen."""
        for view in (self.distances, self.active, self.loss):
            view.hide()
        self.show_validations(validations)


def _distances(before: Pairs, now: Pairs, goes_on: bool) -> Chart:
    first = (
        translate("LabPlots", "One person, at the start"),
        translate("LabPlots", "Two people, at the start"),
    )
    if goes_on:
        first = (
            translate("LabPlots", "One person, when it went on"),
            translate("LabPlots", "Two people, when it went on"),
        )
    drawn = (
        (translate("LabPlots", "One person"), now.same),
        (translate("LabPlots", "Two people"), now.different),
        (first[0], before.same),
        (first[1], before.different),
    )
    every = sum(counts for _, counts in drawn).cumsum()
    last = int(np.searchsorted(every, _NEARLY_ALL * every[-1]))
    each = -(-(last + 2) // _MOST_POINTS)
    lines = tuple(Line(name, *_shares(counts, each)) for name, counts in drawn)
    return Chart(
        translate("LabPlots", "Distances of photos that it learns from"),
        translate("LabPlots", "Distance"),
        translate("LabPlots", "Pairs (%)"),
        lines,
        numbers=True,
    )


def _shares(counts: np.ndarray, each: int) -> tuple[np.ndarray, np.ndarray]:
    """Return distances, and how many percent of the pairs lie there; `each`: bins in a point."""
    together = counts[: BINS // each * each].reshape(-1, each).sum(axis=1)[:_MOST_POINTS]
    middles = (np.arange(len(together)) + 0.5) * each * 4 / BINS
    return middles, 100 * together / max(counts.sum(), 1)


def _recognised(validations: tuple[Validated, ...]) -> Chart:
    """Return DIR by step, a line for each number of people enrolled."""
    steps = np.array([each.step for each in validations], float)
    best = next((each for each in reversed(validations) if each.best), None)
    lines = []
    for people in validations[0].dir if validations else ():
        values = np.array([100 * each.dir[people] for each in validations])
        name = translate("LabPlots", "{people} people enrolled").format(people=people)
        mark = (float(best.step), 100 * best.dir[people]) if best else None
        lines.append(Line(name, steps, values, mark))
    return Chart(
        translate("LabPlots", "Recognised, of people not learned from"),
        translate("LabPlots", "Step"),
        translate("LabPlots", "Photos (%)"),
        tuple(lines) or (Line("", np.zeros(0), np.zeros(0)),),
        mark=translate("LabPlots", "the best, which is kept") if validations else "",
        numbers=True,
    )


def _active(points: tuple[np.ndarray, np.ndarray]) -> Chart:
    steps, shares = points
    return Chart(
        translate("LabPlots", "Triplets that still teach something"),
        translate("LabPlots", "Step"),
        translate("LabPlots", "Triplets (%)"),
        (Line(translate("LabPlots", "of those chosen"), steps, 100 * shares),),
        numbers=True,
    )


def _loss(points: tuple[np.ndarray, np.ndarray]) -> Chart:
    return Chart(
        translate("LabPlots", "Loss"),
        translate("LabPlots", "Step"),
        translate("LabPlots", "Loss"),
        (Line(translate("LabPlots", "mean over the triplets"), *points),),
        numbers=True,
    )
