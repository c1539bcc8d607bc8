"""Opens a shared gallery: by its passphrase, or by the key that this desk has kept.

The keyring of one desk can't open a gallery for the others, so that what protects a shared gallery
is a passphrase. A desk may keep the gallery's key in its own keyring, so as not to be asked again.
"""

from facedesk.errors import KeyringSilent
from facedesk.gallery.protection.data_key import DataKey
from facedesk.gallery.protection.protecting import unlock
from facedesk.gallery.protection.protection_rows import key_id
from facedesk.gallery.protection.seal import KEY_BYTES
from facedesk.gallery.protection.system_keyring import system_keyring
from facedesk.gallery.storage.database import Database


def unlock_shared(database: Database, passphrase: str | None = None) -> None:
    """Open a shared gallery; one without protection is open.

    Raises PassphraseNeeded, WrongPassphrase.
    """
    kept = _kept_key(database) if passphrase is None else None
    if kept is not None:
        database.unlock(kept)
    else:
        unlock(database, passphrase)


def keep_on_this_desk(database: Database) -> bool:
    """Keep the key of an open gallery in this system's keyring; return whether there is one.

    Raises KeyringSilent.
    """
    with database.reading() as connection:
        key = database.key_in(connection)
    keyring = system_keyring()
    if key is None or keyring is None:
        return False
    keyring.keep(_entry(key.id), key.secret)
    return True


def _kept_key(database: Database) -> DataKey | None:
    """Return the key that this desk keeps, None where there is none, or its keyring is silent."""
    with database.reading() as connection:
        used = key_id(connection)
    keyring = system_keyring() if used else None
    if keyring is None:
        return None
    try:
        secret = keyring.find(_entry(used))
    except KeyringSilent:  # the passphrase opens it as well
        return None
    return DataKey(used, secret) if secret and len(secret) == KEY_BYTES else None


def _entry(key_id: str) -> str:
    return f"shared gallery {key_id}"
