"""What people may be called, and when two names are the same."""

import unicodedata
from pathlib import Path

from facedesk.errors import NameEmpty, NameTooLong

LONGEST_NAME = 80
_CONTROL = ("Cc", "Cs")  # control characters, halves of surrogate pairs
_INVISIBLE = (*_CONTROL, "Cf")
# They turn around the text that follows, in every sentence that holds the name.
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def clean_name(text: str) -> str:
    """Return a name as it is stored: composed (NFC), single spaces, no control characters.

    Raises NameEmpty, NameTooLong.
    """
    straight = "".join(c for c in text if c not in _TURNING)
    name = unicodedata.normalize("NFC", _spaced(_without(_CONTROL, straight)))
    if not name_key(name):
        raise NameEmpty
    if len(name) > LONGEST_NAME:
        raise NameTooLong(limit=LONGEST_NAME)
    return name


def name_of_file(file: Path) -> str:
    """Return what a photo's file name says about who is on it, not yet checked."""
    return _spaced(file.stem.replace("_", " "))


def name_key(name: str) -> str:
    """Return what two spellings of one name have in common, whatever the text.

    Neither case nor width nor invisible characters tell names apart (Unicode's NFKC_Casefold).
    """
    if name.isascii() and name.isprintable():
        return _spaced(name.casefold())  # what the below comes to, at a tenth of the cost
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFD", name).casefold())
    folded = unicodedata.normalize("NFKC", folded.casefold())
    return unicodedata.normalize("NFKC", _spaced(_without(_INVISIBLE, folded)))


def _without(categories: tuple[str, ...], text: str) -> str:
    """Drop characters by category, though not tabs and line ends, which part words."""
    return "".join(c for c in text if c.isspace() or unicodedata.category(c) not in categories)


def _spaced(text: str) -> str:
    return " ".join(text.split())
