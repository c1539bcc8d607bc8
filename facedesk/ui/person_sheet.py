"""All that is kept of a person, as one page of HTML that holds its pictures itself."""

from base64 import b64encode
from collections.abc import Sequence
from datetime import datetime
from html import escape

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from facedesk.gallery.avatar import Avatar
from facedesk.gallery.consent import Consent
from facedesk.gallery.person_copy import PersonCopy, PictureCopy
from facedesk.gallery.photo import Role
from facedesk.gallery.sightings.sighting import RecordedSighting
from facedesk.ui.widgets.consent_words import consent_lines
from facedesk.ui.widgets.people_model import day_text

MOST_SIGHTINGS = 1000
_SIDE = 180  # of a picture, in pixels of the page


def sheet_html(copy: PersonCopy, sightings: Sequence[RecordedSighting]) -> str:
    """Return a page for the person to read; sightings: theirs, the newest first. In any thread."""
    by_role = {role: [p for p in copy.pictures if p.role is role] for role in Role}
    parts = [
        f"<h1>{escape(copy.name)}</h1>",
        _paragraph(
            QCoreApplication.translate(
                "PersonSheet", "This is all that facedesk keeps of this person on this computer."
            )
        ),
        _paragraph(
            QCoreApplication.translate("PersonSheet", "Enrolled on {date}").format(
                date=day_text(copy.enrolled_at)
            )
        ),
        _consent(copy.consent),
        _pictures(QCoreApplication.translate("PersonSheet", "Photo"), by_role[Role.PHOTO]),
        _pictures(QCoreApplication.translate("PersonSheet", "Looks"), by_role[Role.LOOK]),
        _pictures(
            QCoreApplication.translate(
                "PersonSheet", "Corrections: faces of others that were taken for them"
            ),
            by_role[Role.CORRECTION],
        ),
        _pictures(
            QCoreApplication.translate("PersonSheet", "Avatar: a picture drawn to stand for them"),
            [copy.avatar] if copy.avatar else [],
        ),
        _templates(copy),
        _sightings(sightings),
    ]
    head = f'<meta charset="utf-8"><title>{escape(copy.name)}</title>'
    return f"<!DOCTYPE html><html><head>{head}</head><body>{''.join(parts)}</body></html>"


def _consent(consent: Consent) -> str:
    return "".join(_paragraph(line) for line in consent_lines(consent))


def _pictures(heading: str, pictures: Sequence[PictureCopy | Avatar]) -> str:
    if not pictures:
        return ""
    cells = "".join(
        f'<td><img width="{_SIDE}" src="data:image/jpeg;base64,{b64encode(p.jpeg).decode()}"><br>'
        f"{escape(day_text(p.added_at))}</td>"
        for p in pictures
    )
    return f'<h2>{escape(heading)}</h2><table cellpadding="6"><tr>{cells}</tr></table>'


def _templates(copy: PersonCopy) -> str:
    count = sum(len(picture.templates) for picture in copy.pictures)
    text = QCoreApplication.translate(
        "PersonSheet",
        "Each photo, look and correction has a template: numbers by which faces are compared "
        "({count}).",
    )
    heading = QCoreApplication.translate("PersonSheet", "Templates")
    return f"<h2>{escape(heading)}</h2>" + _paragraph(text.format(count=count))


def _sightings(sightings: Sequence[RecordedSighting]) -> str:
    title = QCoreApplication.translate("PersonSheet", "Sightings")
    heading = f"<h2>{escape(title)}</h2>"
    if not sightings:
        return heading + _paragraph(QCoreApplication.translate("PersonSheet", "None are kept."))
    rows = "".join(
        f"<tr><td>{escape(_time(s.started_at))}</td><td>{escape(_time(s.ended_at))}</td>"
        f"<td>{escape(s.source)}</td></tr>"
        for s in sightings[:MOST_SIGHTINGS]
    )
    names = "".join(f"<th>{escape(name)}</th>" for name in _columns())
    more = ""
    if len(sightings) > MOST_SIGHTINGS:
        more = _paragraph(
            QCoreApplication.translate("PersonSheet", "These are the newest; there are more.")
        )
    return f'{heading}<table cellpadding="4"><tr>{names}</tr>{rows}</table>{more}'


def _columns() -> tuple[str, str, str]:
    return (
        QCoreApplication.translate("PersonSheet", "From"),
        QCoreApplication.translate("PersonSheet", "To"),
        QCoreApplication.translate("PersonSheet", "Source"),
    )


def _time(moment: datetime) -> str:
    local = QDateTime.fromSecsSinceEpoch(int(moment.timestamp()))
    return QLocale().toString(local, QLocale.FormatType.ShortFormat)


def _paragraph(text: str) -> str:
    return f"<p>{escape(text)}</p>"
