"""The key of a gallery, and how it is kept: locked by a key elsewhere, or by a passphrase."""

import os
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from uuid import uuid4

from facedesk.errors import SealBroken, WrongPassphrase
from facedesk.gallery.protection.passphrase import (
    COST,
    SALT_BYTES,
    ScryptCost,
    check_passphrase,
    key_of_passphrase,
)
from facedesk.gallery.protection.seal import KEY_BYTES, KeySeal


@dataclass(frozen=True)
class DataKey:
    """What a gallery is sealed with. id: tells it from others; secret: 32 bytes, never shown."""

    id: str
    secret: bytes = field(repr=False)

    @cached_property
    def seal(self) -> KeySeal:
        """The seal of this key."""
        return KeySeal(self.secret)


class Method(Enum):
    """What opens a gallery: a key in the system's keyring, or a passphrase."""

    KEYRING = "keyring"
    PASSPHRASE = "passphrase"


@dataclass(frozen=True)
class LockedKey:
    """A data key as it is stored.

    locked: the key, sealed. entry: of the keyring, where the key to it is. salt and cost: what the
    key to it is made with from the passphrase.
    """

    method: Method
    key_id: str
    locked: bytes
    entry: str = ""
    salt: bytes = b""
    cost: ScryptCost = COST


def new_data_key() -> DataKey:
    """Return a key that nobody had before."""
    return DataKey(uuid4().hex, os.urandom(KEY_BYTES))


def lock_with_key(key: DataKey, entry: str, outer: bytes) -> LockedKey:
    """Lock a data key with a key of 32 bytes that is kept in the keyring, as `entry`."""
    locked = KeySeal(outer).seal(key.secret, _kind(key.id))
    return LockedKey(Method.KEYRING, key.id, locked, entry)


def unlock_with_key(locked: LockedKey, outer: bytes) -> DataKey:
    """Return the data key. Raises SealBroken when the outer key is not the one of 32 bytes."""
    try:
        seal = KeySeal(outer)
    except ValueError as error:
        raise SealBroken from error
    return DataKey(locked.key_id, seal.open(locked.locked, _kind(locked.key_id)))


def lock_with_passphrase(key: DataKey, passphrase: str, cost: ScryptCost = COST) -> LockedKey:
    """Lock a data key with a passphrase, which takes some tenths of a second.

    Raises PassphraseTooShort.
    """
    check_passphrase(passphrase)
    salt = os.urandom(SALT_BYTES)
    seal = KeySeal(key_of_passphrase(passphrase, salt, cost))
    locked = seal.seal(key.secret, _kind(key.id))
    return LockedKey(Method.PASSPHRASE, key.id, locked, salt=salt, cost=cost)


def unlock_with_passphrase(locked: LockedKey, passphrase: str) -> DataKey:
    """Return the data key, after some tenths of a second. Raises WrongPassphrase, SealBroken."""
    if not locked.cost.sensible:
        raise SealBroken
    seal = KeySeal(key_of_passphrase(passphrase, locked.salt, locked.cost))
    try:
        return DataKey(locked.key_id, seal.open(locked.locked, _kind(locked.key_id)))
    except SealBroken as error:
        raise WrongPassphrase from error


def _kind(key_id: str) -> str:
    return f"data key {key_id}"
