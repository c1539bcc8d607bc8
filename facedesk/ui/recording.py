"""Keeps the record of who is seen while the window is open."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication

from facedesk.errors import StorageError
from facedesk.gallery.store import Gallery
from facedesk.live.record_rules import record_rules
from facedesk.live.recorder import Recorder
from facedesk.live.session import LiveSession
from facedesk.settings import Settings
from facedesk.ui.messages import Level, Messages, error_text


@contextmanager
def recording(
    session: LiveSession, gallery: Gallery, chosen: Settings, messages: Messages
) -> Iterator[Recorder]:
    """Record what a session sees; what can't be written is told once."""

    def tell(error: StorageError) -> None:
        text = QCoreApplication.translate(
            "Record", "Who is seen can't be recorded now. facedesk keeps it in mind for a while."
        )
        messages.show(Level.WARNING, text, error_text(error))

    recorder = Recorder(session, gallery.sightings, record_rules(chosen), tell)
    recorder.start()
    try:
        yield recorder
    finally:
        recorder.stop()
