from types import SimpleNamespace

import pytest

from facedesk.errors import GalleryLocked, SharedGalleryAway
from facedesk.ui.gallery_watch import GalleryWatch
from facedesk.ui.main_window import MainWindow
from facedesk.ui.widgets.away_notice import AwayNotice


@pytest.fixture
def gallery():
    return SimpleNamespace(reachable=True)


@pytest.fixture
def notice(qtbot, gallery):
    made = AwayNotice(gallery)
    qtbot.addWidget(made)
    made.start()
    yield made
    made.stop()


def test_nothing_is_said_while_the_gallery_can_be_read(notice):
    assert notice.isHidden()


def test_it_says_so_when_the_server_is_away_and_until_it_is_back(qtbot, notice, gallery):
    gallery.reachable = False
    qtbot.waitUntil(lambda: not notice.isHidden(), timeout=2000)
    assert "Recognition goes on" in notice.text.text()
    gallery.reachable = True
    qtbot.waitUntil(notice.isHidden, timeout=2000)


def test_the_window_says_it_on_every_page(qtbot, context, monkeypatch):
    window = MainWindow(context)
    qtbot.addWidget(window)
    window.show()
    assert not window.away.isVisible()
    monkeypatch.setattr(type(context.gallery), "reachable", False)
    qtbot.waitUntil(window.away.isVisible, timeout=2000)
    for index in range(len(window.pages)):
        window.show_page(index)
        assert window.away.isVisible()
    window.close()


def test_whoever_watches_the_gallery_goes_on_once_it_is_back(qtbot, context, said, monkeypatch):
    def away():
        raise SharedGalleryAway(place="faces (db.example)")

    watch = GalleryWatch(context)
    with monkeypatch.context() as patch:
        patch.setattr(context.gallery, "people", away)
        watch.start()
        qtbot.waitUntil(lambda: not context.tasks.running)
        assert said == []
    with qtbot.waitSignal(watch.changed, timeout=5000):
        pass
    watch.stop()


def test_any_other_trouble_is_told_once(qtbot, context, said, monkeypatch):
    def locked():
        raise GalleryLocked

    monkeypatch.setattr(context.gallery, "people", locked)
    watch = GalleryWatch(context)
    watch.start()
    qtbot.waitUntil(lambda: len(said) == 1)
    watch.stop()
