"""Has a new passphrase typed twice."""

from collections.abc import Callable

from facedesk.errors import PassphrasesDiffer
from facedesk.gallery.protection.passphrase import check_passphrase


def typed_twice(ask: Callable[[str], str], question: str) -> str:
    """Return what is answered. Raises PassphraseTooShort, PassphrasesDiffer."""
    passphrase = ask(question)
    check_passphrase(passphrase)
    if ask("The same again: ") != passphrase:
        raise PassphrasesDiffer
    return passphrase
