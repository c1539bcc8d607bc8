"""Keeps the record of who is seen live, in threads of its own: the live picture never waits."""

import logging
import threading
import time
from collections.abc import Callable
from datetime import datetime, timedelta, timezone

from facedesk import errors
from facedesk.capture.source import Source, SourceKind
from facedesk.gallery.sightings.record import Sightings
from facedesk.live.record_rules import RecordRules
from facedesk.live.session import LiveSession
from facedesk.live.sighting_notes import SightingNotes
from facedesk.live.view import LiveView

_log = logging.getLogger(__name__)
_LOOK_S = 0.1
_WRITE_S = 2.0
_EXPIRE_S = 3600.0
_WIPE_S = 24 * 3600.0
_STOP_S = 6.0  # longer than a write waits for another program
# Files are looked at when the user opens them, which says nothing about who was here when.
RECORDED = frozenset({SourceKind.CAMERA, SourceKind.ADDRESS})


class Recorder:
    """Looks at what a session publishes, and writes it down every few seconds.

    What can't be written is kept in memory, and tried again; on_trouble is told once, in the
    writing thread, until it works again.
    """

    def __init__(
        self,
        session: LiveSession,
        sightings: Sightings,
        rules: RecordRules,
        on_trouble: Callable[[errors.StorageError], None],
        write_every_s: float = _WRITE_S,
    ) -> None:
        self._session = session
        self._sightings = sightings
        self._rules = rules
        self._on_trouble = on_trouble
        self._write_every_s = write_every_s
        self._notes = SightingNotes()
        self._stopping = threading.Event()
        self._looking = threading.Thread(target=self._look_on, name="sightings", daemon=True)
        self._writing = threading.Thread(target=self._write_on, name="record", daemon=True)
        self._seen: tuple[Source, LiveView] | None = None
        self._in_trouble = False
        self._expired_at = self._wiped_at = -float("inf")

    def start(self) -> None:
        """Begin to look and to write."""
        self._looking.start()
        self._writing.start()

    def stop(self) -> None:
        """Write what is left and end both threads, within a time limit."""
        self._stopping.set()
        for thread in (self._looking, self._writing):
            if thread.is_alive():
                thread.join(_STOP_S)

    def follow(self, rules: RecordRules) -> None:
        """Keep to these rules from now on."""
        if rules != self._rules:
            self._rules = rules
            self._expired_at = -float("inf")

    # The looking thread -------------------------------------------------------------------------

    def _look_on(self) -> None:
        while not self._stopping.wait(_LOOK_S):
            try:
                self._look()
            except Exception:
                _log.exception("a picture was not recorded")
                self._notes.finish()

    def _look(self) -> None:
        rules, source, view = self._rules, self._session.status.source, self._session.newest_view
        if source is not self._session.status.source:
            return  # just exchanged: the view may be of either
        recorded = rules.kept and source is not None and source.kind in RECORDED
        if self._seen is not None and (not recorded or self._seen[0] != source):
            self._notes.finish()
            self._seen = None
        if not recorded or view is None or (self._seen and self._seen[1] is view):
            return
        self._seen = source, view
        zero = datetime.now(timezone.utc) - timedelta(seconds=time.monotonic())
        self._notes.observe(view, source.label, rules, zero)

    # The writing thread -------------------------------------------------------------------------

    def _write_on(self) -> None:
        stopping = False
        while not stopping:
            stopping = self._stopping.wait(self._write_every_s)
            if stopping:
                self._looking.join(_STOP_S)
            try:
                self._write()
                if not stopping:
                    self._forget_outdated()
            except errors.StorageError as error:
                self._tell(error)
            except Exception:
                _log.exception("sightings can't be recorded")
                self._tell(errors.StorageError())

    def _write(self) -> None:
        batch = self._notes.due()
        if batch:
            self._sightings.write(batch.notes, batch.withdrawn)
            self._notes.written(batch)
            self._in_trouble = False

    def _tell(self, error: errors.StorageError) -> None:
        if not self._in_trouble:
            self._in_trouble = True
            self._on_trouble(error)

    def _forget_outdated(self) -> None:
        """Forget what is too old, now and then, and wipe its traces, which takes longer."""
        now = time.monotonic()
        if now - self._expired_at < _EXPIRE_S:
            return
        self._expired_at = now
        rules, clock = self._rules, datetime.now(timezone.utc)
        count = self._sightings.expire(clock - rules.keep_people, clock - rules.keep_strangers)
        if count:
            _log.info("%d sightings were forgotten, since it was time", count)
        if now - self._wiped_at >= _WIPE_S:
            self._wiped_at = now
            self._sightings.wipe()
