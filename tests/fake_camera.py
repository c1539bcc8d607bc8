"""A camera that does what its script says, for tests of everything that stands behind a camera.

    camera = FakeCamera(frames(5), vanish(refusals=2), frames(3), stall())
    capture = CaptureThread(open_reader=camera)
    ...
    camera.release()  # at the end, so that no read hangs any more

The script goes on from one opening to the next. When it is over, the camera sends good pictures.
"""

import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from facedesk import errors
from facedesk.capture.picture import Picture
from facedesk.capture.source import Source, SourceKind

FAKE = Source(SourceKind.CAMERA, "Fake camera", "Fake camera")


@dataclass(frozen=True)
class Step:
    """What happens in its next reads, count of them, and at the openings that follow.

    refusals: attempts to open it that fail next, with `refusal`; opening_s: how long the one
    after them takes; for_s: how long a stall lasts, None: until the camera is released."""

    action: str
    count: int = 1
    refusals: int = 0
    refusal: Callable[..., Exception] = errors.CameraMissing
    opening_s: float = 0.0
    for_s: float | None = None


def frames(count):
    """Good pictures, each a little different, as a sensor's noise makes them."""
    return Step("frame", count)


def black(count):
    return Step("black", count)


def repeated(count):
    """The same good picture again and again."""
    return Step("repeated", count)


def grey(count):
    return Step("grey", count)


def odd_sized(count):
    """Pictures of another size each, with odd sides."""
    return Step("odd_sized", count)


def stall(for_s=None):
    """A read that blocks, until the camera is released or so long; its picture is too late."""
    return Step("stall", for_s=for_s)


def vanish(refusals=0, refusal=errors.CameraMissing, opening_s=0.0):
    """No picture, as after unplugging; then so many attempts to open it fail, and one is slow."""
    return Step("vanish", refusals=refusals, refusal=refusal, opening_s=opening_s)


def crash():
    """A read that raises what nobody expects."""
    return Step("crash")


def break_down(refusals=0):
    """A read that raises; then so many attempts to open it fail."""
    return Step("break_down", refusals=refusals)


def refuse(refusals=1, refusal=errors.CameraMissing):
    """Attempts to open it that fail at the very start; only as the first step."""
    return Step("refuse", refusals=refusals, refusal=refusal)


def drivers_mistake(source):
    """A refusal that nobody expects."""
    return ValueError(f"the driver can't open {source}")


class FakeCamera:
    """Opens like open_reader. image: RGB uint8 (H, W, 3) that it looks at; a ramp without one."""

    def __init__(self, *script, image=None, interval_s=0.004):
        self._image = _ramp() if image is None else image
        self._interval_s = interval_s
        self._lock = threading.Lock()
        self._steps = deque(step for step in script for _ in range(step.count))
        self._refusals = 0
        self._refusal = errors.CameraMissing
        self._opening_s = 0.0
        self.given = None
        if script and script[0].action == "refuse":
            step = self._steps.popleft()
            self._refusals, self._refusal = step.refusals, step.refusal
        self._released = threading.Event()
        self._noise = np.random.default_rng(7)
        self.openings = 0
        self.open_readers = 0

    def __call__(self, source=FAKE):
        with self._lock:
            self.openings += 1
            if self._refusals:
                self._refusals -= 1
                raise self._refusal(source=source.label)
            self.open_readers += 1
            opening_s, self._opening_s = self._opening_s, 0.0
        time.sleep(opening_s)
        return FakeReader(self)

    @property
    def script_is_over(self):
        return not self._steps

    @property
    def connected(self):
        """Whether the next attempt to open it succeeds."""
        return not self._refusals

    def plug_in(self):
        """End the refusals."""
        with self._lock:
            self._refusals = 0

    def release(self):
        """Wake every read that hangs."""
        self._released.set()

    def closed(self):
        with self._lock:
            self.open_readers -= 1

    def recover(self):
        """Drop the rest of the script: from now on the pictures are good."""
        with self._lock:
            self._steps.clear()

    def next_image(self):
        time.sleep(self._interval_s)
        with self._lock:
            step = self._steps.popleft() if self._steps else frames(1)
            self._refusals += step.refusals
            self._refusal = step.refusal
            self._opening_s = max(self._opening_s, step.opening_s)
        action = step.action
        if action == "stall":
            self._released.wait(step.for_s)
        if action == "break_down":
            raise errors.CameraLost(source=FAKE.label)
        if action == "crash":
            raise ValueError("a driver's mistake")
        return None if action == "vanish" else self._picture(action)

    def _picture(self, action):
        if action == "black":
            return np.zeros_like(self._image)
        if action == "repeated":
            return self._image.copy()
        noise = self._noise.integers(0, 3, self._image.shape, np.uint8)
        image = np.minimum(self._image, 252) + noise
        if action == "grey":
            return np.repeat(image[:, :, :1], 3, axis=2)
        if action == "odd_sized":
            height, width = (
                int(self._noise.integers(side // 2, side)) | 1 for side in image.shape[:2]
            )
            return np.ascontiguousarray(image[:height, :width])
        return image


class FakeReader:
    interval_s = None
    endless = True

    def __init__(self, camera):
        self.given = camera.given
        self._camera = camera
        self._opened_at = time.monotonic()
        self._closed = False

    def read(self):
        assert not self._closed, "read after close"
        image = self._camera.next_image()
        return None if image is None else Picture(image, time.monotonic() - self._opened_at)

    def close(self):
        self._closed = True
        self._camera.closed()


def _ramp():
    """RGB uint8 (48, 64, 3), lighter to the right."""
    return np.repeat(np.tile(np.linspace(20, 220, 64), (48, 1))[:, :, None], 3, axis=2).astype(
        np.uint8
    )
