import pytest
from plain_looks import Looks

from facedesk.evaluation.liveness.watched import Watched
from facedesk.liveness.answer import Liveness, LivenessAnswer


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
