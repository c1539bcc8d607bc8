import dataclasses

import pytest

from facedesk import errors
from facedesk.gallery.protection.data_key import (
    lock_with_key,
    lock_with_passphrase,
    new_data_key,
    unlock_with_key,
    unlock_with_passphrase,
)
from facedesk.gallery.protection.passphrase import COST, ScryptCost

QUICK = ScryptCost(n=2**4)
OUTER = bytes(range(32))
WORDS = "correct horse battery"


def test_every_key_is_another():
    keys = [new_data_key() for _ in range(100)]
    assert len({key.id for key in keys}) == len({key.secret for key in keys}) == 100


def test_a_key_is_shown_nowhere():
    key = new_data_key()
    assert str(key.secret)[2:-1] not in repr(key)
    assert key.secret.hex() not in f"{key} {key!r}"


def test_a_key_locked_with_another_is_unlocked_with_it_only():
    key = new_data_key()
    locked = lock_with_key(key, "gallery 1", OUTER)
    assert key.secret not in locked.locked
    assert unlock_with_key(locked, OUTER) == key
    for other in (bytes(32), b"", OUTER[:16]):
        with pytest.raises(errors.SealBroken):
            unlock_with_key(locked, other)


def test_a_key_locked_with_a_passphrase_is_unlocked_with_it_only():
    key = new_data_key()
    locked = lock_with_passphrase(key, WORDS, QUICK)
    assert unlock_with_passphrase(locked, WORDS) == key
    for other in ("", WORDS.upper(), f"{WORDS} "):
        with pytest.raises(errors.WrongPassphrase):
            unlock_with_passphrase(locked, other)


def test_the_same_letters_typed_on_another_keyboard_open_it_too():
    key = new_data_key()
    locked = lock_with_passphrase(key, "Zürich, Gro\u0308ße", QUICK)
    assert unlock_with_passphrase(locked, "Zu\u0308rich, Größe") == key


def test_the_same_passphrase_never_locks_the_same_way_twice():
    key = new_data_key()
    once, again = (lock_with_passphrase(key, WORDS, QUICK) for _ in range(2))
    assert once.salt != again.salt
    assert once.locked != again.locked


def test_a_passphrase_that_is_guessed_too_soon_is_refused():
    with pytest.raises(errors.PassphraseTooShort, match="8"):
        lock_with_passphrase(new_data_key(), "sesame!")


def test_what_a_guess_costs_is_what_is_recommended():
    assert (COST.n, COST.r, COST.p) == (2**17, 8, 1)


@pytest.mark.parametrize("cost", [ScryptCost(n=2**40), ScryptCost(n=3), ScryptCost(p=10**6)])
def test_a_changed_file_can_not_make_a_guess_cost_all_memory_or_time(cost):
    locked = lock_with_passphrase(new_data_key(), WORDS, QUICK)
    with pytest.raises(errors.SealBroken):
        unlock_with_passphrase(dataclasses.replace(locked, cost=cost), WORDS)


def test_a_key_does_not_pass_for_that_of_another_gallery():
    locked = dataclasses.replace(lock_with_key(new_data_key(), "1", OUTER), key_id="another")
    with pytest.raises(errors.SealBroken):
        unlock_with_key(locked, OUTER)
