"""Sightings as the gallery keeps them: a person or a stranger, seen from … to …"""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import Enum

from facedesk.gallery.photo import StoredPhoto
from facedesk.matching.decision import Answer


@dataclass(frozen=True)
class SightingNote:
    """What is to be written about a sighting that may still go on.

    key: of whoever notes it; no two sightings have the same. person_id: None for a stranger. Times
    are aware; ended_at: so far. score: the best of the person. source: what the user reads. first:
    whether it was never written; one that was, and is not there any more, was forgotten.
    became_known: whether it went for a stranger's when it was written last. thumbnail: the best
    picture; None when there is none, or none better than the last one written.
    """

    key: bytes
    person_id: int | None
    started_at: datetime
    ended_at: datetime
    score: float | None
    decision: Answer
    source: str
    first: bool = True
    became_known: bool = False
    thumbnail: StoredPhoto | None = None


@dataclass(frozen=True)
class RecordedSighting:
    """One sighting of the record.

    person_id, person: the id and name of who was seen, None for a stranger. Times: UTC, aware.
    score: the best of the person; decision: what was said about the face at last.
    """

    id: int
    person_id: int | None
    person: str | None
    started_at: datetime
    ended_at: datetime
    score: float | None
    decision: Answer
    source: str
    has_thumbnail: bool

    @property
    def place(self) -> tuple[datetime, int]:
        """Where it stands in time among all others."""
        return self.started_at, self.id

    @property
    def length(self) -> timedelta:
        """How long they were seen."""
        return self.ended_at - self.started_at


class Who(Enum):
    """Whose sightings are wanted."""

    EVERYONE = "everyone"
    PEOPLE = "people"
    STRANGERS = "strangers"


@dataclass(frozen=True)
class SightingFilter:
    """Which sightings are wanted: those for which all of this holds.

    start, end: begun from … to before …; None: at any time. person_id: of one person. name: text
    that the person's name holds, in whatever case; "" for any.
    """

    start: datetime | None = None
    end: datetime | None = None
    who: Who = Who.EVERYONE
    person_id: int | None = None
    name: str = ""

    def on(self, day: date) -> "SightingFilter":
        """Return the same for the sightings of one day alone."""
        start, end = bounds_of(day)
        return replace(self, start=start, end=end)


def bounds_of(day: date) -> tuple[datetime, datetime]:
    """Return when a day begins and ends by the clock of this computer, both aware."""
    midnight = datetime.combine(day, time.min)
    return midnight.astimezone(), (midnight + timedelta(days=1)).astimezone()
