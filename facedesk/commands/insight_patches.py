"""facedesk insight patches --layer LAYER --out FILE."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from facedesk.commands.arguments import count, picture_file
from facedesk.commands.data_set import report
from facedesk.commands.output import Output, add_json_option, check_writable
from facedesk.commands.store import gallery_of, parts_of
from facedesk.paths import default_paths, prepare

if TYPE_CHECKING:
    from facedesk.encoder.models import Models
    from facedesk.insight.faces import Faces
    from facedesk.insight.inside import Inside
    from facedesk.insight.layers import Layer
    from facedesk.insight.strongest import Strongest, Unit

HELP = "draw the nine patches of faces that excite each unit of a layer most"
_UNITS = 24


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this command."""
    add = parser.add_argument
    add("--layer", required=True, metavar="LAYER", help="such as stem, block-5 or last")
    add("--images", type=Path, metavar="FOLDER", help="of photos (default: everyone enrolled)")
    add("--units", type=count, default=_UNITS, metavar="N", help=f"how many are drawn ({_UNITS})")
    add("--out", type=picture_file, required=True, metavar="FILE", help="a .png or .jpg file")
    add_json_option(parser)


def run(options: argparse.Namespace) -> int:
    """Draw the most interesting units, and print them in order."""
    from facedesk.insight.inside import Inside
    from facedesk.insight.patch_sheet import patch_sheet
    from facedesk.picture_file import write_picture

    check_writable(options.out)
    models, _ = parts_of(options)
    inside = Inside(models.encoder)
    layer = inside.layer(options.layer)
    with _looked_at(options, models, inside) as (faces, strongest):
        units = strongest[layer.key].units()[: options.units]
        write_picture(options.out, np.array(patch_sheet(faces, layer, units)))
        for unit in units:
            _answer(options, faces, layer, unit)
    Output(options).note(f"drawn to {options.out}")
    return 0


@contextmanager
def _looked_at(
    options: argparse.Namespace, models: "Models", inside: "Inside"
) -> "Iterator[tuple[Faces, dict[str, Strongest]]]":
    """Find the strongest patches, by the key of the layer; the pictures can be read meanwhile."""
    from facedesk.insight.faces import faces_in_folder, faces_of_gallery
    from facedesk.insight.found_before import strongest_of
    from facedesk.insight.strongest import find_strongest
    from facedesk.live.loading import encode_outdated

    if options.images is None:
        with gallery_of(options) as gallery:
            encode_outdated(gallery, models)
            faces = faces_of_gallery(gallery, models.encoder.id)
            yield faces, find_strongest(faces, inside, report)
        return
    places = default_paths(options.data_dir)
    prepare(places)
    faces = faces_in_folder(options.images, models, places.encodings, report)
    for each in faces.unusable:
        Output(options).note(f"{each.path}: {each.error.text}")
    yield faces, strongest_of(faces, inside, places.insight, report)


def _answer(options: argparse.Namespace, faces: "Faces", layer: "Layer", unit: "Unit") -> None:
    patches = [
        {
            "face": faces.name(patch.face),
            "activation": round(patch.activation, 4),
            "box": layer.boxes[patch.row, patch.column].tolist(),
        }
        for patch in unit.patches
    ]
    names = ", ".join(str(patch["face"]) for patch in patches) or "says nothing of any face"
    Output(options).answer(
        {"layer": layer.key, "unit": unit.number, "interest": round(unit.interest, 4)}
        | {"patches": patches},
        f"{layer.key}, unit {unit.number}: {names}",
    )
