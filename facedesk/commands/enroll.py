"""facedesk enroll NAME PHOTO."""

import argparse
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

from facedesk import errors
from facedesk.commands.output import Output, add_json_option, reason_of
from facedesk.commands.store import fpir_of, gallery_of, parts_of
from facedesk.gallery.store import Gallery
from facedesk.matching.decision import Match

if TYPE_CHECKING:
    from facedesk.gallery.photo import PreparedPhoto
    from facedesk.live.knowledge import Knowledge
    from facedesk.live.resemblance import LookDoubt

HELP = "enrol a person with one photo, or add a look of them"
_REFUSALS = (
    errors.PhotoRefused,
    errors.NameRefused,
    errors.PersonNotFound,
    errors.TooManyLooks,
)


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this command."""
    parser.add_argument("name", metavar="NAME", help="the person's name")
    parser.add_argument("photo", metavar="PHOTO", type=Path, help="a picture of their face")
    parser.add_argument(
        "--look",
        action="store_true",
        help="an extra photo of someone enrolled: with glasses, a beard, in another light",
    )
    add_json_option(parser)


def run(options: argparse.Namespace) -> int:
    """Enrol, or add a look, and say so; or say why not."""
    output = Output(options)
    with gallery_of(options) as gallery:
        try:
            line, text, note = (_add_look if options.look else _enrol)(options, gallery)
        except _REFUSALS as error:
            output.note(error.text)
            if options.json:
                output.answer(_line(options.name, reason=reason_of(error)), "")
            return 1
    output.answer(line, text)
    if note:
        output.note(note)
    return 0


def _enrol(options: argparse.Namespace, gallery: Gallery) -> tuple[dict[str, object], str, str]:
    """Return the answer, as data and as text, and whom the person looks like."""
    from facedesk.live.resemblance import looks_like

    photo, knowledge = _prepared(options, gallery)
    match = looks_like(photo, gallery, knowledge, fpir_of(options))
    person = gallery.enrol(options.name, photo)
    note = _likeness(person.name, match, options.photo) if match else ""
    return _line(person.name, photo, match), f"{person.name} is enrolled.", note


def _add_look(options: argparse.Namespace, gallery: Gallery) -> tuple[dict[str, object], str, str]:
    """Return the answer, as data and as text, and why the look may show somebody else."""
    from facedesk.live.resemblance import doubt_about_look

    person = gallery.person(options.name)  # asked first: the networks take seconds to load
    photo, knowledge = _prepared(options, gallery)
    doubt = doubt_about_look(photo, person.id, gallery, knowledge, fpir_of(options))
    person = gallery.add_look(person.id, photo)
    text = f"{person.name} has another look; that makes {person.photos} photos."
    note = _doubt(doubt) if doubt else ""
    return _line(person.name, photo, doubt.other if doubt else None), text, note


def _prepared(options: argparse.Namespace, gallery: Gallery) -> "tuple[PreparedPhoto, Knowledge]":
    """Return the photo, and what it takes to hold it against the gallery."""
    from facedesk.capture.photo_file import read_photo
    from facedesk.gallery.enrolment import prepare_photo
    from facedesk.gallery.origin import digest_of, marked
    from facedesk.live.loading import encode_outdated

    models, knowledge = parts_of(options)
    encode_outdated(gallery, models)
    photo = prepare_photo(read_photo(options.photo), models)
    return marked(photo, digest_of(options.photo)), knowledge


def _likeness(name: str, match: Match, photo: Path) -> str:
    """Return what to do when a new person looks like someone enrolled before."""
    remove = shlex.join(["facedesk", "remove", name])
    look = shlex.join(["facedesk", "enroll", match.name, str(photo), "--look"])
    return (
        f"{name} looks like {match.name} (score {match.score:.1f}). If they are one person, "
        f"keep the photo as a look instead: {remove} && {look}"
    )


def _doubt(doubt: "LookDoubt") -> str:
    """Return what to do when a look may show somebody else."""
    person, other = doubt.person, doubt.other
    found = f"the photo does not look like {person.name} (score {person.score:.1f})"
    if other:
        found = (
            f"the photo looks more like {other.name} (score {other.score:.1f}) "
            f"than like {person.name} (score {person.score:.1f})"
        )
    return f"{found}. If it shows somebody else, remove the look in the window, on the page People."


def _line(
    name: str,
    photo: "PreparedPhoto | None" = None,
    match: Match | None = None,
    reason: dict[str, str] | None = None,
) -> dict[str, object]:
    return {
        "person": name,
        "accepted": reason is None,
        "reason": reason,
        "quality": round(photo.quality, 3) if photo else None,
        "looks_like": {"person": match.name, "score": round(match.score, 2)} if match else None,
    }
