"""A picture that stands for a person in lists; nobody is ever recognised by it."""

from dataclasses import dataclass
from datetime import datetime

from facedesk.gallery.photo import StoredPhoto


@dataclass(frozen=True)
class Avatar(StoredPhoto):
    """added_at: UTC, aware."""

    added_at: datetime
