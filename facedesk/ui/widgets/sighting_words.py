"""What is said about sightings: who, when, for how long. All by the user's clock and calendar."""

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, QLocale, QTime

from facedesk.gallery.sightings.sighting import RecordedSighting
from facedesk.matching.decision import Answer
from facedesk.ui.widgets.people_model import day_text


def who_text(sighting: RecordedSighting) -> str:
    """Return the name of who was seen."""
    return sighting.person or QCoreApplication.translate("Sightings", "Stranger")


def clock_text(moment: datetime) -> str:
    """Return the time of day: “14:05”."""
    local = moment.astimezone()
    time = QTime(local.hour, local.minute, local.second)
    return QLocale().toString(time, QLocale.FormatType.ShortFormat)


def span_text(sighting: RecordedSighting, with_day: bool = False) -> str:
    """Return from when to when: “14:05 – 14:20”."""
    begun, ended = clock_text(sighting.started_at), clock_text(sighting.ended_at)
    span = begun if begun == ended else f"{begun} – {ended}"
    return f"{day_text(sighting.started_at)}, {span}" if with_day else span


def length_text(length: timedelta) -> str:
    """Return how long something took: “8 s”, “12 min”, “2 h 5 min”."""
    seconds = max(round(length.total_seconds()), 1)
    if seconds < 60:
        return QCoreApplication.translate("Sightings", "{n} s").format(n=seconds)
    hours, minutes = divmod(seconds // 60, 60)
    if not hours:
        return QCoreApplication.translate("Sightings", "{n} min").format(n=minutes)
    text = QCoreApplication.translate("Sightings", "{h} h {min} min")
    return text.format(h=hours, min=minutes)


def where_text(sighting: RecordedSighting) -> str:
    """Return the source; and whether facedesk was unsure who it was."""
    if sighting.decision is not Answer.UNSURE:
        return sighting.source
    text = QCoreApplication.translate("Sightings", "{source} · not sure who")
    return text.format(source=sighting.source)
