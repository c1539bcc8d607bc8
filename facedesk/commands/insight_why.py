"""facedesk insight why A B --out FILE."""

import argparse

import numpy as np

from facedesk.commands.arguments import picture_file
from facedesk.commands.output import Output, add_json_option, check_writable
from facedesk.commands.photo_or_person import PHOTO_OR_PERSON, face_of, photo_or_person
from facedesk.commands.store import gallery_of, parts_of

HELP = "draw which regions of two faces speak for their match, and which against"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this command."""
    parser.add_argument("first", metavar="A", help=PHOTO_OR_PERSON)
    parser.add_argument("second", metavar="B", help="likewise")
    parser.add_argument(
        "--out", type=picture_file, required=True, metavar="FILE", help="a .png or .jpg file"
    )
    add_json_option(parser)


def run(options: argparse.Namespace) -> int:
    """Draw the two faces with their heat maps."""
    from facedesk.insight.why import why
    from facedesk.insight.why_sheet import why_sheet
    from facedesk.live.loading import encode_outdated
    from facedesk.picture_file import write_picture

    check_writable(options.out)
    with gallery_of(options) as gallery:
        sides = [photo_or_person(each, gallery) for each in (options.first, options.second)]
        models, _ = parts_of(options)
        encode_outdated(gallery, models)
        first, second = (face_of(side, gallery, models).aligned for side in sides)
    found = why(first, second, models.encoder)
    write_picture(options.out, np.array(why_sheet(found)))
    changes = [
        {"most_for": round(float(heat.max()), 5), "most_against": round(float(-heat.min()), 5)}
        for heat in (found.for_first, found.for_second)
    ]
    Output(options).answer(
        {"first": options.first, "second": options.second, "file": str(options.out)}
        | {"similarity": round(found.similarity, 5), "regions": changes},
        f"drawn to {options.out}",
    )
    return 0
