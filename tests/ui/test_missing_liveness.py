"""What liveness lacks is said once, whenever it is first wanted."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from facedesk.errors import ResourceMissing
from facedesk.ui.messages import Level
from facedesk.ui.missing_liveness import MissingLiveness


@pytest.fixture
def session():
    return SimpleNamespace(liveness_problems=())


@pytest.fixture
def watch(qtbot, context, session):
    made = MissingLiveness(replace(context, session=session))
    made._timer.setInterval(5)
    made.start()
    yield made
    made.stop()


def test_it_is_said_once(qtbot, watch, session, said):
    qtbot.wait(30)
    assert said == []
    session.liveness_problems = (ResourceMissing(name="models/liveness_clip.safetensors"),)
    qtbot.waitUntil(lambda: bool(said))
    watch.start()  # the window is shown again
    qtbot.wait(30)
    assert [message.level for message in said] == [Level.WARNING]
    assert "models/liveness_clip.safetensors" in said[0].text
    assert "all else works" in said[0].detail
