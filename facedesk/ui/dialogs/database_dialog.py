"""Asks where the gallery shall be: on this computer, or on a server."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from facedesk.database_address import DEFAULT_PORT, DatabaseAddress, read_address
from facedesk.errors import FacedeskError
from facedesk.gallery.storage.server_database import look_at
from facedesk.ui.messages import error_text
from facedesk.ui.tasks import TaskRunner
from facedesk.ui.widgets.announce import announce
from facedesk.ui.widgets.buttons import push_button
from facedesk.ui.widgets.labels import text_label
from facedesk.ui.widgets.segments import Segments
from facedesk.ui.widgets.switch import Switch

_TEXT_WIDTH = 420
_ALONE, _SHARED = 0, 1
_TLS = "sslmode"  # libpq's option
_ENCRYPTED = ("require", "verify-ca", "verify-full")


class DatabaseDialog(QDialog):
    """Emits chosen with the address, "" for this computer. Use open(), which does not block.

    A server is asked before; one that does not answer may be chosen all the same.
    """

    chosen = Signal(str)

    def __init__(self, tasks: TaskRunner, address: str, parent: QWidget | None = None) -> None:
        """address: the present one."""
        super().__init__(parent)
        self._tasks = tasks
        self._refused: str | None = None  # the address that was asked in vain
        self._asking = False
        self.setWindowTitle(self.tr("Database"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        places = [
            (self.tr("This computer"), "mdi6.monitor"),
            (self.tr("A server"), "mdi6.server-network"),
        ]
        self.place = Segments(places)
        self.place.setAccessibleName(self.tr("Where the gallery is"))
        self.explanation = text_label("", "secondary")
        self.server = _field(self.tr("Server"))
        self.port = _field(self.tr("Port"))
        self.port.setPlaceholderText(str(DEFAULT_PORT))
        self.database = _field(self.tr("Database"))
        self.user = _field(self.tr("User"))
        self.password = _field(self.tr("Password"))
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.encrypted = Switch()
        self.encrypted.setAccessibleName(self.tr("Encrypted only"))
        self.form = QWidget()
        self.problem = text_label("", "error")
        self.problem.hide()
        self.cancel = push_button(self.tr("Cancel"))
        self.action = push_button("", kind="primary")
        self.action.setDefault(True)
        self._lay_out()
        self._connect()
        self._show(read_address(address) if address else None)

    def commit(self) -> None:
        """Ask the server, unless it was asked in vain already; then choose it."""
        if self._asking:
            return
        try:
            address = self._address()
        except FacedeskError as error:
            self._show_problem(error_text(error))
            return
        if address is None or address.url == self._refused:
            self._choose(address)
            return
        self._set_asking(True)
        self._show_problem("")
        self._tasks.start(
            self.tr("Asking the server…"),
            lambda *_: look_at(address),
            lambda _: self._choose(address),
            lambda error: self._refuse(address, error),
        )

    def reject(self) -> None:
        """Give up, unless the server is being asked this very moment."""
        if not self._asking:
            super().reject()

    def _address(self) -> DatabaseAddress | None:
        """Return what was typed, None for this computer. Raises DatabaseAddressWrong."""
        if self.place.taken == _ALONE:
            return None
        port = self.port.text().strip() or str(DEFAULT_PORT)
        typed = DatabaseAddress(
            self.server.text().strip(),
            self.database.text().strip(),
            int(port) if port.isdecimal() else 0,
            self.user.text().strip(),
            self.password.text(),
            self._options_chosen(),
        )
        return read_address(typed.url)

    def _options_chosen(self) -> tuple[tuple[str, str], ...]:
        """Return what libpq is told, as it was in the address but for the encryption."""
        if self._is_encrypted() == self.encrypted.isChecked():
            return self._options
        others = tuple(option for option in self._options if option[0] != _TLS)
        return (*others, (_TLS, _ENCRYPTED[0])) if self.encrypted.isChecked() else others

    def _is_encrypted(self) -> bool:
        return dict(self._options).get(_TLS) in _ENCRYPTED

    def _choose(self, address: DatabaseAddress | None) -> None:
        self._set_asking(False)
        self.accept()
        self.chosen.emit(address.url if address else "")

    def _refuse(self, address: DatabaseAddress, error: FacedeskError) -> None:
        self._set_asking(False)
        self._refused = address.url
        self.action.setText(self.tr("Choose all the same"))
        self._show_problem(error_text(error))

    def _show(self, address: DatabaseAddress | None) -> None:
        self._options = address.options if address else ()
        self.encrypted.setChecked(address is None or self._is_encrypted())
        if address is not None:
            self.server.setText(address.server)
            self.port.setText(str(address.port))
            self.database.setText(address.database)
            self.user.setText(address.user)
            self.password.setText(address.password)
        self.place.choose(_SHARED if address else _ALONE)
        self._show_place()
        (self.server if address else self.place.button(_ALONE)).setFocus()

    def _show_place(self) -> None:
        shared = self.place.taken == _SHARED
        self.form.setVisible(shared)
        self.explanation.setText(self._explanation(shared))
        self._typed()

    def _explanation(self, shared: bool) -> str:
        if not shared:
            return self.tr("People, photos and sightings stay in a file that only you can read.")
        return self.tr(
            "Several desks share one gallery: who is enrolled at one is recognised at all of "
            "them. People, photos and sightings are sent to this server, over the network. It "
            "takes a PostgreSQL database, which is empty at first."
        )

    def _typed(self) -> None:
        """Take an address that was changed for one that nobody has asked yet."""
        self._refused = None
        self.action.setText(self.tr("Choose"))
        self._show_problem("")

    def _show_problem(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        announce(self.problem, sentence)

    def _set_asking(self, asking: bool) -> None:
        self._asking = asking
        for widget in (self.place, self.form, self.action, self.cancel):
            widget.setEnabled(not asking)

    def _connect(self) -> None:
        self.place.chosen.connect(self._show_place)
        for field in (self.server, self.port, self.database, self.user, self.password):
            field.textEdited.connect(self._typed)
        self.encrypted.toggled.connect(self._typed)
        self.cancel.clicked.connect(self.reject)
        self.action.clicked.connect(self.commit)

    def _lay_out(self) -> None:
        heading = text_label(self.tr("Where shall the gallery be?"), "heading")
        heading.setMinimumWidth(_TEXT_WIDTH)
        rows = QGridLayout(self.form)
        rows.setContentsMargins(0, 8, 0, 0)
        rows.setHorizontalSpacing(16)
        rows.setVerticalSpacing(8)
        rows.setColumnStretch(1, 1)
        fields = (self.server, self.port, self.database, self.user, self.password)
        for number, field in enumerate((*fields, self.encrypted)):
            label = text_label(field.accessibleName())
            label.setBuddy(field)
            rows.addWidget(label, number, 0)
            rows.addWidget(field, number, 1)
        rows.setAlignment(self.encrypted, Qt.AlignmentFlag.AlignLeft)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.action)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 24, 24, 24)
        whole.setSpacing(12)
        whole.addWidget(heading)
        whole.addWidget(self.place)
        whole.addWidget(self.explanation)
        whole.addWidget(self.form)
        whole.addWidget(text_label(self.tr("The choice takes effect when facedesk starts again.")))
        whole.addWidget(self.problem)
        whole.addLayout(buttons)
        whole.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)


def _field(name: str) -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(name)
    return field
