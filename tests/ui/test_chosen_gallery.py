"""What happens at the start, before there is a window, when the gallery is a shared one."""

from contextlib import closing

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from facedesk import paths, settings
from facedesk.database_address import read_address
from facedesk.gallery.sharing.shared_gallery import SharedGallery, open_shared_gallery
from facedesk.ui.chosen_gallery import chosen_gallery

AWAY = "postgresql+psycopg://desk:secret@127.0.0.1:1/faces"


@pytest.fixture
def places():
    places = paths.default_paths()
    paths.prepare(places)
    return places


@pytest.fixture
def chosen(places):
    return settings.load(places.settings)


@pytest.fixture
def answer(qapp):
    """Return a function that presses a button of each question that comes; and what was asked.

    first: what happens before that.
    """
    asked, wanted, meanwhile = [], [], []

    def press():
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox) and wanted:
            asked.append(box.text())
            for act in meanwhile:
                act()
            label = wanted.pop(0)
            next(button for button in box.buttons() if button.text() == label).click()

    timer = QTimer(interval=30)
    timer.timeout.connect(press)
    timer.start()

    def with_(*labels, first=()):
        wanted.extend(labels)
        meanwhile.extend(first)
        return asked

    yield with_
    timer.stop()


def test_a_shared_gallery_is_opened_at_once(qapp, places, chosen, shared_address):
    chosen.set("gallery.database", shared_address)
    with closing(chosen_gallery(places, chosen)) as gallery:
        assert isinstance(gallery, SharedGallery)
    assert not places.database.exists()


def test_without_its_server_the_gallery_of_this_computer_may_be_used(places, chosen, answer):
    pytest.importorskip("psycopg")
    chosen.set("gallery.database", AWAY)
    asked = answer("Try again", "Use this computer's gallery")
    with closing(chosen_gallery(places, chosen)) as gallery:
        assert not isinstance(gallery, SharedGallery)
        assert gallery.people() == ()
    assert len(asked) == 2
    assert "faces (127.0.0.1:1) can't be reached" in asked[0]
    assert "secret" not in asked[0]


def test_or_facedesk_is_left(places, chosen, answer):
    chosen.set("gallery.database", AWAY)
    answer("Quit")
    assert chosen_gallery(places, chosen) is None
    assert not places.database.exists()


def test_a_wrong_address_in_the_environment_is_told_too(places, chosen, answer, monkeypatch):
    monkeypatch.setenv("FACEDESK_DATABASE", "faces")
    asked = answer("Quit")
    assert chosen_gallery(places, chosen) is None
    assert asked == [
        "This is not the address of a database. "
        "Write it as postgresql+psycopg://USER:PASSWORD@SERVER/DATABASE."
    ]


def test_once_the_server_is_there_trying_again_opens_it(
    places, chosen, answer, postgresql, shared_address
):
    open_shared_gallery(read_address(shared_address), places.home).close()
    chosen.set("gallery.database", shared_address)
    postgresql.stop()
    asked = answer("Try again", first=[postgresql.start])
    with closing(chosen_gallery(places, chosen)) as gallery:
        assert isinstance(gallery, SharedGallery)
    assert len(asked) == 1
