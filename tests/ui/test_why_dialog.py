"""Why two faces match: from a verdict, a sighting and a live face."""

import dataclasses

import numpy as np
import pytest
from live_stage import StageSession, known, shot
from PySide6.QtWidgets import QLabel
from record_stage import note

from facedesk.errors import NoFace
from facedesk.gallery.sightings.sighting import SightingFilter
from facedesk.insight import why as engine
from facedesk.insight.why import Why
from facedesk.live.claim import VerifiedFace, check_claim, face_of_photo
from facedesk.live.knowledge import load_knowledge
from facedesk.matching.verification import Verdict
from facedesk.ui.dialogs.why_dialog import WhyDialog
from facedesk.ui.pages.activity_page import ActivityPage
from facedesk.ui.pages.live_page import LivePage
from facedesk.ui.pages.verify_page import VerifyPage
from facedesk.ui.why_asked import WhyAsked, why_claim
from facedesk.ui.widgets.why_words import parts_for_and_against, parts_words, strength_words

LONG = 30_000
CHIP = np.full((150, 150, 3), 128, np.uint8)


def heat(*places):
    """A heat map that is nothing but in these places: x1, y1, x2, y2, value."""
    made = np.zeros((150, 150), np.float32)
    for x1, y1, x2, y2, value in places:
        made[y1:y2, x1:x2] = value
    return made


EYES = (28, 32, 122, 58, 0.02)
MOUTH = (44, 92, 104, 116, -0.02)


@pytest.fixture
def found(monkeypatch):
    """What is found out: eyes speak for, mouths against; quickly. asked: about which faces."""
    asked = []

    def why(first, second, _encoder, progress):
        asked.append((first, second))
        progress(0, 2)
        progress(2, 2)
        return Why(first, second, 1.9, heat(EYES), heat(EYES, MOUTH))

    monkeypatch.setattr(engine, "why", why)
    return asked


def face(name=""):
    return VerifiedFace(CHIP, np.zeros(128, np.float32), (), name)


@pytest.fixture
def session(models):
    made = StageSession()
    made.models = models
    return made


@pytest.fixture
def ready(context, session):
    return dataclasses.replace(context, session=session)


@pytest.fixture
def open_dialog(qtbot, ready):
    def open_(load):
        made = WhyDialog(ready, WhyAsked("Why Ada?", "Ada", "In the live picture", load))
        qtbot.addWidget(made)
        made.open()
        return made

    return open_


def text(widget):
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def test_parts_are_named_the_strongest_first():
    why = Why(CHIP, CHIP, 1.9, heat(EYES), heat(EYES, MOUTH))
    assert parts_for_and_against(why) == (["the eyes and brows"], ["the mouth"])
    assert parts_words(why) == (
        "For one person speak most: the eyes and brows. Against it speak most: the mouth."
    )
    assert "d 0.100" in strength_words(why)
    assert "changes it by 0.020" in strength_words(why)


def test_where_nothing_speaks_nothing_is_named():
    assert parts_for_and_against(Why(CHIP, CHIP, 1.0, heat(), heat())) == ([], [])


def test_both_faces_are_shown_with_colours_words_and_limits(qtbot, open_dialog, found):
    dialog = open_dialog(lambda _models: (face("Ada"), face()))
    qtbot.waitUntil(dialog.with_heat.isEnabled)
    assert [shown.heat.max() for shown in dialog.faces] == [1, 1]
    assert dialog.faces[1].heat.min() == pytest.approx(-1)
    assert [caption.text() for caption in dialog.captions] == ["Ada", "In the live picture"]
    assert "speaks for one person" in text(dialog)
    assert "speaks against it" in text(dialog)
    assert "the eyes and brows" in text(dialog)
    assert "don't say whether the answer is right" in text(dialog)
    assert "the eyes" in dialog.faces[0].accessibleDescription()
    assert not dialog.progress.isVisible()


def test_the_colours_can_be_hidden(qtbot, open_dialog, found):
    dialog = open_dialog(lambda _models: (face(), face()))
    qtbot.waitUntil(dialog.with_heat.isEnabled)
    dialog.with_heat.click()
    assert dialog.faces[0].heat is None
    dialog.with_heat.click()
    assert dialog.faces[0].heat is not None


