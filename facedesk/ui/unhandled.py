"""Takes the errors that nobody handled: all go to the log, each is shown once."""

import logging
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType

from facedesk.errors import FacedeskError
from facedesk.ui.messages import Messages

_log = logging.getLogger(__name__)


@contextmanager
def unhandled_errors_told(messages: Messages) -> Iterator[None]:
    """Log and tell what goes wrong in any thread, and go on."""
    told: set[tuple[object, ...]] = set()

    def tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        _log.critical("an error that nobody handled", exc_info=(kind, error, trace))
        place = (kind, *_place(trace))
        if place not in told:  # what fails in a paint event fails many times a second
            told.add(place)
            messages.show_error(FacedeskError())

    def tell_of_thread(failed: threading.ExceptHookArgs) -> None:
        if failed.exc_type is not SystemExit:
            tell(failed.exc_type, failed.exc_value, failed.exc_traceback)

    before = sys.excepthook, threading.excepthook
    sys.excepthook, threading.excepthook = tell, tell_of_thread
    try:
        yield
    finally:
        sys.excepthook, threading.excepthook = before


def _place(trace: TracebackType | None) -> tuple[object, ...]:
    """Return where an error was raised."""
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return (trace.tb_frame.f_code.co_filename, trace.tb_lineno) if trace else ()
