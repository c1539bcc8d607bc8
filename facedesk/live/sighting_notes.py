"""Notes what the record is to say about who is seen, until it has been written."""

import threading
import uuid
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from facedesk.gallery.cut_out import CutOut, cut_out
from facedesk.gallery.sightings.sighting import SightingNote
from facedesk.live.record_rules import RecordRules
from facedesk.live.sightings import Sighting, SightingLog
from facedesk.live.view import LiveView
from facedesk.matching.decision import Answer, Decision

_GAP_S = 60.0  # somebody away for less than this was there all the time
_CLOCK_JUMP_S = 2.0  # more than this, and the clock was set, or the computer slept
_MOST_WAITING = 1000  # sightings kept in memory while they can't be written
# Somebody can be enrolled from it: of a near face, 200 pixels and more.
_THUMBNAIL = CutOut(surroundings=2.2, most_pixels=480, jpeg_quality=85)
_Identity = tuple[int, float]  # the first track and the beginning, which stay


@dataclass(eq=False)
class _Entry:
    """One sighting: the note about it now, and as it was when it was written last."""

    note: SightingNote
    weight: float = 0.0  # of the thumbnail, as Quality has it
    written: SightingNote | None = None

    def due(self) -> SightingNote:
        """Return what is to be written now."""
        before = self.written
        if before is None:
            return self.note
        known = before.person_id is None and self.note.person_id is not None
        same_picture = self.note.thumbnail is before.thumbnail
        thumbnail = None if same_picture else self.note.thumbnail
        return replace(self.note, first=False, became_known=known, thumbnail=thumbnail)


@dataclass(frozen=True)
class Batch:
    """What is to be written at once. withdrawn: keys of what turned out to be no sighting."""

    notes: tuple[SightingNote, ...]
    withdrawn: tuple[bytes, ...]
    entries: tuple[tuple[_Entry, SightingNote], ...]

    def __bool__(self) -> bool:
        return bool(self.notes or self.withdrawn)


class SightingNotes:
    """Observed by one thread, written by another.

    Times come from the clock at the moment when observing began, plus the seconds since then; so
    they never run backwards, whatever becomes of the clock. Where it jumps, and at midnight, all
    sightings end and others begin.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: dict[bytes, _Entry] = {}
        self._withdrawn: list[bytes] = []
        self._begin_anew()

    def observe(self, view: LiveView, source: str, rules: RecordRules, zero: datetime) -> None:
        """Take a view into account.

        source: what the user reads. zero: when time.monotonic() was 0 by the clock, aware.
        """
        # Not the seconds of the source, which begin anew when a camera was lost.
        seconds = view.frame.captured_at
        with self._lock:
            self._follow_clock(zero, seconds)
            ended = self._log.observe(replace(view, frame=replace(view.frame, time_s=seconds)))
            decisions = {face.track_id: face.decision for face in view.faces if face.decision}
            seen = [s for s in (*ended, *self._log.open) if s.person or rules.strangers]
            for sighting in seen:
                self._note(sighting, source, decisions.get(sighting.tracks[-1]), rules)
            self._withdraw_all_but({_identity(sighting) for sighting in seen})
            for sighting in ended:
                self._open.pop(_identity(sighting), None)
            self._forget_oldest()

    def finish(self) -> None:
        """End all sightings, since nothing more is seen of them."""
        with self._lock:
            self._begin_anew()

    def due(self) -> Batch:
        """Return what has not been written."""
        with self._lock:
            entries = tuple((entry, entry.note) for entry in self._waiting.values())
            notes = tuple(entry.due() for entry, _ in entries)
            return Batch(notes, tuple(self._withdrawn), entries)

    def written(self, batch: Batch) -> None:
        """Take note that a batch has been written."""
        with self._lock:
            for entry, note in batch.entries:
                entry.written = note
                if entry.note is note:
                    self._waiting.pop(note.key, None)
            self._withdrawn = self._withdrawn[len(batch.withdrawn) :]

    def _begin_anew(self) -> None:
        self._log = SightingLog(_GAP_S)
        self._open: dict[_Identity, _Entry] = {}
        self._zero: datetime | None = None
        self._day: date | None = None

    def _follow_clock(self, zero: datetime, seconds: float) -> None:
        if self._zero is not None:
            jumped = abs((zero - self._zero).total_seconds()) > _CLOCK_JUMP_S
            if jumped or _day(zero, seconds) != self._day:
                self._begin_anew()
        if self._zero is None:
            self._zero, self._day = zero, _day(zero, seconds)

    def _note(
        self, sighting: Sighting, source: str, decision: Decision | None, rules: RecordRules
    ) -> None:
        """Bring the entry of a sighting up to date. decision: about it in this view, if any."""
        identity = _identity(sighting)
        entry = self._open.get(identity)
        if entry is None:
            entry = self._open[identity] = _Entry(self._first_note(sighting, source))
        elif (sighting.person_id, self._at(sighting.end_s)) == (
            entry.note.person_id,
            entry.note.ended_at,
        ):
            return  # not in this view
        changes: dict[str, object] = {
            "person_id": sighting.person_id,
            "ended_at": self._at(sighting.end_s),
            "score": sighting.score,
        }
        if sighting.person_id is not None:
            changes["decision"] = Answer.KNOWN
        elif decision is not None:
            changes["decision"] = decision.answer
        shot = sighting.best_shot
        if rules.thumbnails and shot is not None and shot.quality.weight > entry.weight:
            entry.weight = shot.quality.weight
            changes["thumbnail"] = cut_out(shot, _THUMBNAIL)
        entry.note = replace(entry.note, **changes)
        self._waiting[entry.note.key] = entry

    def _first_note(self, sighting: Sighting, source: str) -> SightingNote:
        start = self._at(sighting.start_s)
        key = uuid.uuid4().bytes
        return SightingNote(key, sighting.person_id, start, start, None, Answer.UNKNOWN, source)

    def _withdraw_all_but(self, seen: set[_Identity]) -> None:
        """Take back strangers who turned out to be somebody seen all the while."""
        for identity in self._open.keys() - seen:
            key = self._open.pop(identity).note.key
            self._waiting.pop(key, None)
            self._withdrawn.append(key)

    def _forget_oldest(self) -> None:
        while len(self._waiting) > _MOST_WAITING:
            del self._waiting[next(iter(self._waiting))]

    def _at(self, seconds: float) -> datetime:
        return self._zero + timedelta(seconds=seconds)


def _identity(sighting: Sighting) -> _Identity:
    return sighting.tracks[0], sighting.start_s


def _day(zero: datetime, seconds: float) -> date:
    """Return the day by the clock of this computer."""
    return (zero + timedelta(seconds=seconds)).astimezone().date()
