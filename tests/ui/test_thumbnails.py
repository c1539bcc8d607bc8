import threading

import pytest

from facedesk import errors
from facedesk.ui.widgets.thumbnails import Thumbnails


@pytest.fixture
def thumbnails(qapp, make_photo):
    made = Thumbnails(make_photo, 64)
    yield made
    made.stop()


def test_a_picture_comes_later_and_is_kept(qtbot, thumbnails):
    with qtbot.waitSignal(thumbnails.ready) as ready:
        assert thumbnails.get(7) is None
    assert ready.args == [7]
    assert thumbnails.get(7).width() == 64


def test_photos_are_read_elsewhere_and_once(qtbot, make_photo):
    readers = []

    def load(person_id):
        readers.append(threading.current_thread())
        return make_photo(person_id)

    thumbnails = Thumbnails(load, 64)
    with qtbot.waitSignal(thumbnails.ready):
        thumbnails.get(1)
    thumbnails.get(1)
    thumbnails.stop()
    assert len(readers) == 1
    assert readers[0] is not threading.main_thread()


def test_the_former_picture_stays_until_the_new_one_is_there(qtbot, thumbnails):
    with qtbot.waitSignal(thumbnails.ready):
        thumbnails.get(1)
    with qtbot.waitSignal(thumbnails.ready):
        assert thumbnails.get(1, version=2) is not None


def test_what_is_looked_at_now_comes_before_what_was_scrolled_past(qtbot, make_photo):
    loaded, go = [], threading.Event()

    def load(person_id):
        go.wait(5)
        loaded.append(person_id)
        return make_photo(person_id)

    thumbnails = Thumbnails(load, 64)
    for person_id in range(300):
        thumbnails.get(person_id)
    go.set()
    qtbot.waitUntil(lambda: len(loaded) >= 120)
    thumbnails.stop()
    assert 299 in loaded[:2]  # the thread may have begun with another one
    assert 50 not in loaded


def test_someone_without_a_photo_has_no_picture_and_is_not_asked_for_again(qtbot):
    asked = []

    def load(person_id):
        asked.append(person_id)
        raise errors.PersonGone

    thumbnails = Thumbnails(load, 64)
    with qtbot.waitSignal(thumbnails.ready):
        thumbnails.get(1)
    assert thumbnails.get(1).isNull()
    thumbnails.stop()
    assert asked == [1]


def test_after_a_stop_it_can_go_on(qtbot, thumbnails):
    thumbnails.get(1)
    thumbnails.stop()
    with qtbot.waitSignal(thumbnails.ready, check_params_cb=lambda person_id: person_id == 2):
        thumbnails.get(2)
