"""A model that is registered: what it is, whether it is in use, and what can be done with it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from facedesk.encoder.registry import RegisteredModel
from facedesk.ui.widgets.buttons import push_button
from facedesk.ui.widgets.elided_label import ElidedLabel
from facedesk.ui.widgets.icon_mark import IconMark
from facedesk.ui.widgets.labels import shortened, text_label


class ModelRow(QFrame):
    """Shows one model, with its buttons."""

    def __init__(self, model: RegisteredModel) -> None:
        super().__init__()
        self.setProperty("kind", "row")
        self.model = model
        self.name = ElidedLabel()
        self.name.setText(model.name)
        self.mark = IconMark()
        self.mark.show_icon("success", QPalette.ColorRole.Accent)
        self.in_use = text_label(self.tr("In use"))
        self.in_use.setWordWrap(False)
        self.facts = text_label("", "secondary")
        self.use = push_button(self.tr("Use…") if model.kind == "encoder" else self.tr("Use"))
        self.card = push_button(self.tr("Model card…"))
        self.remove = push_button(self.tr("Remove…"))
        self.remove.setVisible(not model.built_in)
        self._name_buttons()
        self._lay_out()

    def show_state(self, in_use: bool, facts: str, has_card: bool) -> None:
        """Say whether it is the one that is used, and what is known of it."""
        self.card.setVisible(has_card)
        self.mark.setVisible(in_use)
        self.in_use.setVisible(in_use)
        self.use.setVisible(not in_use)
        self.facts.setText(facts)
        said = f"{self.in_use.text()}. {facts}" if in_use else facts
        for button in (self.use, self.card, self.remove):
            button.setAccessibleDescription(said)

    def _name_buttons(self) -> None:
        name = shortened(self.model.name)
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
