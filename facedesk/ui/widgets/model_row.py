"""A model that is registered: what it is, whether it is in use, and what can be done with it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from facedesk.ui.listed_models import ListedModel
from facedesk.ui.widgets.buttons import push_button
from facedesk.ui.widgets.elided_label import ElidedLabel
from facedesk.ui.widgets.icon_mark import IconMark
from facedesk.ui.widgets.labels import shortened, text_label
from facedesk.ui.widgets.model_words import facts_words


class ModelRow(QFrame):
    """Shows one model, with its buttons."""

    def __init__(self, listed: ListedModel) -> None:
        super().__init__()
        self.setProperty("kind", "row")
        model = listed.model
        self.listed = listed
        self.name = ElidedLabel()
        self.name.setText(model.name)
        self.mark = IconMark()
        self.mark.show_icon("success", QPalette.ColorRole.Accent)
        self.in_use = text_label(self.tr("In use"))
        self.in_use.setWordWrap(False)
        self.facts = text_label(facts_words(model, listed.calibration), "secondary")
        self.use = push_button(self.tr("Use…") if model.kind == "encoder" else self.tr("Use"))
        self.card = push_button(self.tr("Model card…"))
        self.remove = push_button(self.tr("Remove…"))
        self._name_buttons()
        self._lay_out()
        self.card.setVisible(listed.card is not None)
        self.remove.setVisible(not model.built_in)

    def show_used(self, in_use: bool) -> None:
        """Say whether it is the one that is used."""
        self.mark.setVisible(in_use)
        self.in_use.setVisible(in_use)
        self.use.setVisible(not in_use)
        facts = self.facts.text()
        said = f"{self.in_use.text()}. {facts}" if in_use else facts
        for button in (self.use, self.card, self.remove):
            button.setAccessibleDescription(said)

    def _name_buttons(self) -> None:
        name = shortened(self.listed.model.name)
        self.use.setAccessibleName(self.tr("Use {name}").format(name=name))
        self.card.setAccessibleName(self.tr("Model card of {name}").format(name=name))
        self.remove.setAccessibleName(self.tr("Remove {name}").format(name=name))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self.name)
        head.addSpacing(6)
        head.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.in_use)
        head.addStretch(1)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addLayout(head)
        texts.addWidget(self.facts)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 12, 0, 12)
        row.setSpacing(8)
        row.addLayout(texts, 1)
        row.addSpacing(16)
        for button in (self.use, self.card, self.remove):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
