"""facedesk insight map."""

import argparse
from typing import TYPE_CHECKING

import numpy as np

from facedesk.commands.arguments import picture_file
from facedesk.commands.output import Output, add_json_option, check_writable
from facedesk.commands.store import fpir_of, gallery_of, parts_of
from facedesk.errors import NobodyToSee

if TYPE_CHECKING:
    from facedesk.insight.gallery_map import GalleryMap

HELP = "say who of the gallery is near whom, and draw them on a map"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this command."""
    parser.add_argument(
        "--out", type=picture_file, metavar="FILE", help="draw it: a .png or .jpg file"
    )
    add_json_option(parser)


def run(options: argparse.Namespace) -> int:
    """Print everyone with their place and who is nearest."""
    from facedesk.insight.faces import GalleryFaces
    from facedesk.insight.gallery_map import gallery_map
    from facedesk.insight.map_sheet import map_sheet
    from facedesk.live.loading import encode_outdated
    from facedesk.picture_file import write_picture

    if options.out:
        check_writable(options.out)
    with gallery_of(options) as gallery:
        models, knowledge = parts_of(options)
        encode_outdated(gallery, models)
        enrolled = gallery.templates(models.encoder.id)
        if not enrolled.people:
            raise NobodyToSee
        recognition = knowledge.recognition_of(enrolled, fpir_of(options))
        found = gallery_map(enrolled, recognition, lambda *_: None, lambda: False)
        if options.out:
            faces = GalleryFaces(gallery, found.people)
            write_picture(options.out, np.array(map_sheet(found, faces)))
            Output(options).note(f"drawn to {options.out}")
    for index in range(len(found.people)):
        _answer(options, found, index)
    return 0


def _answer(options: argparse.Namespace, found: "GalleryMap", index: int) -> None:
    name, (x, y) = found.people[index].name, found.map.places[index].tolist()
    near = [
        {"person": found.people[other].name, "distance": round(distance, 5)}
        for other, distance in found.neighbours(found.vectors[index], apart_from=index)
    ]
    close = [found.people[other].name for other in sorted(found.close_to(index))]
    words = ", ".join(f"{each['person']} ({each['distance']:.4f})" for each in near)
    text = f"{name}: near {words}" if near else f"{name}: nobody else is enrolled"
    if close:
        text += f"; can't be told apart from {', '.join(close)}"
    Output(options).answer(
        {"person": name, "x": round(x, 4), "y": round(y, 4), "nearest": near, "too_close": close},
        text,
    )