def test_closing_it_ends_the_work(qtbot, open_dialog, ready, monkeypatch):
    begun = []

    def why(_first, _second, _encoder, progress):
        while True:
            begun.append(1)
            progress(0, 10)

    monkeypatch.setattr(engine, "why", why)
    dialog = open_dialog(lambda _models: (face(), face()))
    qtbot.waitUntil(lambda: bool(begun))
    dialog.reject()
    qtbot.waitUntil(lambda: not ready.tasks.running)


def test_an_error_is_told(qtbot, open_dialog):
    def load(_models):
        raise NoFace

    dialog = open_dialog(load)
    qtbot.waitUntil(lambda: "face" in dialog.words.text() and "…" not in dialog.words.text())
    assert not dialog.progress.isVisible()


def test_two_real_faces_of_one_person_are_explained(qtbot, ready, astronaut, models):
    first, second = (face_of_photo(image, models) for image in (astronaut, astronaut[:, ::-1]))
    verifier = load_knowledge(models.encoder.id).verifier()
    claim = check_claim(first, second, verifier, 0.001)
    assert claim.verification.verdict is Verdict.YES
    dialog = WhyDialog(ready, why_claim(claim))
    qtbot.addWidget(dialog)
    dialog.open()
    assert dialog.heading.text() == "Why the same person?"
    qtbot.waitUntil(dialog.with_heat.isEnabled, timeout=LONG)
    assert "For one person speak most" in dialog.words.text()


def opened_from(qtbot, page):
    """The dialog that a page has opened, once it has its answer."""
    (dialog,) = page.findChildren(WhyDialog)
    qtbot.waitUntil(dialog.with_heat.isEnabled, timeout=LONG)
    return dialog


def test_a_verdict_can_be_asked_about(qtbot, ready, found, models):
    page = VerifyPage(ready)
    qtbot.addWidget(page)
    page.show()
    assert not page.verdict.ask_why.isVisible()
    verifier = load_knowledge(models.encoder.id).verifier()
    vector = np.eye(models.encoder.dimensions, dtype=np.float32)
    one = dataclasses.replace(face("Ada"), vector=vector[0])
    other = dataclasses.replace(face(), vector=vector[1])
    page.verdict.show_claim(check_claim(one, other, verifier, 0.001))
    page.verdict.ask_why.click()
    dialog = opened_from(qtbot, page)
    assert dialog.heading.text() == "Why not the same person?"
    assert dialog.captions[0].text() == "Ada"


def test_a_live_face_with_a_name_can_be_asked_about(
    qtbot, ready, session, found, astronaut, astronaut_photo, context
):
    person = context.gallery.enrol("Eileen", astronaut_photo)
    box = (170, 60, 280, 200)
    seen = known(3, "Eileen", box=box, shot=shot(image=astronaut, box=box))
    match = dataclasses.replace(seen.decision.match, person_id=person.id)
    decision = dataclasses.replace(seen.decision, match=match)
    session.play(dataclasses.replace(seen, decision=decision))
    page = LivePage(ready)
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.show()
    qtbot.waitUntil(lambda: page.in_view.row(3) is not None)
    why = page.in_view.row(3).why
    assert why.accessibleName() == "Why Eileen?"
    why.click()
    dialog = opened_from(qtbot, page)
    assert dialog.heading.text() == "Why Eileen?"
    assert len(found) == 1


def test_a_sighting_with_a_name_and_a_picture_can_be_asked_about(
    qtbot, ready, found, context, astronaut_photo
):
    person = context.gallery.enrol("Eileen", astronaut_photo)
    sightings = context.gallery.sightings
    sightings.write([note(person, thumbnail=astronaut_photo), note(person, thumbnail=False)])
    page = ActivityPage(ready)
    qtbot.addWidget(page)
    page.show()
    with_picture, without = sorted(
        sightings.all(SightingFilter()), key=lambda each: not each.has_thumbnail
    )
    page.actions_of.choose([without])
    assert not page.actions_of.why.isEnabled()
    page.actions_of.choose([with_picture])
    page.actions_of.why.trigger()
    dialog = opened_from(qtbot, page)
    assert dialog.heading.text() == "Why Eileen?"
    page.actions_of.choose([])
    assert not page.actions_of.why.isVisible()
