"""Who was there on which day: first and last seen, and for how long in all."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from facedesk.gallery.names import name_key
from facedesk.gallery.sightings.record import Sightings
from facedesk.gallery.sightings.sighting import RecordedSighting, SightingFilter, Who


@dataclass(frozen=True)
class Attendance:
    """One person on one day. first, last: aware. seen: for how long in all."""

    day: date
    person_id: int
    person: str
    first: datetime
    last: datetime
    seen: timedelta


def attendance(
    sightings: Sightings,
    first: date,
    last: date,
    progress: Callable[[int, int], None] = lambda *_: None,
) -> tuple[Attendance, ...]:
    """Return who was seen from the first to the last of these days: the newest day first, by name.

    A day is one by the clock of this computer. progress: told days done, days in all. Raises
    StorageError.
    """
    found: list[Attendance] = []
    days = (last - first).days + 1
    for number in range(days):
        progress(number, days)
        day = last - timedelta(days=number)
        found += _of_day(day, sightings.all(SightingFilter(who=Who.PEOPLE).on(day)))
    return tuple(found)


def _of_day(day: date, sightings: Iterable[RecordedSighting]) -> Iterator[Attendance]:
    by_person: dict[int, list[RecordedSighting]] = defaultdict(list)
    for sighting in sightings:
        by_person[sighting.person_id].append(sighting)
    for each in sorted(by_person.values(), key=lambda some: name_key(some[0].person)):
        begun = min(sighting.started_at for sighting in each)
        ended = max(sighting.ended_at for sighting in each)
        yield Attendance(day, each[0].person_id, each[0].person, begun, ended, _covered(each))


def _covered(sightings: Iterable[RecordedSighting]) -> timedelta:
    """Return how long at least one sighting lasted: two cameras may have seen the same person."""
    covered, until = timedelta(0), None
    for sighting in sorted(sightings, key=lambda each: each.started_at):
        start = sighting.started_at if until is None else max(sighting.started_at, until)
        if sighting.ended_at > start:
            covered += sighting.ended_at - start
        until = sighting.ended_at if until is None else max(until, sighting.ended_at)
    return covered
