"""After a change of the encoder, everyone is encoded again behind the open window."""

from dataclasses import replace

import numpy as np
import pytest

from facedesk.encoder.encoder_id import ENCODER_ID
from facedesk.encoder.template import Template
from facedesk.live import loading
from facedesk.ui.context import AppContext
from facedesk.ui.encoding_again import EncodingAgain

OLD = Template(np.zeros(128, np.float32), "an-older-encoder")


@pytest.fixture
def ready(context, ready_session):
    """A context whose networks are loaded."""
    return AppContext(
        context.paths, context.settings, context.gallery, ready_session, context.tasks,
        context.messages,
    )  # fmt: skip


@pytest.fixture
def encoding(ready):
    encoding = EncodingAgain(ready)
    yield encoding
    encoding.stop()


@pytest.fixture
def enrol_old(context, astronaut_photo):
    """A function that enrols people with templates of another encoder."""

    def enrol(*names):
        photo = replace(astronaut_photo, template=OLD)
        return [context.gallery.enrol(name, photo) for name in names]

    return enrol


def known(gallery):
    return [person.name for person in gallery.templates(ENCODER_ID).people]


def test_until_then_old_templates_are_not_compared_with_new_ones(context, enrol_old):
    enrol_old("Ada")
    assert known(context.gallery) == []


def test_everyone_is_encoded_again_with_progress(
    qtbot, encoding, context, enrol_old, astronaut_photo
):
    enrol_old("Ada", "Grace", "Mary")
    titles, notes = [], []

    def watch(task):
        titles.append(task.title)
        task.progressed.connect(lambda done, total, note: notes.append((done, total)))

    context.tasks.started.connect(watch)
    encoding.start()
    qtbot.waitUntil(lambda: known(context.gallery) == ["Ada", "Grace", "Mary"], timeout=20_000)
    qtbot.waitUntil(lambda: not context.tasks.running)
    assert "Learning faces anew" in titles
    assert {total for _, total in notes} == {3}
    vectors = context.gallery.templates(ENCODER_ID).photos.vectors
    np.testing.assert_allclose(vectors, [astronaut_photo.template.vector] * 3, atol=1e-5)


def test_with_nothing_to_do_nothing_is_seen(qtbot, encoding, context, astronaut_photo):
    titles = []
    context.tasks.started.connect(lambda task: titles.append(task.title))
    context.gallery.enrol("Ada", astronaut_photo)
    encoding.start()
    qtbot.waitUntil(lambda: not context.tasks.running)
    assert titles == ["Reading the gallery"]


def test_who_comes_later_with_an_old_template_is_encoded_too(qtbot, encoding, context, enrol_old):
    encoding._timer.setInterval(20)
    encoding.start()
    qtbot.waitUntil(lambda: not context.tasks.running)
    enrol_old("Ada")
    qtbot.waitUntil(lambda: known(context.gallery) == ["Ada"], timeout=20_000)
    qtbot.waitUntil(lambda: not context.tasks.running)


def test_cancelled_it_goes_on_at_the_next_start(qtbot, encoding, context, enrol_old, said):
    enrol_old("Ada", "Grace")

    def cancel_soon(task):
        if task.title == "Learning faces anew":
            task.cancel()

    context.tasks.started.connect(cancel_soon)
    encoding.start()
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    assert said[0].text == "Not everyone is recognised yet."
    context.tasks.started.disconnect(cancel_soon)
    again = EncodingAgain(encoding._context)
    again.start()
    qtbot.waitUntil(lambda: known(context.gallery) == ["Ada", "Grace"], timeout=20_000)
    qtbot.waitUntil(lambda: not context.tasks.running)
    again.stop()


def test_a_photo_that_is_damaged_keeps_nobody_else_waiting(
    qtbot, encoding, context, enrol_old, said, caplog
):
    ada, _ = enrol_old("Ada", "Grace")
    with context.gallery.database.writing() as connection:
        connection.exec_driver_sql("UPDATE photo SET jpeg = x'00' WHERE person_id = ?", (ada.id,))
    encoding.start()
    qtbot.waitUntil(lambda: known(context.gallery) == ["Grace"], timeout=20_000)
    qtbot.waitUntil(lambda: bool(said))
    assert said[0].text == "Photos that can't be read any more: 1."
    encoding._look()
    qtbot.waitUntil(lambda: not context.tasks.running)
    assert len(said) == 1
    assert "can't be encoded again" in caplog.text
    caplog.clear()


def test_what_is_done_is_stored_now_and_then(context, models, enrol_old, monkeypatch):
    enrol_old("Ada", "Grace", "Mary")
    monkeypatch.setattr(loading, "_STORE_EVERY_S", 0)
    stored = []

    def look(done, _total):
        stored.append(len(known(context.gallery)))

    loading.encode_outdated(context.gallery, models, progress=look)
    assert stored == [0, 1, 2]
