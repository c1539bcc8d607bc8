"""Asks in the terminal for the passphrase of an exported file, unless the environment has it."""

import os
import sys
from getpass import getpass

from facedesk import errors
from facedesk.commands.typed_twice import typed_twice
from facedesk.gallery.protection.passphrase import check_passphrase

VARIABLE = "FACEDESK_FILE_PASSPHRASE"


def known_passphrase() -> str:
    """Return what opens a file that is there. Raises FilePassphraseNeeded."""
    return os.environ.get(VARIABLE) or _asked("Passphrase of the file: ")


def new_passphrase() -> str:
    """Return what shall open a new file, typed twice.

    Raises FilePassphraseNeeded, PassphraseTooShort, PassphrasesDiffer.
    """
    given = os.environ.get(VARIABLE)
    if given:
        check_passphrase(given)
        return given
    return typed_twice(_asked, "New passphrase; without it, nobody can open the file: ")


def _asked(question: str) -> str:
    if not sys.stdin.isatty():
        raise errors.FilePassphraseNeeded(variable=VARIABLE)
    return getpass(question)
