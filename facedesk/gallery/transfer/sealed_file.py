"""A file that only a passphrase opens, and in which no byte can be changed unseen.

The layout, version 1; numbers are big-endian:

    magic    8 bytes   "facedesk"
    version  1         1
    cost     1, 1, 1   log2 n, r and p of scrypt (RFC 7914)
    salt     16        random
    prefix   7         random
    chunks             65,536 bytes of content each, encrypted, with a tag of 16 bytes;
                       the last holds what is left, which may be nothing

The key is scrypt(passphrase, salt), 32 bytes; see gallery.protection.passphrase. Chunk i is
encrypted with AES-256-GCM under the nonce prefix ‖ i (4 bytes) ‖ 1 for the last chunk, 0 for all
others, with everything before the chunks as associated data. That is the STREAM construction
(Hoang, Reyhanitabar, Rogaway, Vizár: Online authenticated-encryption and its nonce-reuse misuse-
resistance, 2015): chunks changed, left out, doubled, reordered, cut off or added don't open.
"""

import errno
import os
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from facedesk import errors
from facedesk.gallery.protection.passphrase import (
    COST,
    SALT_BYTES,
    ScryptCost,
    check_passphrase,
    key_of_passphrase,
)
from facedesk.private_file import replacing

CHUNK_BYTES = 2**16
_TAG_BYTES = 16
_MAGIC = b"facedesk"
_VERSION = 1
_HEAD = struct.Struct(f">8sBBBB{SALT_BYTES}s7s")
_MOST_CHUNKS = 2**32


class SealedWriter:
    """Writes content into a file, chunk by chunk."""

    def __init__(self, file: BinaryIO, passphrase: str, cost: ScryptCost) -> None:
        salt, prefix = os.urandom(SALT_BYTES), os.urandom(7)
        log_n = cost.n.bit_length() - 1
        head = _HEAD.pack(_MAGIC, _VERSION, log_n, cost.r, cost.p, salt, prefix)
        self._file = file
        self._chunks = _Chunks(AESGCM(key_of_passphrase(passphrase, salt, cost)), head, prefix)
        self._waiting = bytearray()
        self._number = 0
        file.write(head)

    def write(self, content: bytes) -> None:
        """Add content."""
        self._waiting += content
        # Whatever may yet be the last chunk waits, for it is sealed as such.
        while len(self._waiting) > CHUNK_BYTES:
            self._seal(bytes(self._waiting[:CHUNK_BYTES]), last=False)
            del self._waiting[:CHUNK_BYTES]

    def finish(self) -> None:
        """Write what is left; nothing can be added any more."""
        self._seal(bytes(self._waiting), last=True)

    def _seal(self, content: bytes, last: bool) -> None:
        self._file.write(self._chunks.seal(content, self._number, last))
        self._number += 1


@contextmanager
def sealed_writer(path: Path, passphrase: str, cost: ScryptCost = COST) -> Iterator[SealedWriter]:
    """Write a file in the place of a former one, which stays if the block raises.

    Raises PassphraseTooShort, DiskFull, FileNotWritten.
    """
    check_passphrase(passphrase)
    try:
        with replacing(path) as file:
            writer = SealedWriter(file, passphrase, cost)
            yield writer
            writer.finish()
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise errors.DiskFull from error
        raise errors.FileNotWritten(path=path) from error


@dataclass(frozen=True)
class SealedFile:
    """A file whose passphrase is known. size: of its content, in bytes."""

    path: Path
    size: int
    _chunks: "_Chunks"

    def content(self) -> Iterator[bytes]:
        """Yield the content from its beginning, in pieces, each of them authenticated.

        Only when the last has come, nothing is missing. Raises ExportMissing, ExportDamaged.
        """
        with _reading(self.path) as file:
            if file.read(_HEAD.size) != self._chunks.head:
                raise errors.ExportDamaged
            yield from self._chunks.opened(file)


def open_sealed(path: Path, passphrase: str) -> SealedFile:
    """Find out, in some tenths of a second, whether a passphrase opens a file.

    Raises ExportMissing, NotAnExport, ExportTooNew, ExportDamaged, ExportLocked.
    """
    with _reading(path) as file:
        head = file.read(_HEAD.size)
        size = os.fstat(file.fileno()).st_size - len(head)
        cost, salt, prefix = _unpacked(head)
        chunks = _Chunks(AESGCM(key_of_passphrase(passphrase, salt, cost)), head, prefix)
        try:
            next(chunks.opened(file))
        except errors.ExportDamaged as error:
            raise errors.ExportLocked from error
    sealed_chunks = -(-size // (CHUNK_BYTES + _TAG_BYTES))
    return SealedFile(path, size - sealed_chunks * _TAG_BYTES, chunks)


@dataclass(frozen=True)
class _Chunks:
    """Seals and opens the chunks of one file."""

    cipher: AESGCM
    head: bytes
    prefix: bytes

    def seal(self, content: bytes, number: int, last: bool) -> bytes:
        return self.cipher.encrypt(self._nonce(number, last), content, self.head)

    def opened(self, file: BinaryIO) -> Iterator[bytes]:
        """Yield the content of all chunks that follow; a file with none is damaged."""
        sealed = file.read(CHUNK_BYTES + _TAG_BYTES)
        for number in range(_MOST_CHUNKS):
            following = file.read(CHUNK_BYTES + _TAG_BYTES)
            nonce = self._nonce(number, last=not following)
            try:
                yield self.cipher.decrypt(nonce, sealed, self.head)
            except (InvalidTag, ValueError) as error:
                raise errors.ExportDamaged from error
            if not following:
                return
            sealed = following

    def _nonce(self, number: int, last: bool) -> bytes:
        return self.prefix + number.to_bytes(4, "big") + bytes([last])


def _unpacked(head: bytes) -> tuple[ScryptCost, bytes, bytes]:
    """Return cost, salt and prefix."""
    if not head.startswith(_MAGIC):
        raise errors.NotAnExport
    if len(head) < _HEAD.size:
        raise errors.ExportDamaged
    _, version, log_n, r, p, salt, prefix = _HEAD.unpack(head)
    if version > _VERSION:
        raise errors.ExportTooNew
    cost = ScryptCost(2 ** min(log_n, 63), r, p)
    if version == 0 or not cost.sensible:
        raise errors.ExportDamaged
    return cost, salt, prefix


@contextmanager
def _reading(path: Path) -> Iterator[BinaryIO]:
    try:
        if not path.is_file():  # reading from a device may never end
            raise errors.ExportMissing
        with path.open("rb") as file:
            yield file
    except OSError as error:
        raise errors.ExportMissing from error
