"""Saves or prints all that is kept of a person."""

from itertools import islice
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QObject, Qt, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from facedesk.errors import DiskFull, FileNotWritten, StorageError
from facedesk.gallery.person import Person
from facedesk.gallery.sightings.sighting import SightingFilter
from facedesk.gallery.store import Gallery
from facedesk.private_file import write_private
from facedesk.ui.context import AppContext
from facedesk.ui.person_sheet import MOST_SIGHTINGS, sheet_html
from facedesk.ui.tasks import Cancelled, Progress

_MARGIN_MM = 18
_HTML = (".html", ".htm")


class KeepingSheet(QObject):
    """Emits told with a sentence when it is done, or failed with an error."""

    told = Signal(str)
    failed = Signal(object)

    def __init__(self, context: AppContext, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window

    def ask_to_save(self, person: Person) -> None:
        """Let the user choose a file, PDF or HTML, and write the sheet into it."""
        # Nobody's name: a file's name is seen by more people than what is in it.
        place = str(Path.home() / self.tr("facedesk sheet.pdf"))
        kinds = ";;".join([self.tr("PDF (*.pdf)"), self.tr("Web page (*.html)")])
        path, _ = QFileDialog.getSaveFileName(self._window, self.tr("Save the sheet"), place, kinds)
        if path:
            self.save(person, Path(path))

    def save(self, person: Person, path: Path) -> None:
        """Write the sheet into a file that only the user may read."""
        gallery = self._context.gallery

        def job(_progress: Progress, _cancelled: Cancelled) -> None:
            html = _html_of(person, gallery)
            data = html.encode() if path.suffix.lower() in _HTML else _pdf(html)
            try:
                write_private(path, data)
            except DiskFull:
                raise
            except StorageError as error:  # which is about the gallery, else
                raise FileNotWritten(path=path) from error

        done = self.tr("The sheet is saved.")
        title = self.tr("Saving the sheet")
        self._context.tasks.start(title, job, lambda _: self.told.emit(done), self.failed.emit)

    def ask_to_print(self, person: Person) -> None:
        """Let the user choose a printer, and print the sheet."""
        gallery = self._context.gallery

        def job(_progress: Progress, _cancelled: Cancelled) -> str:
            return _html_of(person, gallery)

        title = self.tr("Reading the sheet")
        self._context.tasks.start(title, job, self._print, self.failed.emit)

    def _print(self, html: str) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: _document(html).print_(printer))
        QDialog.open(dialog)  # a print dialog's own open() wants to connect a slot


def _html_of(person: Person, gallery: Gallery) -> str:
    """Read all that is kept of a person. Raises PersonGone, StorageError."""
    theirs = gallery.sightings.all(SightingFilter(person_id=person.id))
    sightings = list(islice(theirs, MOST_SIGHTINGS + 1))
    return sheet_html(gallery.copy_of(person.id), sightings)


def _pdf(html: str) -> bytes:
    """Return a page of HTML as a PDF."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    writer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
    _document(html).print_(writer)
    buffer.close()
    return bytes(buffer.data())


def _document(html: str) -> QTextDocument:
    document = QTextDocument()
    document.setHtml(html)
    return document
