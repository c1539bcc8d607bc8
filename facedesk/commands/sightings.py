"""facedesk sightings [--day DAY] [--person NAME] [--csv FILE]."""

import argparse
from pathlib import Path

from facedesk.commands.arguments import day
from facedesk.commands.output import Output, add_json_option
from facedesk.commands.store import gallery_of
from facedesk.gallery.sightings.sighting import RecordedSighting, SightingFilter
from facedesk.gallery.sightings.spreadsheet import moment_text, seconds_of, write_sightings

HELP = "list who was seen when, the newest first"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this command."""
    parser.add_argument("--day", type=day, metavar="YYYY-MM-DD", help="of one day alone")
    parser.add_argument("--person", metavar="NAME", help="of one person alone")
    parser.add_argument("--csv", type=Path, metavar="FILE", help="write a table into this file")
    add_json_option(parser)


def run(options: argparse.Namespace) -> int:
    """Print one sighting per line, or write all into a file."""
    output = Output(options)
    with gallery_of(options) as gallery:
        sightings = gallery.sightings
        wanted = SightingFilter(
            person_id=gallery.person(options.person).id if options.person else None
        )
        if options.day:
            wanted = wanted.on(options.day)
        if options.csv:
            found = list(sightings.all(wanted))
            write_sightings(options.csv, found)
            words = f"{len(found)} sightings are in {options.csv}"
            output.answer({"file": str(options.csv), "sightings": len(found)}, words)
            return 0
        count = 0
        for sighting in sightings.all(wanted):
            output.answer(_fields(sighting), _words(sighting))
            count += 1
    if not count:
        output.note("Nobody was seen, or no record was kept.")
    return 0


def _fields(sighting: RecordedSighting) -> dict[str, object]:
    """Return a sighting as it stands in JSON answers."""
    return {
        "person": sighting.person,
        "from": moment_text(sighting.started_at),
        "to": moment_text(sighting.ended_at),
        "seconds": seconds_of(sighting.length),
        "source": sighting.source,
        "decision": sighting.decision.value,
        "score": None if sighting.score is None else round(sighting.score, 2),
    }


def _words(sighting: RecordedSighting) -> str:
    begun, ended = (time.astimezone() for time in (sighting.started_at, sighting.ended_at))
    who = sighting.person or "someone unknown"
    return f"{begun:%Y-%m-%d %H:%M:%S} – {ended:%H:%M:%S}  {who}  ({sighting.source})"
