"""Whether a drawn face shall not be recognised any more, and as whom."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from facedesk.gallery.person import Person
from facedesk.gallery.store import Gallery
from facedesk.ui.ordered_people import OrderedPeople
from facedesk.ui.widgets.labels import text_label
from facedesk.ui.widgets.person_field import FACE, PersonField
from facedesk.ui.widgets.switch import Switch
from facedesk.ui.widgets.thumbnails import Thumbnails


class DisguiseChoice(QWidget):
    """Emits changed when there is another answer."""

    changed = Signal()

    def __init__(self, gallery: Gallery) -> None:
        super().__init__()
        title = self.tr("Until facedesk no longer recognises it")
        self.switch = Switch()
        self.switch.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.switch.setAccessibleName(title)
        self.thumbnails = Thumbnails(
            gallery.shown_picture, round(FACE * self.devicePixelRatioF()), self
        )
        self.field = PersonField(self.thumbnails)
        self.note = text_label("", "secondary")
        header = QHBoxLayout()
        header.setSpacing(8)
        label = text_label(title)
        label.setBuddy(self.switch)
        header.addWidget(label, 1)
        header.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignTop)
        self._whom = QLabel(self.tr("Who must not be recognised"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(header)
        for widget in (self._whom, self.field, self.note):
            column.addWidget(widget)
        self.switch.toggled.connect(self._show)
        self.field.person_chosen.connect(lambda _: self.changed.emit())
        self._show()

    @property
    def wanted(self) -> bool:
        """Whether a face shall be disguised."""
        return self.switch.isChecked()

    @property
    def person(self) -> Person | None:
        """Whom it shall not be recognised as; None while nobody is chosen, or nothing wanted."""
        return self.field.person if self.wanted else None

    def suggest(self, person: Person) -> None:
        """Offer whom the picture is of."""
        self.field.show_person(person)
        self.changed.emit()

    def show_people(self, people: OrderedPeople) -> None:
        """Offer these people; the one who is chosen may have changed, or gone."""
        self.field.set_people(people)
        chosen = self.field.person
        now = next((p for p in people.people if chosen and p.id == chosen.id), None)
        self.field.show_person(now)
        self._show()

    def _show(self) -> None:
        for widget in (self._whom, self.field, self.note):
            widget.setVisible(self.wanted)
        if self.field.isEnabled():
            text = self.tr(
                "People will still know the face, and so may other programs. It takes longer."
            )
        else:
            text = self.tr("Nobody is enrolled yet, so facedesk recognises nobody.")
        self.note.setText(text)
        self.changed.emit()
