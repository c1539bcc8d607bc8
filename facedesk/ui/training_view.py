"""One training: while it runs, and what came of it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facedesk.training.kept import KeptTraining
from facedesk.ui.comparing import Comparing, Comparison
from facedesk.ui.context import AppContext
from facedesk.ui.dialogs.model_card_dialog import ModelCardDialog
from facedesk.ui.messages import Level, error_text
from facedesk.ui.training import Outcome, Training
from facedesk.ui.using_trained import UsingTrained
from facedesk.ui.widgets.announce import announce
from facedesk.ui.widgets.lab_head import LabHead
from facedesk.ui.widgets.lab_result import LabResult
from facedesk.ui.widgets.lab_words import kept_title
from facedesk.ui.widgets.triplet_strip import TripletStrip


class TrainingView(QWidget):
    """Emits delete_wanted with the training that is shown, and closed."""

    delete_wanted = Signal(object)
    closed = Signal()

    def __init__(
        self, context: AppContext, training: Training, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._training = training
        self._kept: KeptTraining | None = None
        self._comparing = Comparing(context, self)
        self._using = UsingTrained(context, self)
        self.head = LabHead()
        self.result = LabResult()
        self.plots: QWidget | None = None
        self.strip = TripletStrip()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)
        for part in (self.head, self.result, self.strip):
            self._column.addWidget(part)
        self._connect()

    @property
    def first(self) -> QWidget:
        """What the keyboard comes to first."""
        return self.result.first if self.head.isHidden() else self.head.pause

    def show_kept(self, kept: KeptTraining) -> None:
        """Show one of those that were begun before."""
        self._show_result(kept)
        self.strip.hide()
        self._plots().show_only(kept.facts.validations)

    def show_newest(self) -> None:
        """Show how the training stands that runs; nothing while another page is in front."""
        if not self.isVisible() or not self.head.isVisible():
            return
        seen = self._training.record.seen()
        if seen is None:
            self._plots().show_only(self._training.record.validations)
            return
        self.head.show_seen(self._training.settings.selection, seen)
        self._plots().show_seen(seen)
        self.strip.show_triplets(seen.hardest)
        self.strip.show()

    def _connect(self) -> None:
        training, result = self._training, self.result
        training.begun.connect(self._begin)
        training.progressed.connect(self._show_progress)
        training.ended.connect(self._end)
        self.head.pause_wanted.connect(training.pause)
        result.use_wanted.connect(lambda: self._using.use(self._kept, self._name()))
        result.compare_wanted.connect(self._compare)
        result.card_wanted.connect(self._show_card)
        result.copy_wanted.connect(lambda: self._using.save_copy(self._kept, self._name()))
        result.go_on_wanted.connect(lambda: training.go_on(self._kept))
        result.delete_wanted.connect(lambda: self.delete_wanted.emit(self._kept))
        result.close_wanted.connect(self.closed)

    def _begin(self) -> None:
        self.result.hide()
        self.strip.hide()
        self.head.begin()
        self.head.show()
        self._plots().show_only(self._training.record.validations)

    def _show_progress(self, done: int, total: int, words: str) -> None:
        self.head.show_progress(done, total, words)
        self.show_newest()

    def _end(self, outcome: Outcome) -> None:
        self.show_newest()
        if outcome.kept is None or outcome.kept.facts is None:
            self._leave(outcome)
            return
        self._show_result(outcome.kept, outcome)
        announce(self.result, outcome_text(outcome, self.result))

    def _leave(self, outcome: Outcome) -> None:
        """Nothing was saved: go back, and say why."""
        if outcome.error is not None:
            self._context.messages.show(Level.ERROR, error_text(outcome.error))
        self.closed.emit()

    def _show_result(self, kept: KeptTraining, outcome: Outcome | None = None) -> None:
        self._kept = kept
        by_keyboard = self.head.isAncestorOf(self.window().focusWidget())
        self.head.hide()
        self.result.show_training(kept, outcome.error if outcome else None)
        self.result.show()
        if by_keyboard:
            self.first.setFocus()

    def _compare(self) -> None:
        kept = self._kept

        def show(comparison: Comparison) -> None:
            if kept is self._kept:
                self.result.show_comparison(kept, comparison)

        task = self._comparing.start(kept, show, self._context.messages.show_error)
        task.finished.connect(lambda: self.result.compare.setEnabled(True))

    def _show_card(self) -> None:
        ModelCardDialog(self._name(), self._kept.card, self).open()

    def _name(self) -> str:
        return kept_title(self._kept)

    def _plots(self) -> QWidget:
        """Return the plots; what draws them takes its time to import."""
        if self.plots is None:
            from facedesk.ui.widgets.lab_plots import LabPlots

            self.plots = LabPlots()
            self._column.insertWidget(2, self.plots)
        return self.plots


def outcome_text(outcome: Outcome, result: LabResult) -> str:
    """Return what a screen reader says when a training has ended."""
    return error_text(outcome.error) if outcome.error else result.outcome.text()
