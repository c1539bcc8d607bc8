"""The side of whom somebody claims to be: a person of the gallery, or a picture."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from facedesk.errors import PersonGone
from facedesk.gallery.person import Person
from facedesk.ui.context import AppContext
from facedesk.ui.ordered_people import OrderedPeople
from facedesk.ui.widgets.face_caption import FaceCaption
from facedesk.ui.widgets.people_model import enrolled_text, photos_text
from facedesk.ui.widgets.person_field import FACE, PersonField
from facedesk.ui.widgets.thumbnails import Thumbnails
from facedesk.ui.widgets.verify_slot import OWN, VerifySlot, Way


class ClaimedSlot(VerifySlot):
    """Follows the gallery: who is renamed, has another photo or is removed meanwhile."""

    def __init__(self, context: AppContext) -> None:
        self._people: Sequence[Person] | None = None
        self._wanted: int | None = None  # whom they claim to be, by id
        super().__init__(context, QCoreApplication.translate("ClaimedSlot", "They claim to be"))

    def make_own_way(self, context: AppContext) -> Way:
        sharp = round(FACE * self.devicePixelRatioF())
        self.thumbnails = Thumbnails(context.gallery.shown_picture, sharp, self)
        self.field = PersonField(self.thumbnails)
        self.field.person_chosen.connect(lambda person: self.claim(person.id))
        self.caption = FaceCaption()
        return Way(self.tr("Enrolled"), "person", self.field, self.caption)

    def claim(self, person_id: int) -> None:
        """Compare with this person, at once or when they are among the people shown."""
        self._wanted = person_id
        self.go(OWN)

    def clear(self) -> None:
        self._wanted = None
        super().clear()

    def begin_own(self) -> None:
        people = self._people or ()
        person = next((person for person in people if person.id == self._wanted), None)
        self.field.show_person(person)
        self._show_caption(person)
        if person is not None:
            self.loading.load_person(person)

    def show_people(self, people: OrderedPeople) -> None:
        """Offer these people; whoever is claimed may have changed, or gone."""
        was_there = self.field.person is not None
        self._people = people.people
        self.field.set_people(people)
        if self.way == OWN:
            self.begin_own()
            if was_there and self.field.person is None:
                self._wanted = None
                self.refuse(PersonGone())

    def _show_caption(self, person: Person | None) -> None:
        if person is not None:
            texts = person.name, f"{photos_text(person)}\n{enrolled_text(person.enrolled_at)}"
        elif self._people == ():
            heading = self.tr("Nobody is enrolled yet")
            texts = heading, self.tr("Choose a picture instead, or enrol someone.")
        else:
            texts = "", ""
        self.caption.show_texts(*texts)
