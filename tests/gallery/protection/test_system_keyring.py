import threading

import keyring
import pytest
from file_keyring import FileKeyring
from keyring.backends.chainer import ChainerBackend
from keyring.backends.fail import Keyring as FailKeyring
from keyring.errors import KeyringLocked

from facedesk import errors
from facedesk.gallery.protection import system_keyring as module
from facedesk.gallery.protection.system_keyring import system_keyring

KEY = bytes(range(32))


@pytest.fixture
def use(keyring_file):
    """A function that puts a keyring in the place of the system's."""
    return keyring.set_keyring


@pytest.fixture
def impatient(monkeypatch):
    monkeypatch.setattr(module, "_ANSWER_S", 0.05)


def test_a_key_that_is_kept_is_found_again(use):
    system_keyring().keep("gallery 1", KEY)
    assert system_keyring().find("gallery 1") == KEY
    assert system_keyring().find("gallery 2") is None


def test_galleries_have_entries_of_their_own(use):
    for number in range(3):
        system_keyring().keep(f"gallery {number}", bytes([number]) * 32)
    assert [system_keyring().find(f"gallery {n}")[0] for n in range(3)] == [0, 1, 2]


def test_an_entry_that_someone_else_wrote_is_no_key(use):
    FileKeyring().set_password("facedesk", "gallery 1", "my password")
    assert system_keyring().find("gallery 1") is None


class Forgetful(FileKeyring):
    def set_password(self, service, username, password):
        pass


class Locked(FileKeyring):
    def get_password(self, service, username):
        raise KeyringLocked("gallery 1")

    set_password = get_password


class PlainFile(FileKeyring):
    priority = 0.5


@pytest.mark.parametrize("backend", [Forgetful, Locked])
def test_a_key_that_is_not_really_kept_is_told(use, backend):
    use(backend())
    with pytest.raises(errors.KeyringSilent):
        system_keyring().keep("gallery 1", KEY)


def test_a_keyring_that_refuses_is_told(use):
    use(Locked())
    with pytest.raises(errors.KeyringSilent):
        system_keyring().find("gallery 1")


def test_a_keyring_that_does_not_answer_is_left_alone_after_a_while(use, impatient):
    answer = threading.Event()

    class Hanging(FileKeyring):
        def get_password(self, service, username):
            answer.wait(10)

    use(Hanging())
    with pytest.raises(errors.KeyringSilent):
        system_keyring().find("gallery 1")
    answer.set()


@pytest.mark.parametrize("backend", [FailKeyring, PlainFile])
def test_what_keeps_nothing_or_in_plain_files_is_no_keyring(use, backend):
    use(backend())
    assert system_keyring() is None


def test_of_several_keyrings_the_best_is_taken(use, monkeypatch):
    chain = ChainerBackend()
    monkeypatch.setattr(ChainerBackend, "backends", [PlainFile(), FileKeyring()])
    use(chain)
    system_keyring().keep("gallery 1", KEY)
    assert FileKeyring().get_password("facedesk", "gallery 1") == KEY.hex()


def test_without_any_there_is_none():
    assert system_keyring() is None
