"""Asks what to do when the shared gallery can't be opened."""

from enum import Enum

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox

from facedesk.errors import StorageError
from facedesk.ui.messages import error_text

_Role = QMessageBox.ButtonRole


class NoServer(Enum):
    """What the user wants: try again, use the gallery of this computer for now, or quit."""

    AGAIN = "again"
    OWN = "own"
    QUIT = "quit"


def ask_without_server(error: StorageError) -> NoServer:
    """Say why, and return what the user wants, as soon as they have decided."""
    box = QMessageBox(QMessageBox.Icon.Warning, "facedesk", error_text(error))
    box.setInformativeText(
        _tr(
            "Until it can be opened, facedesk may use the gallery of this computer: other people "
            "may be enrolled there. The address of the database is in Settings."
        )
    )
    answers = {
        box.addButton(_tr("Try again"), _Role.AcceptRole): NoServer.AGAIN,
        box.addButton(_tr("Use this computer's gallery"), _Role.ActionRole): NoServer.OWN,
    }
    leave = box.addButton(_tr("Quit"), _Role.RejectRole)
    box.setEscapeButton(leave)
    box.exec()
    return answers.get(box.clickedButton(), NoServer.QUIT)


def _tr(text: str) -> str:
    return QCoreApplication.translate("NoServer", text)
