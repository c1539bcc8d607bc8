"""A face that was wrongly taken for somebody: real faces, the real engine."""

from dataclasses import replace

import numpy as np
import pytest

from facedesk.capture.frame import Frame
from facedesk.encoder.template import Template, unit
from facedesk.gallery.enrolment import keep_shot, prepare_photo
from facedesk.live.engine import Engine
from facedesk.live.knowledge import load_knowledge
from facedesk.matching.decision import Answer


@pytest.fixture
def engine(models, gallery, monkeypatch):
    monkeypatch.setattr("facedesk.live.engine._LOOK_AT_GALLERY_EVERY_S", 0.0)
    return Engine(models, load_knowledge(models.encoder.id), gallery)


@pytest.fixture
def alice(gallery, models, astronaut, admiral):
    """The admiral, enrolled so badly that the astronaut is taken for her."""
    photo, other = prepare_photo(admiral, models), prepare_photo(astronaut, models)
    both = unit(photo.template.vector + other.template.vector)
    return gallery.enrol("Alice", replace(photo, template=Template(both, models.encoder.id)))


def seen(engine, picture, scene, count=8):
    """Return the face of a picture that moves a little, as the engine sees it in the end."""
    for number in range(count):
        moved = np.roll(picture, (number, 2 * number), axis=(0, 1))
        view = engine.answer(Frame(moved, number, number / 25, number / 25, scene))
    (face,) = view.faces
    return face


def test_the_mistake_is_not_made_again_and_the_right_one_keeps_her_name(
    engine, gallery, models, alice, astronaut, admiral
):
    wrong = seen(engine, astronaut, scene=0)
    assert wrong.decision.answer is Answer.KNOWN
    right = seen(engine, admiral, scene=1)
    assert right.decision.answer is Answer.KNOWN
    photo_id = gallery.correct(alice.id, keep_shot(wrong.best_shot, models))
    assert seen(engine, astronaut, scene=2).decision.answer is Answer.UNKNOWN
    still = seen(engine, admiral, scene=3)
    assert still.decision.answer is Answer.KNOWN
    assert still.decision.match.score == pytest.approx(right.decision.match.score, abs=0.2)
    gallery.remove_photo(photo_id)
    assert seen(engine, astronaut, scene=4).decision.answer is Answer.KNOWN


def test_the_name_goes_with_the_next_frame_of_the_same_track(
    engine, gallery, models, alice, astronaut
):
    before = seen(engine, astronaut, scene=0)
    gallery.correct(alice.id, keep_shot(before.best_shot, models))
    after = seen(engine, astronaut, scene=0, count=1)
    assert after.track_id == before.track_id
    assert after.decision.answer is Answer.UNKNOWN


def test_a_still_picture_loses_the_wrong_name_too(engine, gallery, models, alice, astronaut):
    before = seen(engine, astronaut, scene=0)
    gallery.correct(alice.id, keep_shot(before.best_shot, models))
    (after,) = engine.reconsider().faces
    assert after.decision.answer is Answer.UNKNOWN
