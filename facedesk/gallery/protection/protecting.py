"""Protects a gallery, changes what opens it, and opens it."""

import logging
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from uuid import uuid4

from facedesk import errors
from facedesk.gallery.protection import protection_rows
from facedesk.gallery.protection.data_key import (
    DataKey,
    LockedKey,
    Method,
    lock_with_key,
    lock_with_passphrase,
    new_data_key,
    unlock_with_key,
    unlock_with_passphrase,
)
from facedesk.gallery.protection.seal import KEY_BYTES, Unsealed
from facedesk.gallery.protection.system_keyring import system_keyring
from facedesk.gallery.rows import set_wipe_due
from facedesk.gallery.storage.database import Database
from facedesk.gallery.storage.failures import storage_errors

_log = logging.getLogger(__name__)
Progress = Callable[[int, int], None]


def methods_of(database: Database) -> frozenset[Method]:
    """Return what opens a gallery; nothing when it is not protected."""
    with database.reading() as connection:
        return frozenset(protection_rows.locked_keys(connection))


def methods_in(path: Path) -> frozenset[Method]:
    """Return what opens the gallery in a file, which is neither opened nor changed.

    Raises GalleryDamaged for what is no gallery, or one from before there was protection.
    """
    address = f"{path.absolute().as_uri()}?mode=rw"
    with storage_errors(path), closing(sqlite3.connect(address, uri=True)) as connection:
        found = connection.execute("SELECT method FROM protection").fetchall()
    return frozenset(Method(method) for (method,) in found)


def unlock(database: Database, passphrase: str | None = None) -> None:
    """Open a gallery, with the keyring or with a passphrase; one without protection is open.

    Where the keyring has lost the key, a passphrase puts it back. Raises PassphraseNeeded,
    WrongPassphrase, KeyMissing, KeyringSilent.
    """
    with database.reading() as connection:
        locked = protection_rows.locked_keys(connection)
    if not locked:
        return
    by_passphrase = locked.get(Method.PASSPHRASE)
    if passphrase is not None and by_passphrase:
        database.unlock(unlock_with_passphrase(by_passphrase, passphrase))
        if Method.KEYRING in locked:
            _renew_keyring(database)
    elif Method.KEYRING in locked:
        try:
            database.unlock(_unlocked_by_keyring(locked[Method.KEYRING], database))
        except (errors.KeyMissing, errors.KeyringSilent) as error:
            if by_passphrase:
                raise errors.KeyringPassphraseNeeded from error
            raise
    else:
        raise errors.PassphraseNeeded


def protect_by_default(database: Database, progress: Progress = lambda *_: None) -> None:
    """Let the system's keyring open a gallery that is not protected, where that is possible."""
    if methods_of(database):
        return
    try:
        protect_by_keyring(database, progress)
    except errors.ProtectionChanged:  # another facedesk was faster
        unlock(database)
    except (errors.KeyringSilent, errors.DiskFull, errors.GalleryLocked) as error:
        _log.info("the gallery stays without protection: %s", error.code)


def protect_by_keyring(database: Database, progress: Progress = lambda *_: None) -> bool:
    """Let the system's keyring open the gallery from now on; return whether there is one.

    A gallery that was not protected is encrypted: all of it, or nothing if it raises.
    Raises KeyringSilent.
    """
    keyring = system_keyring()
    if keyring is None:
        return False
    entry, outer = f"gallery {uuid4().hex}", os.urandom(KEY_BYTES)
    keyring.keep(entry, outer)  # first, so that no gallery is without its key
    _let_open(database, lambda key: lock_with_key(key, entry, outer), progress)
    return True


def protect_by_passphrase(
    database: Database, passphrase: str, progress: Progress = lambda *_: None
) -> None:
    """Let a passphrase open the gallery from now on, in the place of any former one.

    A gallery that was not protected is encrypted: all of it, or nothing if it raises.
    Raises PassphraseTooShort.
    """
    _let_open(database, lambda key: lock_with_passphrase(key, passphrase), progress)


def check_passphrase_of(database: Database, passphrase: str) -> None:
    """Raises WrongPassphrase, after some tenths of a second, for all but the gallery's."""
    with database.reading() as connection:
        locked = protection_rows.locked_keys(connection).get(Method.PASSPHRASE)
    if locked is None:
        raise errors.WrongPassphrase
    unlock_with_passphrase(locked, passphrase)


def remove_method(database: Database, method: Method, progress: Progress = lambda *_: None) -> None:
    """Let a method open the gallery no more; without any, it is decrypted: all of it, or nothing.

    The keyring keeps its key: a copy of the gallery, such as a backup, may need it.
    """
    with database.writing() as connection:
        key = database.key_in(connection)
        protection_rows.remove_locked_key(connection, method)
        if key and protection_rows.key_id(connection) is None:
            protection_rows.reseal(connection, key.seal, Unsealed(), progress)
        set_wipe_due(connection, True)
    database.wipe()


def _let_open(database: Database, lock: Callable[[DataKey], LockedKey], progress: Progress) -> None:
    with database.reading() as connection:
        key = database.key_in(connection) or new_data_key()
    locked = lock(key)  # may take long, and so happens outside of the transaction
    database.unlock(key)
    with database.writing() as connection:
        used = database.key_in(connection)
        if used is None:
            protection_rows.reseal(connection, Unsealed(), key.seal, progress)
        elif used.id != key.id:  # another facedesk was faster
            raise errors.ProtectionChanged(path=database.path)
        protection_rows.keep_locked_key(connection, locked)
        set_wipe_due(connection, True)
    database.wipe()


def _unlocked_by_keyring(locked: LockedKey, database: Database) -> DataKey:
    keyring = system_keyring()
    if keyring is None:
        raise errors.KeyMissing(path=database.path)
    outer = keyring.find(locked.entry)
    if outer is None:
        raise errors.KeyMissing(path=database.path)
    return unlock_with_key(locked, outer)


def _renew_keyring(database: Database) -> None:
    """Give the keyring a key again, if it has lost it, or is another computer's."""
    with database.reading() as connection:
        locked = protection_rows.locked_keys(connection)[Method.KEYRING]
    try:
        _unlocked_by_keyring(locked, database)
    except (errors.KeyMissing, errors.SealBroken):
        try:
            protect_by_keyring(database)
        except errors.StorageError as error:
            _log.info("the keyring gets no key: %s", error.code)
    except errors.KeyringSilent:
        pass
