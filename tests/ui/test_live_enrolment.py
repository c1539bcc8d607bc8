"""The whole way with the real networks: see a stranger, enrol her, see her named."""

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt

from facedesk.capture.source import parse_source
from facedesk.live.session import EngineState
from facedesk.matching.decision import Answer
from facedesk.ui.pages.live_page import LivePage


@pytest.fixture
def page(qtbot, context, astronaut, tmp_path):
    Image.fromarray(astronaut).save(tmp_path / "astronaut.png")
    widget = LivePage(context)
    qtbot.addWidget(widget)
    widget.resize(1280, 720)
    context.session.start()
    context.session.open(parse_source(str(tmp_path / "astronaut.png")))
    widget.show()
    widget.shown()
    qtbot.waitUntil(lambda: context.session.engine.state is EngineState.READY, timeout=30000)
    qtbot.waitUntil(lambda: answers(widget) == [Answer.UNKNOWN], timeout=10000)
    return widget


def answers(page):
    faces = page.view.faces if page.view else ()
    return [face.decision.answer for face in faces if face.decision]


def name(page, qtbot, text):
    qtbot.keyClicks(page.panel.naming.name, text)
    qtbot.keyClick(page.panel.naming.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: answers(page) == [Answer.KNOWN], timeout=10000)


def test_an_unknown_face_is_clicked_named_and_recognised(page, qtbot, context, said):
    box = page.view.faces[0].box
    scale = page.video.height() / 512
    left = (page.video.width() - 512 * scale) / 2
    centre = QPoint(
        round(left + (box[0] + box[2]) / 2 * scale), round((box[1] + box[3]) / 2 * scale)
    )
    qtbot.mouseClick(page.video, Qt.MouseButton.LeftButton, pos=centre)
    assert page.panel.steps.currentWidget() is page.panel.naming
    name(page, qtbot, "Eileen Collins")
    assert page.video.accessibleDescription() == "Eileen Collins"
    assert [message.text for message in said] == ["Eileen Collins is enrolled."]
    assert [person.name for person in context.gallery.people()] == ["Eileen Collins"]


def test_a_person_is_guided_photographed_named_and_recognised(page, qtbot):
    page.toolbar.enrol.click()
    naming = page.panel.naming
    qtbot.waitUntil(lambda: page.panel.steps.currentWidget() is naming, timeout=15000)
    name(page, qtbot, "Eileen Collins")
    assert page.video.accessibleDescription() == "Eileen Collins"


def test_who_is_enrolled_already_is_recognised_while_enrolling_and_gets_a_look(
    page, qtbot, context, said, astronaut_photo
):
    context.gallery.enrol("Eileen Collins", astronaut_photo)
    page.toolbar.enrol.click()
    naming = page.panel.naming
    qtbot.waitUntil(naming.likeness.isVisible, timeout=15000)
    assert "Eileen Collins" in naming.likeness.text.text()
    naming.likeness.look.click()
    qtbot.waitUntil(lambda: len(said) == 1, timeout=10000)
    assert said[0].text == "A look of Eileen Collins was added."
    assert context.gallery.person("Eileen Collins").photos == 2
