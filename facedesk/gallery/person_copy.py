"""Everything that is kept of a person, for exports and for the person's own record."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from facedesk.encoder.template import Template
from facedesk.gallery.avatar import Avatar
from facedesk.gallery.consent import Consent
from facedesk.gallery.photo import Role, StoredPhoto


@dataclass(frozen=True)
class PictureCopy(StoredPhoto):
    """One picture with all that is known of it.

    quality: how good, 0…1. added_at: UTC, aware. templates: at most one of each encoder.
    """

    role: Role
    quality: float
    added_at: datetime
    templates: tuple[Template, ...]


@dataclass(frozen=True)
class PersonCopy:
    """A person, wherever they are enrolled.

    enrolled_at: UTC, aware. pictures: the photo first, then the looks, then the corrections.
    avatar: what stands for them in lists, if not their photo.
    """

    name: str
    enrolled_at: datetime
    consent: Consent
    pictures: tuple[PictureCopy, ...]
    avatar: Avatar | None = None

    @property
    def photos(self) -> int:
        """How many photos there are of them, looks included."""
        return sum(picture.role is not Role.CORRECTION for picture in self.pictures)

    @property
    def fingerprint(self) -> frozenset[tuple[Role | None, bytes]]:
        """What two records have in common when they hold the same pictures; of an avatar: None."""
        kept = [(picture.role, picture) for picture in self.pictures]
        if self.avatar is not None:
            kept.append((None, self.avatar))
        return frozenset((role, sha256(picture.jpeg).digest()) for role, picture in kept)
