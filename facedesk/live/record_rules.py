"""What is recorded of who is seen, and for how long."""

from dataclasses import dataclass
from datetime import timedelta

from facedesk.settings import Settings


@dataclass(frozen=True)
class RecordRules:
    """kept: whether there is a record at all. strangers, thumbnails: whether they are part of it.

    keep_people, keep_strangers: how long sightings of either are kept, earlier ones as well.
    """

    kept: bool = True
    strangers: bool = True
    thumbnails: bool = True
    keep_people: timedelta = timedelta(days=30)
    keep_strangers: timedelta = timedelta(days=1)


def record_rules(settings: Settings) -> RecordRules:
    """Return what the user has chosen."""
    return RecordRules(
        kept=settings.get("record.kept"),
        strangers=settings.get("record.strangers"),
        thumbnails=settings.get("record.thumbnails"),
        keep_people=timedelta(days=settings.get("record.people_days")),
        keep_strangers=timedelta(days=settings.get("record.strangers_days")),
    )
