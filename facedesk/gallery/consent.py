"""Who enrolled a person, and on what ground."""

import getpass
from dataclasses import dataclass
from enum import Enum

LONGEST_NOTE = 500


class Basis(Enum):
    """On what ground facedesk keeps somebody's photo. UNSTATED: nobody has said."""

    UNSTATED = ""
    CONSENT = "consent"
    CONTRACT = "contract"
    OTHER = "other"


@dataclass(frozen=True)
class Consent:
    """What is noted about an enrolment; when it was, the person's enrolled_at says.

    enrolled_by: who enrolled the person, "" when nobody knows. note: free text, such as what the
    basis is when it is another, or where a signed form lies.
    """

    enrolled_by: str = ""
    basis: Basis = Basis.UNSTATED
    note: str = ""


UNKNOWN = Consent()


def clean_note(text: str) -> str:
    """Return free text as it is stored: no more than LONGEST_NOTE letters, no spaces around it."""
    return text.strip()[:LONGEST_NOTE]


def consent_of_new(enrolled_by: str, basis: str) -> Consent:
    """Return what is noted about people enrolled from now on, as the settings have it.

    enrolled_by: "" stands for the user of the system. basis: the value of a Basis.
    """
    return Consent(clean_note(enrolled_by) or system_user(), Basis(basis))


def system_user() -> str:
    """Return the name of the user of the system, "" when it has none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # by version of Python and by system
        return ""
