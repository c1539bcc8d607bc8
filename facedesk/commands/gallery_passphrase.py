"""Asks in the terminal for the passphrase of the gallery, unless the environment has it."""

import os
import sys
from collections.abc import Callable
from getpass import getpass

from facedesk import errors
from facedesk.gallery.store import Gallery

VARIABLE = "FACEDESK_PASSPHRASE"


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
