"""Faces of the live picture by their templates."""

import dataclasses

import numpy as np
import pytest
from live_stage import StageSession, known, shot, unknown

from facedesk.ui.live_faces import LiveFaces


@pytest.fixture
def session(models):
    made = StageSession()
    made.models = models
    return made


@pytest.fixture
def faces(qtbot, context, session):
    made = LiveFaces(dataclasses.replace(context, session=session))
    made.told = []
    made.changed.connect(made.told.append)
    made.start()
    yield made
    made.stop()


def tracks(faces):
    return [each.face.track_id for each in faces.told[-1]] if faces.told else None


def test_each_face_has_its_template_in_the_order_they_came(qtbot, faces, session, astronaut):
    first, second = shot(image=astronaut), shot(image=astronaut, box=(150, 50, 290, 220))
    session.play(unknown(2, shot=second), unknown(1, shot=first))
    qtbot.waitUntil(lambda: tracks(faces) == [1, 2], timeout=20_000)
    assert all(abs(np.linalg.norm(each.vector) - 1) < 1e-5 for each in faces.told[-1])


def test_a_better_shot_is_encoded_again(qtbot, faces, session, astronaut):
    session.play(unknown(1, shot=shot(image=astronaut)))
    qtbot.waitUntil(lambda: tracks(faces) == [1], timeout=20_000)
    before = faces.told[-1][0].vector
    session.play(unknown(1, shot=shot(image=astronaut, box=(150, 50, 290, 220))))
    qtbot.waitUntil(lambda: (faces.told[-1][0].vector != before).any(), timeout=20_000)


def test_a_name_is_told_and_so_is_who_leaves(qtbot, faces, session, astronaut):
    best = shot(image=astronaut)
    session.play(unknown(1, shot=best))
    qtbot.waitUntil(lambda: tracks(faces) == [1], timeout=20_000)
    session.play(known(1, "Ada", shot=best))
    qtbot.waitUntil(lambda: faces.told[-1][0].face.decision.match is not None)
    session.play()
    qtbot.waitUntil(lambda: tracks(faces) == [])


def test_without_a_shot_there_is_no_template(qtbot, faces, session):
    session.play(unknown(1))
    qtbot.wait(500)
    assert faces.told == []
