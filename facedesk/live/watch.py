"""The live loop without a window: who is seen from when to when."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from facedesk.capture.capture_thread import CaptureState, CaptureThread
from facedesk.capture.frame import Frame
from facedesk.capture.reader import FrameReader, frames_of, open_reader
from facedesk.capture.source import Source, SourceKind
from facedesk.errors import FacedeskError
from facedesk.live.engine import Engine
from facedesk.live.liveness_log import JudgedFace, LivenessLog
from facedesk.live.sightings import Sighting, SightingLog

_TAKE_S = 0.2
_LOOKS_AT_A_PICTURE = 10


@dataclass(frozen=True)
class Summary:
    """frames: read from the source; answered: by the engine; skipped: replaced by newer ones."""

    frames: int
    answered: int
    skipped: int
    frames_per_second: float


def watch(
    source: Source,
    engine: Engine,
    stopped: Callable[[], bool],
    open_reader: Callable[[Source], FrameReader] = open_reader,
    on_trouble: Callable[[FacedeskError], None] = lambda _error: None,
) -> Iterator[Sighting | Summary]:
    """Yield sightings as they end, and a summary last.

    Files are answered frame by frame, as fast as that goes; cameras and addresses in real time.
    on_trouble: is told once why a camera or an address gives nothing now, such as being unplugged.
    Raises SourceError, StorageError.
    """
    log = SightingLog()
    counts = _Counts()
    for frame in _frames(source, counts, stopped, open_reader, on_trouble):
        yield from log.observe(engine.answer(frame))
        counts.answered += 1
    yield from log.finish()
    yield counts.summary()


def watch_liveness(
    source: Source,
    engine: Engine,
    stopped: Callable[[], bool],
    open_reader: Callable[[Source], FrameReader] = open_reader,
    on_trouble: Callable[[FacedeskError], None] = lambda _error: None,
) -> Iterator[JudgedFace]:
    """Yield for each face, as it leaves, whether it was alive; else as watch does.

    The engine has to be told to look for that. Raises SourceError, StorageError.
    """
    log = LivenessLog()
    for frame in _frames(source, _Counts(), stopped, open_reader, on_trouble):
        yield from log.observe(engine.answer(frame))
    yield from log.finish()


class _Counts:
    def __init__(self) -> None:
        self.answered = 0
        self.skipped = 0
        self._start = time.monotonic()

    def summary(self) -> Summary:
        spent = max(time.monotonic() - self._start, 1e-6)
        per_second = round(self.answered / spent, 2)
        return Summary(self.answered + self.skipped, self.answered, self.skipped, per_second)


def _frames(
    source: Source,
    counts: _Counts,
    stopped: Callable[[], bool],
    open_reader: Callable[[Source], FrameReader],
    on_trouble: Callable[[FacedeskError], None],
) -> Iterator[Frame]:
    if source.kind in (SourceKind.CAMERA, SourceKind.ADDRESS):
        capture = CaptureThread(open_reader)
        return _newest_frames(source, capture, counts, stopped, on_trouble)
    return _all_frames(open_reader(source), stopped)


def _all_frames(reader: FrameReader, stopped: Callable[[], bool]) -> Iterator[Frame]:
    try:
        # A single picture would be read again and again; some looks at it are enough.
        most = _LOOKS_AT_A_PICTURE if reader.endless else None
        for frame in islice(frames_of(reader), most):
            if stopped():
                return
            yield frame
    finally:
        reader.close()


def _newest_frames(
    source: Source,
    capture: CaptureThread,
    counts: _Counts,
    stopped: Callable[[], bool],
    on_trouble: Callable[[FacedeskError], None],
) -> Iterator[Frame]:
    capture.open(source)
    trouble = None
    try:
        while not stopped():
            frame = capture.mailbox.take(_TAKE_S)
            status = capture.status
            if frame is not None:
                yield frame
            elif status.state is CaptureState.FAILED:
                raise status.error
            elif status.state is CaptureState.ENDED:
                return
            if status.error is not None and type(status.error) is not trouble:
                on_trouble(status.error)
            trouble = type(status.error)
    finally:
        counts.skipped = capture.mailbox.skipped
        capture.close()
