"""Keeps a source open in threads of its own and hands over its newest frame.

One thread reads, and alone opens and closes the reader. Another one watches over it, since a read
may block for ever. Each opening has a generation number; only frames of the present generation
count, so that a thread which still hangs in an earlier one can be left alone until it wakes up.
"""

import logging
import threading
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial

from facedesk import errors
from facedesk.capture.back_off import BackOff
from facedesk.capture.capture_status import CaptureState, CaptureStatus
from facedesk.capture.frame import Frame
from facedesk.capture.mailbox import Mailbox
from facedesk.capture.paced_reader import PacedReader
from facedesk.capture.picture_health import PictureHealth
from facedesk.capture.reader import FrameReader, frames_of, open_reader
from facedesk.capture.reading import CaptureLimits, Reading
from facedesk.capture.source import Source, SourceKind, is_connected

_log = logging.getLogger(__name__)
_MOST_HANGING = 4


class CaptureThread:
    """Reads one source at a time. Every method and property may be used from any thread.

    mailbox: the newest frame, for the one who works on frames. It outlives every source.
    """

    def __init__(
        self,
        open_reader: Callable[[Source], FrameReader] = open_reader,
        limits: CaptureLimits | None = None,
        is_connected: Callable[[Source], bool | None] = is_connected,
    ) -> None:
        self.mailbox: Mailbox[Frame] = Mailbox()
        self._open_reader = open_reader
        self._limits = limits or CaptureLimits()
        self._is_connected = is_connected
        self._changed = threading.Condition()
        self._generation = 0
        self._status = CaptureStatus(CaptureState.STOPPED)
        self._newest: Frame | None = None
        self._next_number = 0
        self._next_scene = 0
        self._readings: list[Reading] = []
        self._watcher: threading.Thread | None = None

    @property
    def status(self) -> CaptureStatus:
        """What the source is doing at this moment."""
        return self._status

    @property
    def newest(self) -> Frame | None:
        """The newest frame of the open source, for painting; it stays when the source is lost."""
        return self._newest

    def open(self, source: Source) -> None:
        """Switch to a source at once; `status` tells how that goes."""
        with self._changed:
            generation = self._start_over(CaptureStatus(CaptureState.OPENING, source))
            self._watcher = threading.Thread(
                target=self._watch_over, args=(source, generation), name="capture", daemon=True
            )
            self._watcher.start()

    def close(self, timeout_s: float = 2.0) -> None:
        """Stop, and wait for the threads so long at most; one that hangs is left to itself."""
        with self._changed:
            self._start_over(CaptureStatus(CaptureState.STOPPED))
            threads = [self._watcher, *(reading.thread for reading in self._readings)]
        deadline = time.monotonic() + timeout_s
        for thread in threads:
            if thread is not None:
                thread.join(max(0.0, deadline - time.monotonic()))

    # The watching thread ------------------------------------------------------------------------

    def _watch_over(self, source: Source, generation: int) -> None:
        """Read the source until it ends or fails.

        One that was live is opened again when lost, and a camera also if it never could be opened:
        it may be plugged in later, or be let go of by another program.
        """
        back_off = BackOff(self._limits, lambda: self._is_connected(source))
        was_live = False
        while (reading := self._begin(source, generation)) is not None:
            self._wait_until_over(reading)
            was_live = was_live or (reading.live and reading.frames > 0)
            successor = self._succeed(generation, reading.final_status(was_live))
            if successor is None or not (was_live or source.kind is SourceKind.CAMERA):
                return
            generation = successor
            if reading.frames:
                back_off.begin_anew()
            if not back_off.wait(partial(self._pause, generation)):
                return

    def _begin(self, source: Source, generation: int) -> Reading | None:
        """Start to read, unless superseded; first wait for earlier readers to free the camera.

        Those of another kind can't be in the way: a hanging camera does not hold up a video.
        """
        with self._changed:
            self._changed.wait_for(
                lambda: (
                    generation != self._generation
                    or all(r.done for r in self._readings if r.source.kind is source.kind)
                ),
                self._limits.release_s,
            )
            if generation != self._generation:
                return None
            self._readings = [reading for reading in self._readings if not reading.done]
            reading = Reading(source, generation)
            if [r.source for r in self._readings].count(source) >= _MOST_HANGING:
                reading.done = True  # another thread would hang like those
                return reading
            self._readings.append(reading)
            reading.thread = threading.Thread(
                target=self._read, args=(reading,), name="reader", daemon=True
            )
            reading.thread.start()
            return reading

    def _wait_until_over(self, reading: Reading) -> None:
        """Wait until a reading is done or superseded, or has been silent for too long."""
        with self._changed:
            while not reading.done and reading.generation == self._generation:
                left_s = reading.heard_at + reading.patience_s(self._limits) - time.monotonic()
                if left_s <= 0:
                    _log.info("a %s is silent", reading.source.kind.value)
                    return
                self._changed.wait(min(left_s, threading.TIMEOUT_MAX))

    # The reading thread -------------------------------------------------------------------------

    def _read(self, reading: Reading) -> None:
        try:
            with closing(self._open_reader(reading.source)) as reader:
                self._deliver_all(reading, reader)
        except errors.FacedeskError as error:
            _log.info("%s", error)
            reading.error = error
        except Exception:
            _log.exception("reading a %s failed", reading.source.kind.value)
            reading.error = errors.SourceError(source=reading.source.label)
        finally:
            with self._changed:
                reading.done = True
                self._changed.notify_all()

    def _deliver_all(self, reading: Reading, reader: FrameReader) -> None:
        reading.note_opened(reader.interval_s is None, reader.given)
        health = PictureHealth(self._limits.faulty_s) if reading.live else None
        if not reading.live:
            reader = PacedReader(reader, lambda time_s: self._pause(reading.generation, time_s))
        for frame in frames_of(reader, self._next_number, self._next_scene):
            fault = health.observe(frame) if health else None
            if not self._deliver(reading, frame, fault):
                return
            if health and health.needs_reopening():
                return

    def _deliver(
        self, reading: Reading, frame: Frame, fault: type[errors.SourceError] | None
    ) -> bool:
        """Publish a frame; return whether its reading is still wanted."""
        status = reading.status(fault)
        with self._changed:
            if reading.generation != self._generation:
                return False
            reading.heard_at = time.monotonic()
            reading.frames += 1
            self._next_number, self._next_scene = frame.number + 1, frame.scene + 1
            self._newest = frame
            self._status = status
            self.mailbox.put(frame)
            if reading.frames == 1:
                self._changed.notify_all()  # from now on there is less patience
            return True

    # Generations --------------------------------------------------------------------------------

    def _start_over(self, status: CaptureStatus) -> int:
        """Supersede whatever there is; the lock must be held."""
        self._generation += 1
        self._status = status
        self._newest = None
        self.mailbox.clear()
        self._changed.notify_all()
        return self._generation

    def _succeed(self, generation: int, status: CaptureStatus) -> int | None:
        """Supersede one generation, unless that has happened already; return the next one."""
        with self._changed:
            if generation != self._generation:
                return None
            self._generation += 1
            self._status = status
            self._changed.notify_all()
            return self._generation

    def _pause(self, generation: int, time_s: float) -> bool:
        """Wait for so long, or until superseded; return whether the generation still counts."""
        with self._changed:
            return not self._changed.wait_for(lambda: generation != self._generation, time_s)
