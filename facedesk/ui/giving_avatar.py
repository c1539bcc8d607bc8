"""Makes an avatar of a picture, asks whose it shall be, and tells how that went."""

import numpy as np
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from facedesk.gallery.avatar import Avatar
from facedesk.gallery.cutting_avatar import cut_avatar
from facedesk.gallery.person import Person
from facedesk.gallery.photo import StoredPhoto
from facedesk.ui.adding import ready_models
from facedesk.ui.context import AppContext
from facedesk.ui.dialogs.avatar_dialog import AvatarDialog
from facedesk.ui.messages import Action, Level
from facedesk.ui.ordered_people import OrderedPeople, in_order
from facedesk.ui.tasks import Cancelled, Progress
from facedesk.vision.detection import Detection

_Offer = tuple[StoredPhoto, OrderedPeople]


class GivingAvatar(QObject):
    """One picture at a time."""

    def __init__(self, context: AppContext, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window

    def ask(self, image: np.ndarray, original: np.ndarray, likely: Person | None) -> None:
        """Ask whose avatar a picture shall be, RGB uint8 (H, W, 3).

        original: the same before it was drawn: the face is looked for in it. likely: whom to offer.
        """
        session, gallery = self._context.session, self._context.gallery

        def job(progress: Progress, cancelled: Cancelled) -> _Offer:
            models = ready_models(session, progress, cancelled)
            from facedesk.encoder.models import detect_main_face

            face = detect_main_face(original, models)
            scale = image.shape[1] / original.shape[1]
            return cut_avatar(image, face and _scaled(face, scale)), in_order(gallery.people())

        title = self.tr("Looking for the face")
        self._context.tasks.start(title, job, lambda offer: self._offer(*offer, likely))

    def _offer(self, picture: StoredPhoto, people: OrderedPeople, likely: Person | None) -> None:
        context = self._context
        if not people.people:
            text = self.tr("Nobody is enrolled yet, so nobody can have an avatar.")
            context.messages.show(Level.INFO, text)
            return
        dialog = AvatarDialog(context.tasks, context.gallery, picture, people, likely, self._window)
        dialog.saved.connect(lambda given: self._tell(*given))
        dialog.open()

    def _tell(self, person: Person, former: Avatar | None) -> None:
        text = self.tr("{name} has an avatar now.").format(name=person.name)
        undo = Action(self.tr("Undo"), lambda: self._put_back(person, former))
        self._context.messages.show(Level.SUCCESS, text, action=undo)

    def _put_back(self, person: Person, former: Avatar | None) -> None:
        gallery = self._context.gallery

        def job(_progress: Progress, _cancelled: Cancelled) -> Person:
            if former is None:
                return gallery.remove_avatar(person.id)
            return gallery.set_avatar(person.id, former)

        self._context.tasks.start(self.tr("Putting the avatar back"), job, lambda _: None)


def _scaled(face: Detection, scale: float) -> Detection:
    return Detection(face.box * scale, face.landmarks * scale, face.score)
