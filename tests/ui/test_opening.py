"""What happens before there is a window: the gallery is opened, and its user asked."""

import threading

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit

from facedesk import errors
from facedesk.gallery.protection.data_key import Method
from facedesk.gallery.protection.protecting import (
    methods_of,
    protect_by_keyring,
    protect_by_passphrase,
    remove_method,
)
from facedesk.gallery.store import open_gallery
from facedesk.paths import default_paths
from facedesk.ui import opening
from facedesk.ui.dialogs.unlock_dialog import Step, UnlockDialog
from facedesk.ui.opening import opened_gallery

WORDS = "correct horse battery"

pytestmark = pytest.mark.usefixtures("quick_passphrases")


@pytest.fixture
def database():
    return default_paths().database


@pytest.fixture
def locked(database, make_photo):
    """The file of a gallery that takes a passphrase, with Ada in it."""
    gallery = open_gallery(database)
    protect_by_passphrase(gallery.database, WORDS)
    gallery.enrol("Ada", make_photo())
    gallery.close()
    return database


@pytest.fixture
def start(qtbot, database):
    """A function that opens the gallery while a user does these things in the dialog."""

    def start(*steps, open_with=None):
        todo = list(steps)

        def act():
            shown = [w for w in QApplication.topLevelWidgets() if isinstance(w, UnlockDialog)]
            if todo and shown and shown[0].isVisible() and todo[0](shown[0]) is not False:
                todo.pop(0)

        timer = QTimer(interval=10)
        timer.timeout.connect(act)
        timer.start()
        by_default = lambda words, progress: open_gallery(database, words, progress)  # noqa: E731
        try:
            gallery = opened_gallery(open_with or by_default, database)
        finally:
            timer.stop()
        assert not todo
        if gallery is not None:
            gallery.close()
        return gallery

    return start


def names(database, passphrase=None):
    gallery = open_gallery(database, passphrase)
    found = [person.name for person in gallery.people()]
    gallery.close()
    return found


def typing(qtbot, text):
    """A step: type a passphrase, then Enter, once it is asked for."""

    def type_(dialog):
        if dialog.step is not Step.LOCKED or not dialog.unlock.isEnabled():
            return False
        dialog.passphrase.clear()
        qtbot.keyClicks(dialog.passphrase, text)
        qtbot.keyClick(dialog.passphrase, Qt.Key.Key_Return)
        return True

    return type_


def seeing(step, look=lambda dialog: None):
    """A step: wait until the dialog is that far and idle, then look at it."""

    def see(dialog):
        if dialog.step is not step or not dialog.again.isEnabled():
            return False
        look(dialog)
        return True

    return see


def test_a_gallery_that_opens_by_itself_shows_nothing(start, database):
    assert start() is not None


def test_the_right_passphrase_opens_it(start, qtbot, locked):
    assert start(typing(qtbot, WORDS)) is not None


def test_a_wrong_passphrase_is_told_and_can_be_typed_again(start, qtbot, locked):
    told = []

    def look(dialog):
        if not dialog.problem.text():
            return False
        told.append((dialog.problem.text(), dialog.passphrase.selectedText()))
        return None

    assert start(typing(qtbot, "a wrong one"), look, typing(qtbot, WORDS)) is not None
    assert told == [
        (
            "This passphrase does not open the gallery. Nothing was changed; try again.",
            "a wrong one",
        )
    ]


def test_it_can_be_left(start, locked):
    before = locked.read_bytes()
    assert start(seeing(Step.LOCKED, lambda dialog: dialog.quit.click())) is None
    assert locked.read_bytes() == before


def test_escape_leaves_it_too(start, qtbot, locked):
    assert start(seeing(Step.LOCKED, lambda d: qtbot.keyClick(d, Qt.Key.Key_Escape))) is None


def test_what_is_typed_is_seen_on_request_only(start, locked):
    modes = []

    def look(dialog):
        modes.append(dialog.passphrase.echoMode())
        dialog.letters.setChecked(True)
        modes.append(dialog.passphrase.echoMode())
        dialog.quit.click()

    start(seeing(Step.LOCKED, look))
    assert modes == [QLineEdit.EchoMode.Password, QLineEdit.EchoMode.Normal]


