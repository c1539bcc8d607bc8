from dataclasses import dataclass, field

import pytest

from facedesk.evaluation.liveness.watched import Watched
from facedesk.liveness.answer import Evidence, Liveness, LivenessAnswer, Look


@dataclass
class Lightness:
    """A plain look: what is light is flat. Knows when it was asked."""

    look: Look
    flat: float | None = None
    seen: list[float] = field(default_factory=list)
    asked: list[float] = field(default_factory=list)

    def see(self, image, landmarks, time_s):
        self.seen.append(time_s)
        self.flat = (float(image.mean()) - 120) / 10

    def evidence(self):
        self.asked.append(self.seen[-1])
        return Evidence(self.look, self.flat, 1.0)


@dataclass
class Looks:
    """Three of them for each face, kept to be looked at."""

    problems: tuple = ()
    begun: list = field(default_factory=list)

    def sources(self):
        self.begun.append([Lightness(look) for look in Look])
        return self.begun[-1]


@pytest.fixture
def looks():
    return Looks()


@pytest.fixture
def watched():
    """Return a function that makes what was answered about one clip, at one time."""

    def make(kind, flat, source="somebody", word=Liveness.NOT_SURE, evidence=(), seconds=3.0):
        answer = LivenessAnswer(word, tuple(evidence), seconds, flat)
        return Watched(kind, kind != "live", source, ((seconds, answer),))

    return make
