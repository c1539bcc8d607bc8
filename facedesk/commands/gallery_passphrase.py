"""Asks in the terminal for the passphrase of the gallery, unless the environment has it."""

import os
import sys
from collections.abc import Callable
from getpass import getpass

from facedesk import errors
from facedesk.commands.typed_twice import typed_twice
from facedesk.gallery.protection.passphrase import check_passphrase
from facedesk.gallery.store import Gallery

VARIABLE = "FACEDESK_PASSPHRASE"
NEW_VARIABLE = "FACEDESK_NEW_PASSPHRASE"


def opened(open_with: Callable[[str | None], Gallery]) -> Gallery:
    """Open the gallery with the passphrase that it takes, if it takes one.

    Raises PassphraseNeeded when there is neither a terminal nor the variable, WrongPassphrase.
    """
    try:
        return open_with(os.environ.get(VARIABLE) or None)
    except errors.PassphraseNeeded:
        if not sys.stdin.isatty():
            raise
    return open_with(getpass("Passphrase of the gallery: "))


def new_passphrase() -> str:
    """Return what shall open the gallery from now on, typed twice.

    Raises NewPassphraseNeeded, PassphraseTooShort, PassphrasesDiffer.
    """
    given = os.environ.get(NEW_VARIABLE)
    if given:
        check_passphrase(given)
        return given
    if not sys.stdin.isatty():
        raise errors.NewPassphraseNeeded(variable=NEW_VARIABLE)
    return typed_twice(getpass, "New passphrase; without it, nobody can open the gallery: ")
