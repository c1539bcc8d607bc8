"""What protects a shared gallery: a passphrase, which a desk may keep the key for."""

from contextlib import closing

import pytest

from facedesk import errors
from facedesk.database_address import read_address
from facedesk.gallery.protection.protecting import methods_of, protect_by_passphrase
from facedesk.gallery.protection.system_keyring import SystemKeyring
from facedesk.gallery.sharing.shared_gallery import open_shared_gallery
from facedesk.gallery.sharing.shared_key import keep_on_this_desk
from facedesk.gallery.storage.server_database import Found, look_at

WORDS = "correct horse"


@pytest.fixture
def open_desk(shared_address, tmp_path):
    """Return a function that opens the gallery as one more desk does."""
    opened = []

    def open_(passphrase=None):
        folder = tmp_path / f"desk {len(opened)}"
        opened.append(open_shared_gallery(read_address(shared_address), folder, passphrase))
        return opened[-1]

    yield open_
    for gallery in opened:
        gallery.close()


@pytest.fixture
def protected(shared_address, tmp_path, make_photo):
    """The photo of the one person in a gallery with a passphrase."""
    photo = make_photo()
    with closing(open_shared_gallery(read_address(shared_address), tmp_path / "first")) as gallery:
        gallery.enrol("Ada", photo)
        protect_by_passphrase(gallery.database, WORDS)
    return photo


def test_no_keyring_of_one_desk_protects_it_for_all(open_desk, keyring_file):
    assert methods_of(open_desk().database) == frozenset()


def test_every_desk_opens_it_with_the_passphrase(open_desk, protected):
    for desk in (open_desk(WORDS), open_desk(WORDS)):
        (ada,) = desk.people()
        assert desk.photo(ada.id).jpeg == protected.jpeg


def test_without_the_passphrase_it_stays_closed(open_desk, protected, keyring_file):
    with pytest.raises(errors.PassphraseNeeded):
        open_desk()
    with pytest.raises(errors.WrongPassphrase):
        open_desk("wrong horse")


def test_the_server_has_no_byte_of_it_in_clear(postgresql, shared_address, protected):
    address = read_address(shared_address)
    rows = postgresql.execute("SELECT jpeg FROM photo", address.database)
    assert all(protected.jpeg[:20] not in bytes(jpeg) for (jpeg,) in rows)
    assert look_at(address) == Found(people=1, protected=True)


def test_a_desk_may_keep_the_key_and_is_not_asked_again(open_desk, protected, keyring_file):
    assert keep_on_this_desk(open_desk(WORDS).database)
    (ada,) = open_desk().people()
    assert open_desk().photo(ada.id).jpeg == protected.jpeg


def test_a_desk_without_a_keyring_says_so(open_desk, protected):
    assert not keep_on_this_desk(open_desk(WORDS).database)


def test_a_desk_whose_keyring_is_silent_opens_it_with_the_passphrase(
    open_desk, protected, keyring_file, monkeypatch
):
    def silent(*_):
        raise errors.KeyringSilent

    keep_on_this_desk(open_desk(WORDS).database)
    monkeypatch.setattr(SystemKeyring, "find", silent)
    with pytest.raises(errors.PassphraseNeeded):
        open_desk()
    assert open_desk(WORDS).count() == 1


def test_a_key_that_is_none_does_not_open_it(open_desk, protected, keyring_file, monkeypatch):
    keep_on_this_desk(open_desk(WORDS).database)
    monkeypatch.setattr(SystemKeyring, "find", lambda *_: b"too short")
    with pytest.raises(errors.PassphraseNeeded):
        open_desk()


def test_a_desk_goes_on_while_another_changes_the_passphrase(open_desk, protected, make_photo):
    here, there = open_desk(WORDS), open_desk(WORDS)
    protect_by_passphrase(here.database, "another horse")
    there.enrol("Grace", make_photo())
    assert [person.name for person in open_desk("another horse").people()] == ["Ada", "Grace"]


def test_what_becomes_protected_while_a_desk_is_open_is_told_there(open_desk, make_photo):
    here, there = open_desk(), open_desk()
    here.enrol("Ada", make_photo())
    protect_by_passphrase(here.database, WORDS)
    with pytest.raises(errors.ProtectionChanged):
        there.enrol("Grace", make_photo())
    assert there.reachable
    assert [person.name for person in here.people()] == ["Ada"]
