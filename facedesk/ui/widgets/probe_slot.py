"""The side of who is there: somebody in front of the camera, or on a picture."""

from PySide6.QtCore import QCoreApplication, QTimer, Signal

from facedesk.ui.context import AppContext
from facedesk.ui.widgets.buttons import push_button
from facedesk.ui.widgets.camera_look import CameraLook
from facedesk.ui.widgets.face_words import until_live_words
from facedesk.ui.widgets.verify_slot import OWN, VerifySlot, Way
from facedesk.vision.shot import Shot

_FOLLOW_EVERY_MS = 500


class ProbeSlot(VerifySlot):
    """Follows the face in front of the camera with its best picture, until one is taken.

    Where liveness is required, a face has to be found alive first. Emits source_wanted when a
    camera is to be opened.
    """

    source_wanted = Signal()

    def __init__(self, context: AppContext) -> None:
        self._shot: Shot | None = None
        self._taken = False
        super().__init__(context, QCoreApplication.translate("ProbeSlot", "Who is there"))

    def make_own_way(self, context: AppContext) -> Way:
        self.camera = CameraLook(context)
        self.camera.changed.connect(self._begin_face)
        self.camera.looked.connect(self._show_state)
        self.take = push_button("", "camera")
        self.take.clicked.connect(self._press)
        self.face_changed.connect(self._name_button)
        self._timer = QTimer(self, singleShot=True, interval=_FOLLOW_EVERY_MS)
        return Way(self.tr("Camera"), "camera", self.take, self.camera)

    @property
    def taken(self) -> bool:
        """Whether the picture was taken: the camera is not followed any more."""
        return self._taken

    def begin_own(self) -> None:
        self._taken = False
        self._shot = None
        self.camera.look()

    def describe_face(self) -> None:
        following = self.way == OWN and not self._taken
        if following and self._is_withheld():
            self.say(until_live_words(self.camera.face))
        elif following and self.camera.count > 1:
            self.say(self.tr("Several people are in view. The nearest one is looked at."))
        elif following and self.face is None:
            self.say(self.camera.words)
        else:
            super().describe_face()

    def _begin_face(self) -> None:
        """Forget the face before, so that nothing is said of one while another is there."""
        if self.way == OWN and not self._taken:
            self._shot = None
            self.empty()

    def _show_state(self) -> None:
        if self.way != OWN:
            return
        if not self._taken:
            self._follow()
            self.describe_face()
        self._name_button()

    def _follow(self) -> None:
        """Take up a better picture of the face, about twice a second at most."""
        if self._is_withheld():
            if self._shot is not None:
                self._begin_face()
            return
        shot = self.camera.shot
        news = shot is not None and shot is not self._shot
        if news and not self.loading.busy and not self._timer.isActive():
            self._timer.start()
            self._shot = shot
            self.loading.load_shot(shot)

    def _is_withheld(self) -> bool:
        return self.camera.face is not None and self.camera.face.withheld

    def _name_button(self) -> None:
        if self._taken:
            text = self.tr("Look again")
        elif self.camera.idle:
            text = self.tr("Open a camera…")
        else:
            text = self.tr("Take the picture")
        self.take.setText(text)
        self.take.setEnabled(self._taken or self.camera.idle or self.face is not None)

    def _press(self) -> None:
        if self._taken:
            self.go(OWN)
        elif self.camera.idle:
            self.source_wanted.emit()
        else:
            self._taken = True
            self.loading.forget()
            self.say(self.tr("The picture was taken."))
            self._name_button()
