"""The keyring of the operating system, which keeps the keys of galleries."""

import logging
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from facedesk.errors import KeyringSilent

if TYPE_CHECKING:  # looks for the keyrings of the system, which takes a moment
    from keyring.backend import KeyringBackend

_log = logging.getLogger(__name__)
_SERVICE = "facedesk"
_ANSWER_S = 30.0  # in which the user may type the password of their keyring
# What the library recommends: lower ones write keys into plain files, fail, or keep nothing.
_RECOMMENDED = 1

Answer = TypeVar("Answer")


class SystemKeyring:
    """Keeps keys by the name of their entry. No call takes longer than half a minute."""

    def __init__(self, backend: "KeyringBackend") -> None:
        """Take a keyring that really keeps what it is given; use system_keyring()."""
        self._backend = backend

    def keep(self, entry: str, key: bytes) -> None:
        """Keep a key. Raises KeyringSilent, also when the key can't be read again."""

        def keep() -> str | None:
            self._backend.set_password(_SERVICE, entry, key.hex())
            return self._backend.get_password(_SERVICE, entry)

        if _answer(keep) != key.hex():
            raise KeyringSilent

    def find(self, entry: str) -> bytes | None:
        """Return a key, None when it is not there. Raises KeyringSilent."""
        found = _answer(lambda: self._backend.get_password(_SERVICE, entry))
        try:
            return None if found is None else bytes.fromhex(found)
        except ValueError:  # not of facedesk's making
            return None


def system_keyring() -> SystemKeyring | None:
    """Return the keyring of the system, None when it has none that can be used."""
    try:
        backend = _answer(_backend)
    except KeyringSilent:
        return None
    return None if backend is None else SystemKeyring(backend)


def _backend() -> "KeyringBackend | None":
    import keyring
    from keyring.backends.chainer import ChainerBackend

    chosen = keyring.get_keyring()
    if isinstance(chosen, ChainerBackend):  # which would go on to the lowest
        chosen = max(chosen.backends, key=lambda backend: backend.priority)
    return chosen if chosen.priority >= _RECOMMENDED else None


def _answer(question: Callable[[], Answer]) -> Answer:
    """Ask in a thread of its own, since a keyring may never answer. Raises KeyringSilent."""
    answers: list[Answer] = []

    def ask() -> None:
        try:
            answers.append(question())
        except Exception as error:  # each keyring has errors of its own; they may quote the entry
            _log.info("the system's keyring refused: %s", type(error).__name__)

    thread = threading.Thread(target=ask, name="keyring", daemon=True)
    thread.start()
    thread.join(_ANSWER_S)
    if not answers:
        raise KeyringSilent
    return answers[0]
