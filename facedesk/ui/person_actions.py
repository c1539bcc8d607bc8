"""What can be done with the chosen person: buttons, menu and keys share these actions."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from facedesk.gallery.person import Person
from facedesk.ui import icons
from facedesk.ui.adding import Adding
from facedesk.ui.context import AppContext
from facedesk.ui.dialogs.delete_dialog import DeleteDialog
from facedesk.ui.dialogs.face_dialog import FaceDialog
from facedesk.ui.dialogs.person_dialog import PersonDialog
from facedesk.ui.dialogs.rename_dialog import RenameDialog
from facedesk.ui.messages import Level
from facedesk.ui.widgets.thumbnails import Thumbnails


class PersonActions(QObject):
    """Emits changed with the id of the person who is different now, or None after a deletion.

    Emits verify_wanted with the id of whom somebody claims to be.
    """

    changed = Signal(object)
    verify_wanted = Signal(int)

    def __init__(
        self, context: AppContext, adding: Adding, thumbnails: Thumbnails, widget: QWidget
    ) -> None:
        """Keys work while the focus is on the widget."""
        super().__init__(widget)
        self._context = context
        self._adding = adding
        self._thumbnails = thumbnails
        self._window = widget
        self._person: Person | None = None
        self.photos = self._action(self.tr("Photos…"), "photos", "Return")
        self.photos.setShortcuts([QKeySequence("Return"), QKeySequence("Enter")])
        self.rename = self._action(self.tr("Rename…"), "rename", "F2")
        self.replace = self._action(self.tr("Replace photo…"), "replace", "")
        self.verify = self._action(self.tr("Verify…"), "verify", "")
        self.delete = self._action(self.tr("Delete…"), "delete", "Del")
        self.all = (self.photos, self.rename, self.replace, self.verify, self.delete)
        self.photos.triggered.connect(self._show_photos)
        self.rename.triggered.connect(self._rename)
        self.replace.triggered.connect(self._replace)
        self.verify.triggered.connect(lambda: self.verify_wanted.emit(self._person.id))
        self.delete.triggered.connect(self._delete)
        self.choose(None)

    def choose(self, person: Person | None) -> None:
        """Act on this person from now on."""
        self._person = person
        for action in self.all:
            action.setEnabled(person is not None)

    def _action(self, text: str, icon: str, key: str) -> QAction:
        action = QAction(icons.icon(icon), text, self)
        action.setData(icon)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._window.addAction(action)
        return action

    def _show_photos(self) -> None:
        dialog = PersonDialog(self._context, self._person, self._window)
        dialog.changed.connect(self.changed)
        dialog.open()

    def _rename(self) -> None:
        context = self._context
        dialog = RenameDialog(context.tasks, context.gallery, self._person, self._window)
        dialog.saved.connect(lambda person: self.changed.emit(person.id))
        self._open(dialog)

    def _replace(self) -> None:
        self._adding.ask_for_new_photo(self._person)

    def _delete(self) -> None:
        context, name = self._context, self._person.name
        dialog = DeleteDialog(context.tasks, context.gallery, self._person, self._window)
        dialog.saved.connect(lambda _: self._tell_deleted(name))
        self._open(dialog)

    def _open(self, dialog: FaceDialog) -> None:
        face = self._thumbnails.get(self._person.id, self._person.version)
        if face is not None:
            dialog.face.show_image(face.toImage())
        dialog.open()

    def _tell_deleted(self, name: str) -> None:
        text = self.tr("{name} is deleted.").format(name=name)
        self._context.messages.show(Level.SUCCESS, text)
        self.changed.emit(None)
