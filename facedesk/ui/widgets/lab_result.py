"""What came of a training, and what can be done with it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from facedesk.errors import FacedeskError
from facedesk.training.kept import KeptTraining
from facedesk.ui.messages import error_text
from facedesk.ui.widgets.buttons import push_button
from facedesk.ui.widgets.clock_words import length_words
from facedesk.ui.widgets.figures_table import FiguresTable
from facedesk.ui.widgets.lab_findings import (
    figures_of,
    is_as_it_began,
    outcome_words,
    worth_words,
)
from facedesk.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from facedesk.ui.comparing import Comparison


class LabResult(QFrame):
    """A card. Emits what is wanted."""

    use_wanted = Signal()
    compare_wanted = Signal()
    card_wanted = Signal()
    copy_wanted = Signal()
    go_on_wanted = Signal()
    delete_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.problem = text_label("", "error")
        self.outcome = text_label("", "heading")
        self.worth = text_label("", "secondary")
        self.table: FiguresTable | None = None
        self.use = push_button(self.tr("Use this encoder…"), kind="primary")
        self.go_on = push_button(self.tr("Go on"), "go_on")
        self.compare = push_button(self.tr("Compare with the one in use"), "evaluation")
        self.card = push_button(self.tr("Model card…"))
        self.copy = push_button(self.tr("Save a copy…"), "save")
        self.delete = push_button(self.tr("Delete…"), "delete")
        self.close_button = push_button(self.tr("Close"), "close")
        self._lay_out()
        self._connect()

    @property
    def first(self) -> QWidget:
        """What the keyboard comes to first."""
        offered = (self.use, self.go_on, self.compare)
        return next((each for each in offered if not each.isHidden()), self.close_button)

    def show_training(self, kept: KeptTraining, error: FacedeskError | None = None) -> None:
        """Show one that can be read. error: why it has just ended early."""
        facts = kept.facts
        self.problem.setText("" if error is None else error_text(error))
        self.problem.setVisible(error is not None)
        self.outcome.setText(outcome_words(facts))
        took = self.tr("{step} of {steps} steps in {length}.").format(
            step=facts.step, steps=facts.steps, length=length_words(facts.seconds)
        )
        self.worth.setText(f"{took} {worth_words(facts)}")
        self._show_figures(kept, None)
        there = kept.encoder is not None
        self.use.setVisible(there and not is_as_it_began(facts))
        self.compare.setVisible(there and bool(facts.validations))
        self.compare.setEnabled(True)
        self.copy.setVisible(there)
        self.card.setVisible(bool(kept.card))
        self.go_on.setVisible(not facts.done)

    def show_comparison(self, kept: KeptTraining, comparison: "Comparison | None") -> None:
        """Add what was compared to the table; None: it was cancelled or has failed."""
        self.compare.setEnabled(True)
        if comparison is not None:
            self._show_figures(kept, comparison)
            self.compare.hide()

    def _show_figures(self, kept: KeptTraining, comparison: "Comparison | None") -> None:
        if self.table is not None:
            self._column.removeWidget(self.table)
            self.table.hide()
            self.table.deleteLater()
            self.table = None
        table = figures_of(kept.facts, comparison)
        if table.rows:
            self.table = FiguresTable(table)
            self._column.insertWidget(self._column.indexOf(self.worth) + 1, self.table)

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        for row, buttons in (
            (first, (self.use, self.go_on, self.compare)),
            (second, (self.card, self.copy, self.delete, self.close_button)),
        ):
            row.setSpacing(8)
            for button in buttons:
                row.addWidget(button)
            row.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 16, 16, 16)
        self._column.setSpacing(12)
        for label in (self.problem, self.outcome, self.worth):
            self._column.addWidget(label)
        self._column.addLayout(first)
        self._column.addLayout(second)

    def _connect(self) -> None:
        self.use.clicked.connect(self.use_wanted)
        self.go_on.clicked.connect(self.go_on_wanted)
        self.compare.clicked.connect(self._compare)
        self.card.clicked.connect(self.card_wanted)
        self.copy.clicked.connect(self.copy_wanted)
        self.delete.clicked.connect(self.delete_wanted)
        self.close_button.clicked.connect(self.close_wanted)

    def _compare(self) -> None:
        self.compare.setEnabled(False)
        self.compare_wanted.emit()