def test_whoever_forgot_it_may_begin_anew_and_nothing_is_deleted(start, locked):
    told = []

    def forget(dialog):
        dialog.forgotten.click()
        told.append(dialog.text.text() + dialog.aside.text())

    gallery = start(
        seeing(Step.LOCKED, forget), seeing(Step.CLOSED, lambda dialog: dialog.begin_anew.click())
    )
    assert gallery is not None
    assert names(locked) == []
    (aside,) = locked.parent.glob("gallery-locked-*.sqlite3")
    assert names(aside, WORDS) == ["Ada"]
    assert "nobody can open the gallery" in told[0]
    assert "not deleted" in told[0]


def test_without_the_key_in_the_keyring_it_says_so_and_tries_again_on_request(
    start, database, keyring_file
):
    open_gallery(database).close()
    keys = keyring_file.read_text()
    keyring_file.unlink()
    told = []

    def restore(dialog):
        told.append(dialog.text.text())
        keyring_file.write_text(keys)
        dialog.again.click()

    assert start(seeing(Step.CLOSED, restore)) is not None
    assert "another computer" in told[0]


def test_a_passphrase_set_for_a_lost_keyring_is_asked_for(start, qtbot, database, keyring_file):
    gallery = open_gallery(database)
    protect_by_passphrase(gallery.database, WORDS)
    gallery.close()
    keyring_file.unlink()
    told = []
    look = seeing(Step.LOCKED, lambda dialog: told.append(dialog.text.text()))
    assert start(look, typing(qtbot, WORDS)) is not None
    assert "keyring learns the key again" in told[0]
    assert start() is not None


def test_while_the_keyring_does_not_answer_the_dialog_says_so_and_can_be_left(
    start, monkeypatch, database
):
    monkeypatch.setattr(opening, "_SOON_MS", 10)
    monkeypatch.setattr(opening, "_GIVE_UP_S", 0.01)
    answer = threading.Event()
    told = []

    def hang(_passphrase, _progress):
        answer.wait(20)
        raise errors.KeyringSilent

    def leave(dialog):
        told.append((dialog.step, dialog.text.text()))
        dialog.quit.click()

    assert start(leave, open_with=hang) is None
    answer.set()
    assert told == [(Step.WAITING, "The system's keyring may ask for its password.")]


def test_a_keyring_that_refuses_leaves_three_ways(start, database):
    ways = []

    def refuse(_passphrase, _progress):
        raise errors.KeyringSilent

    def look(dialog):
        buttons = (dialog.begin_anew, dialog.quit, dialog.again, dialog.unlock)
        ways.extend(button.text() for button in buttons if button.isVisible())
        dialog.quit.click()

    assert start(seeing(Step.CLOSED, look), open_with=refuse) is None
    assert ways == ["Begin with an empty gallery", "Quit", "Try again"]


def test_on_a_server_nothing_can_be_set_aside(qtbot, context):
    def refuse(_passphrase, _progress):
        raise errors.PassphraseNeeded

    dialog = UnlockDialog(context.tasks, refuse, None)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.attempt()
    qtbot.waitUntil(lambda: dialog.step is Step.LOCKED)
    dialog.forgotten.click()
    assert dialog.again.isVisible()
    assert not dialog.begin_anew.isVisible()
    assert not dialog.aside.isVisible()


def test_how_far_encrypting_is_can_be_seen(start, monkeypatch, database):
    monkeypatch.setattr(opening, "_SOON_MS", 10)
    go_on = threading.Event()
    seen = []

    def encrypt(_passphrase, progress):
        progress(30, 100)
        go_on.wait(20)
        return open_gallery(database)

    def look(dialog):
        if dialog.bar.maximum() != 100:
            return False
        seen.append((dialog.bar.value(), dialog.text.text()))
        go_on.set()
        return True

    assert start(look, open_with=encrypt) is not None
    assert seen == [(30, "The gallery is being encrypted. Nothing is lost if it is broken off.")]


@pytest.mark.parametrize("error", [errors.GalleryDamaged, errors.GalleryTooNew])
def test_what_no_user_can_help_is_raised(start, database, error):
    def refuse(_passphrase, _progress):
        raise error(path=database)

    with pytest.raises(error):
        start(open_with=refuse)


def test_a_gallery_that_went_to_the_keyring_opens_by_itself(start, locked, keyring_file):
    gallery = open_gallery(locked, WORDS)
    protect_by_keyring(gallery.database)
    remove_method(gallery.database, Method.PASSPHRASE)
    assert methods_of(gallery.database) == {Method.KEYRING}
    gallery.close()
    assert start() is not None
