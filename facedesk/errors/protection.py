"""What keeps a protected gallery shut."""

from facedesk.errors.base import FacedeskError
from facedesk.errors.storage import GalleryDamaged, StorageError


class SealBroken(GalleryDamaged):
    """Protected data that was changed by something else than facedesk."""

    code = "seal_broken"
    sentence = "Something in the gallery is damaged or was changed. Run: facedesk check"


class ProtectionChanged(StorageError):
    """Another facedesk gave the gallery another key."""

    code = "protection_changed"
    sentence = "How the gallery {path} is protected was changed elsewhere. Start facedesk again."


class PassphraseNeeded(StorageError):
    """The gallery opens with a passphrase, and none was given."""

    code = "passphrase_needed"
    sentence = (
        "The gallery is protected by a passphrase. "
        "Run this in a terminal, which asks for it, or set FACEDESK_PASSPHRASE."
    )


class KeyringPassphraseNeeded(PassphraseNeeded):
    """The keyring does not open the gallery; the passphrase set for this case does."""

    code = "keyring_passphrase_needed"
    sentence = (
        "The system's keyring does not open the gallery, but its passphrase does. "
        "Run this in a terminal, which asks for it, or set FACEDESK_PASSPHRASE."
    )


class WrongPassphrase(StorageError):
    """A passphrase that does not open the gallery."""

    code = "wrong_passphrase"
    sentence = "This passphrase does not open the gallery. Nothing was changed; try again."


class PassphraseTooShort(StorageError):
    """A passphrase that is guessed too soon."""

    code = "passphrase_too_short"
    sentence = "A passphrase takes at least {shortest} characters."


class KeyMissing(StorageError):
    """The system's keyring does not have what opens the gallery."""

    code = "key_missing"
    sentence = (
        "The key of the gallery {path} is not in this system's keyring. "
        "Restore the keyring of the computer it was made on, or move the file away to begin anew."
    )


class KeyringSilent(StorageError):
    """The system's keyring does not answer, or refuses to."""

    code = "keyring_silent"
    sentence = (
        "The system's keyring, which has the gallery's key, does not open. "
        "Unlock it, or log in again, then start facedesk again."
    )


class NewPassphraseNeeded(FacedeskError):
    """The gallery is to get a passphrase, and nobody is there to ask for it."""

    code = "new_passphrase_needed"
    sentence = "This takes a new passphrase. Run it in a terminal, which asks, or set {variable}."


class NoKeyring(FacedeskError):
    """The keyring of the system is to open the gallery, and can't."""

    code = "no_keyring"
    sentence = "This system has no keyring that can open the gallery. Set a passphrase instead."


class NoPassphrase(FacedeskError):
    """Nothing but the keyring opens the gallery."""

    code = "no_passphrase"
    sentence = "The gallery has no passphrase yet. Set one first."


class PassphrasesDiffer(FacedeskError):
    """What was typed the second time is not what was typed the first time."""

    code = "passphrases_differ"
    sentence = "The two passphrases are not the same. Try again."
