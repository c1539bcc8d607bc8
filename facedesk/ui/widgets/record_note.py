"""Says in a sentence what is recorded and for how long."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facedesk.live.record_rules import RecordRules
from facedesk.ui.widgets.buttons import push_button
from facedesk.ui.widgets.labels import text_label


class RecordNote(QWidget):
    """Emits settings_wanted."""

    settings_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = text_label("", "secondary")
        self.change = push_button(self.tr("Change…"), kind="quiet")
        self.change.setAccessibleName(self.tr("Change what is recorded"))
        self.change.clicked.connect(self.settings_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.words, 1)
        row.addWidget(self.change)

    def show_rules(self, rules: RecordRules) -> None:
        """Say what these rules mean."""
        self.words.setText(self._sentence(rules))

    def _sentence(self, rules: RecordRules) -> str:
        if not rules.kept:
            return self.tr("No record is kept now. What was recorded stays until its time is up.")
        people = self._days(rules.keep_people.days)
        if not rules.strangers:
            text = self.tr(
                "Whom a camera sees is recorded: people for {people}, strangers not at all. "
                "Videos and pictures that you open are not recorded."
            )
            return text.format(people=people)
        text = self.tr(
            "Whom a camera sees is recorded: people for {people}, strangers for {strangers}. "
            "Videos and pictures that you open are not recorded."
        )
        return text.format(people=people, strangers=self._days(rules.keep_strangers.days))

    def _days(self, count: int) -> str:
        if count == 1:
            return self.tr("a day")
        return self.tr("{n} days").format(n=count)
