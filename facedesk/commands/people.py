"""facedesk people."""

import argparse
from collections import defaultdict

from facedesk.commands.output import Output, add_json_option
from facedesk.commands.store import fpir_of, gallery_of, parts_of
from facedesk.gallery.person import Person
from facedesk.gallery.store import Gallery

HELP = "list the people who are enrolled"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this command."""
    parser.add_argument(
        "--look-alikes",
        action="store_true",
        help="also say whom each can't be told apart from, which takes some seconds",
    )
    add_json_option(parser)


def run(options: argparse.Namespace) -> int:
    """Print everyone, in order of name."""
    output = Output(options)
    with gallery_of(options) as gallery:
        people = gallery.people()
        alike = _look_alikes(options, gallery) if options.look_alikes and people else {}
    for person in people:
        line = {
            "person": person.name,
            "photos": person.photos,
            "enrolled_at": person.enrolled_at.isoformat(timespec="seconds"),
        }
        if options.look_alikes:
            line["looks_like"] = alike.get(person.id, [])
        output.answer(line, _in_words(person, alike.get(person.id, [])))
    if not people:
        output.note("Nobody is enrolled yet. Begin with: facedesk enroll NAME PHOTO")
    return 0


def _look_alikes(options: argparse.Namespace, gallery: Gallery) -> dict[int, list[str]]:
    """Return the names of those whom each person, by id, can't be told apart from."""
    from facedesk.live.loading import encode_outdated
    from facedesk.matching.likeness import look_alikes

    models, knowledge = parts_of(options)
    encode_outdated(gallery, models)
    enrolled = gallery.templates(models.encoder.id)
    found: dict[int, list[str]] = defaultdict(list)
    for pair in look_alikes(knowledge.recognition_of(enrolled, fpir_of(options))):
        found[pair.first_id].append(pair.second_name)
        found[pair.second_id].append(pair.first_name)
    return found


def _in_words(person: Person, alike: list[str]) -> str:
    text = f"{person.name}  (enrolled {person.enrolled_at.astimezone():%Y-%m-%d})"
    return f"{text}  can't be told apart from {', '.join(alike)}" if alike else text
