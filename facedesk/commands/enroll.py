"""facedesk enroll NAME PHOTO."""

import argparse
from pathlib import Path

from facedesk import errors
from facedesk.commands.output import Output, add_json_option, reason_of
from facedesk.commands.store import gallery_of

HELP = "enrol a person with one photo"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this command."""
    parser.add_argument("name", metavar="NAME", help="the person's name")
    parser.add_argument("photo", metavar="PHOTO", type=Path, help="a picture of their face")
    add_json_option(parser)


def run(options: argparse.Namespace) -> int:
    """Enrol and say so, or say why not."""
    from facedesk.capture.photo_file import read_photo
    from facedesk.encoder.models import load_models
    from facedesk.gallery.enrolment import prepare_photo

    output = Output(options)
    with gallery_of(options) as gallery:
        try:
            photo = prepare_photo(read_photo(options.photo), load_models())
            person = gallery.enrol(options.name, photo)
        except (errors.PhotoRefused, errors.NameRefused) as error:
            output.note(str(error))
            if options.json:
                output.answer(_line(options.name, reason_of(error), None), "")
            return 1
    output.answer(_line(person.name, None, round(photo.quality, 3)), f"{person.name} is enrolled.")
    return 0


def _line(name: str, reason: dict[str, str] | None, quality: float | None) -> dict[str, object]:
    return {"person": name, "accepted": reason is None, "reason": reason, "quality": quality}
