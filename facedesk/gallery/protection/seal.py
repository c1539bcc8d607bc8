"""Seals what is personal before it is stored, so that the file alone tells nobody who is in it."""

import os
from typing import Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from facedesk.errors import SealBroken

KEY_BYTES = 32
_VERSION = b"\x01"
_NONCE_BYTES = 12


class Seal(Protocol):
    """Turns personal data into what is stored of it, and back.

    kind: what the data is ("photo", "template", …), so that one can't be put in another's place.
    """

    def seal(self, plain: bytes, kind: str) -> bytes:
        """Return what is stored."""

    def open(self, sealed: bytes, kind: str) -> bytes:
        """Return what was sealed. Raises SealBroken, a GalleryDamaged."""


class Unsealed:
    """Stores data as it is: of a gallery without protection."""

    def seal(self, plain: bytes, kind: str) -> bytes:
        """Return the data itself."""
        return plain

    def open(self, sealed: bytes, kind: str) -> bytes:
        """Return the data itself."""
        return sealed


class KeySeal:
    """Seals with a key of 32 bytes: AES-256-GCM, NIST SP 800-38D.

    Sealed data is a version byte, a random nonce of 12 bytes, the encrypted data, a tag of 16.
    """

    def __init__(self, key: bytes) -> None:
        """Raises ValueError for a key that is not 32 bytes long."""
        if len(key) != KEY_BYTES:
            raise ValueError("a key is 32 bytes long")
        self._cipher = AESGCM(key)

    def seal(self, plain: bytes, kind: str) -> bytes:
        """Encrypt under a nonce that was never used before."""
        nonce = os.urandom(_NONCE_BYTES)
        return _VERSION + nonce + self._cipher.encrypt(nonce, plain, kind.encode())

    def open(self, sealed: bytes, kind: str) -> bytes:
        """Decrypt. Raises SealBroken for data changed, of another kind, or of another key."""
        version, nonce, encrypted = sealed[:1], sealed[1:13], sealed[13:]
        if version != _VERSION:
            raise SealBroken
        try:
            return self._cipher.decrypt(nonce, encrypted, kind.encode())
        except (InvalidTag, ValueError) as error:
            raise SealBroken from error
