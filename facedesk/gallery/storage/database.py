"""Where a gallery is kept: its transactions, and the key to what is sealed in it."""

from abc import ABC, abstractmethod
from contextlib import AbstractContextManager
from pathlib import Path

from sqlalchemy import Connection

from facedesk import errors
from facedesk.gallery.protection.data_key import DataKey
from facedesk.gallery.protection.protection_rows import key_id
from facedesk.gallery.protection.seal import Seal, Unsealed


class Database(ABC):
    """What everything that is stored goes through. May be used from any thread.

    A transaction is complete and on the disk when its block ends; if that raises, nothing has
    changed. Transactions raise StorageError. path: of the file, or what a server is called.
    """

    def __init__(self, path: Path | str) -> None:
        self._keys: dict[str, DataKey] = {}
        self.path = path

    @abstractmethod
    def close(self) -> None:
        """Let go of it, when no thread uses it any more."""

    @abstractmethod
    def reading(self) -> AbstractContextManager[Connection]:
        """See the gallery at one moment."""

    @abstractmethod
    def writing(self, counted: bool = True) -> AbstractContextManager[Connection]:
        """Change the gallery: all that the block does, or nothing if it raises.

        counted: whether the revision counts it.
        """

    @abstractmethod
    def wipe(self) -> None:
        """Leave no trace of what was removed; when that can't be done now, closing tries again."""

    def unlock(self, key: DataKey) -> None:
        """Let what is sealed with this key be read and written."""
        self._keys[key.id] = key

    def key_in(self, connection: Connection) -> DataKey | None:
        """Return the key in use at the moment that a transaction sees, None without protection.

        Raises ProtectionChanged when it is not known here.
        """
        used = key_id(connection)
        if used is None:
            return None
        if used not in self._keys:
            raise errors.ProtectionChanged(path=self.path)
        return self._keys[used]

    def seal_in(self, connection: Connection) -> Seal:
        """Return the seal in use at the moment that a transaction sees. Raises as key_in does."""
        key = self.key_in(connection)
        return Unsealed() if key is None else key.seal
