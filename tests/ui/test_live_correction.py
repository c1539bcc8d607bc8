"""The whole way with the real networks: a wrong name is seen, corrected, and given back."""

import time
from dataclasses import replace

import pytest
from PIL import Image

from facedesk.capture.source import parse_source
from facedesk.encoder.template import Template, unit
from facedesk.live.session import EngineState
from facedesk.matching.decision import Answer
from facedesk.ui.pages.live_page import LivePage
from facedesk.ui.widgets.face_words import answer_of


@pytest.fixture
def page(qtbot, context, astronaut, admiral, models, astronaut_photo, tmp_path):
    """A page that takes the astronaut for Alice, who is on the same photo as she."""
    from facedesk.gallery.enrolment import prepare_photo

    alice = prepare_photo(admiral, models)
    both = unit(alice.template.vector + astronaut_photo.template.vector)
    context.gallery.enrol("Alice", replace(alice, template=Template(both, models.encoder.id)))
    Image.fromarray(astronaut).save(tmp_path / "astronaut.png")
    widget = LivePage(context)
    qtbot.addWidget(widget)
    context.session.start()
    context.session.open(parse_source(str(tmp_path / "astronaut.png")))
    widget.resize(1280, 720)
    widget.show()
    widget.shown()
    qtbot.waitUntil(lambda: context.session.engine.state is EngineState.READY, timeout=30000)
    qtbot.waitUntil(lambda: answers(widget) == [Answer.KNOWN], timeout=10000)
    return widget


def answers(page):
    return [answer_of(face) for face in page.view.faces] if page.view else []


def test_one_click_takes_a_wrong_name_away_within_a_second(page, qtbot, said):
    row = page.in_view.row(page.view.faces[0].track_id)
    assert (row.title.text(), row.correct.text()) == ("Alice", "Not Alice")
    row.correct.click()
    qtbot.waitUntil(lambda: bool(said), timeout=10000)
    noted_at = time.monotonic()
    qtbot.waitUntil(lambda: answers(page) == [Answer.UNKNOWN], timeout=5000)
    assert time.monotonic() - noted_at < 1
    assert row.title.text() == "Unknown"
    said[0].action.do()
    qtbot.waitUntil(lambda: answers(page) == [Answer.KNOWN], timeout=10000)
    assert row.title.text() == "Alice"
