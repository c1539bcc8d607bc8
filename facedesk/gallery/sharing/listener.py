"""Hears of the changes that other desks make to a shared gallery."""

import logging
import threading
import time
from collections.abc import Callable

from sqlalchemy import Connection, Engine, text

from facedesk.errors import SharedGalleryAway, StorageError
from facedesk.gallery.storage.postgresql import CHANNEL
from facedesk.gallery.storage.server_failures import server_errors

_log = logging.getLogger(__name__)
_LISTEN_S = 0.25  # so soon it notices that it shall stop
_BEAT_S = 2.0  # so often it looks whether the server is still there
_SILENCE_S = 10.0  # a server that answers nothing for so long is away
_SHORTEST_WAIT_S, _LONGEST_WAIT_S = 0.25, 2.0
_STOP_S = 2.0  # a server that is silent is not waited for


class Listener:
    """Listens in a thread of its own, with a connection of its own; a lost one is made anew.

    look: called in that thread after each change, after each connection, and now and then; may
    raise StorageError.
    """

    def __init__(self, engine: Engine, place: str, look: Callable[[], None]) -> None:
        self._engine = engine
        self._place = place
        self._look = look
        self._heard_at = time.monotonic()
        self._wait_s = _SHORTEST_WAIT_S
        self._trouble: str | None = None
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="shared gallery", daemon=True)

    @property
    def reachable(self) -> bool:
        """Whether the server has answered lately."""
        return time.monotonic() - self._heard_at < _SILENCE_S

    def start(self) -> None:
        """Begin to listen."""
        self._thread.start()

    def stop(self) -> None:
        """Listen no more."""
        self._stopping.set()
        if self._thread.is_alive():
            self._thread.join(_STOP_S)

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                with server_errors(self._place):
                    self._listen()
            except StorageError as error:
                if self.reachable:
                    _log.info("the shared gallery is not heard any more: %s", error.code)
                self._wait_to_try_again()
            except Exception:  # whatever it was, others must be heard again
                _log.exception("the shared gallery is not heard any more")
                self._wait_to_try_again()

    def _wait_to_try_again(self) -> None:
        self._heard_at = -float("inf")
        self._stopping.wait(self._wait_s)
        self._wait_s = min(2 * self._wait_s, _LONGEST_WAIT_S)

    def _listen(self) -> None:
        with self._engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.detach()  # it is of no use to anybody else
            connection.execute(text(f"LISTEN {CHANNEL}"))
            while not self._stopping.is_set():
                connection.execute(text("SELECT 1"))  # a line may be dead without saying so
                self._look_now()
                self._wait_for_change(connection)

    def _look_now(self) -> None:
        try:
            self._look()
            self._trouble = None
        except SharedGalleryAway:
            raise
        except StorageError as error:  # the server is there, but the gallery can't be read
            if error.code != self._trouble:
                _log.info("the shared gallery can't be read: %s", error.code)
            self._trouble = error.code
        if not self.reachable:
            _log.info("the shared gallery is heard again")
        self._heard_at = time.monotonic()
        self._wait_s = _SHORTEST_WAIT_S

    def _wait_for_change(self, connection: Connection) -> None:
        """Return when there was one, or when it is time to see whether the server is there."""
        import psycopg  # an extra, which only those who share a gallery have

        beat_at = time.monotonic() + _BEAT_S
        driver = connection.connection.dbapi_connection
        try:
            while time.monotonic() < beat_at and not self._stopping.is_set():
                if list(driver.notifies(timeout=_LISTEN_S, stop_after=1)):
                    return
        except psycopg.Error as error:
            raise SharedGalleryAway(place=self._place) from error
