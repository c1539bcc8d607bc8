from dataclasses import replace
from types import SimpleNamespace

import pytest

from facedesk.errors import ModelGone
from facedesk.live.session import EngineState, EngineStatus
from facedesk.ui.messages import Level
from facedesk.ui.unusable_models import UnusableModels


@pytest.fixture
def session():
    """Of a session that is still loading."""
    return SimpleNamespace(models=None, engine=EngineStatus(EngineState.LOADING), unusable=())


@pytest.fixture
def watch(qtbot, context, session):
    made = UnusableModels(replace(context, session=session))
    made._timer.setInterval(5)
    made.start()
    yield made
    made.stop()


def test_why_a_model_is_not_used_is_said_once_the_others_are_loaded(qtbot, watch, session, said):
    qtbot.wait(30)
    assert said == []
    session.unusable = (ModelGone(name="Mine", path="there"),)
    session.models = object()
    qtbot.waitUntil(lambda: bool(said))
    assert said[0].level is Level.WARNING
    assert said[0].text.startswith("The model “Mine” is gone")
    assert "its own" in said[0].detail
    qtbot.wait(30)
    assert len(said) == 1


def test_where_all_can_be_used_nothing_is_said(qtbot, watch, session, said):
    session.models = object()
    qtbot.waitUntil(lambda: not watch._timer.isActive())
    assert said == []


def test_where_nothing_can_be_loaded_it_stops_waiting(qtbot, watch, session, said):
    session.engine = EngineStatus(EngineState.FAILED)
    qtbot.waitUntil(lambda: not watch._timer.isActive())
    assert said == []
