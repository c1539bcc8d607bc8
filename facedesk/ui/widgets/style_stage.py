"""What is drawn, how far it is, and what can be done with it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from facedesk.style.progress import Losses, StyleProgress
from facedesk.ui.widgets.buttons import push_button
from facedesk.ui.widgets.disguise_meter import DisguiseMeter
from facedesk.ui.widgets.elided_label import ElidedLabel
from facedesk.ui.widgets.evaluation_intro import EvaluationIntro
from facedesk.ui.widgets.picture_compare import PictureCompare
from facedesk.ui.widgets.scrolling import scrolling
from facedesk.ui.widgets.segments import Segments
from facedesk.ui.widgets.style_words import loss_chart

if TYPE_CHECKING:  # pyqtgraph takes its time to import
    from facedesk.ui.widgets.chart_view import ChartView

_PICTURE, _LOSSES = range(2)
_LEAST_CHART = 220  # pixels wide


class StyleStage(QWidget):
    """Emits pause_wanted with whether to pause, cancel_wanted, save_wanted and avatar_wanted."""

    pause_wanted = Signal(bool)
    cancel_wanted = Signal()
    save_wanted = Signal()
    avatar_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._losses: Sequence[Losses] = ()
        self.views = Segments(
            ((self.tr("Picture"), "mdi6.image-outline"), (self.tr("Losses"), "evaluation"))
        )
        self.views.button(_LOSSES).setEnabled(False)
        self.empty = EvaluationIntro(
            "style",
            self.tr("A portrait, drawn in another style"),
            self.tr(
                "Choose a picture and a style, then press Start. A first picture appears after "
                "some seconds, and it gets finer from then on."
            ),
        )
        self.compare = PictureCompare()
        self.chart: ChartView | None = None
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("How much is drawn"))
        self.disguise = DisguiseMeter()
        self.disguise.hide()
        self.words = ElidedLabel()
        self.pause = push_button(self.tr("Pause"), "mdi6.pause")
        self.pause.setCheckable(True)
        self.cancel = push_button(self.tr("Stop"), "mdi6.stop")
        self.cancel.setToolTip(self.tr("Keep the picture as it is now"))
        self.save = push_button(self.tr("Save…"), "save")
        self.avatar = push_button(self.tr("As avatar…"), "person")
        self.avatar.setToolTip(self.tr("Let it stand for somebody in lists"))
        self._lay_out()
        self._connect()
        self.show_running(False)
        self.show_pictures(None, None)

    def show_pictures(self, before: np.ndarray | None, after: np.ndarray | None) -> None:
        """Show the original, and what is drawn, RGB uint8 (H, W, 3); None where there is none."""
        self.compare.show_pictures(before, after)
        for button in (self.save, self.avatar):
            button.setEnabled(after is not None)
        self._show_view()

    def show_step(
        self, before: np.ndarray, step: StyleProgress, words: str, disguised_from: str = ""
    ) -> None:
        """Show how far it is. disguised_from: the name of whom it shall not be recognised as."""
        self.show_pictures(before, step.picture)
        self.disguise.setVisible(step.target is not None)
        if step.target is not None:
            self.disguise.show_step(step, disguised_from)
        self.progress.setRange(0, step.steps)
        self.progress.setValue(step.step)
        self.words.setText(words)

    def show_losses(self, losses: Sequence[Losses]) -> None:
        """Plot the terms of the loss, where they are looked at."""
        self._losses = losses
        self.views.button(_LOSSES).setEnabled(bool(losses))
        if not losses:
            self.views.choose(_PICTURE)
        self._show_view()

    def show_running(self, running: bool) -> None:
        """Offer to pause and stop, or what can be done with the picture."""
        for widget in (self.progress, self.pause, self.cancel):
            widget.setVisible(running)
        for button in (self.save, self.avatar):
            button.setVisible(not running)
        self.cancel.setEnabled(running)
        self.pause.setChecked(False)
        if running:
            self.disguise.hide()
            self.progress.setRange(0, 0)
            self.words.setText(self.tr("Getting ready…"))

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.compare)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        for button in (self.avatar, self.save, self.pause, self.cancel):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.views)
        column.addWidget(self._stack, 1)
        column.addWidget(self.disguise)
        column.addWidget(self.progress)
        column.addWidget(self.words)
        column.addLayout(buttons)

    def _connect(self) -> None:
        self.views.chosen.connect(self._show_view)
        self.pause.toggled.connect(self._tell_pause)
        self.cancel.clicked.connect(self._cancel)
        self.save.clicked.connect(self.save_wanted)
        self.avatar.clicked.connect(self.avatar_wanted)

    def _show_view(self) -> None:
        if self.views.taken == _LOSSES:
            self._show_chart()
        elif self.compare.empty:
            self._stack.setCurrentWidget(self.empty)
        else:
            self._stack.setCurrentWidget(self.compare)

    def _show_chart(self) -> None:
        chart = loss_chart(self._losses)
        if self.chart is None:
            from facedesk.ui.widgets.chart_view import ChartView

            self.chart = ChartView(chart)
            self.chart.plot.setMinimumWidth(_LEAST_CHART)
            self._chart_room = scrolling(self.chart)
            self._stack.addWidget(self._chart_room)
        else:
            self.chart.show_chart(chart)
        self._stack.setCurrentWidget(self._chart_room)

    def _tell_pause(self, paused: bool) -> None:
        self.pause.setText(self.tr("Go on") if paused else self.tr("Pause"))
        if paused:
            self.words.setText(self.tr("It waits after this step."))
        self.pause_wanted.emit(paused)

    def _cancel(self) -> None:
        self.cancel.setEnabled(False)
        self.words.setText(self.tr("Stopping…"))
        self.cancel_wanted.emit()
