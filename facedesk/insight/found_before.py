"""Keeps the strongest patches of a folder, so that they are found once for the same encoder.

What is kept says where patches lie and how strong they are, and holds no picture. Of people of the
gallery nothing is kept: whoever is removed shall be in no file any more.
"""

import io
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np

from facedesk.insight.faces import FolderFaces
from facedesk.insight.inside import Inside
from facedesk.insight.strongest import Strongest, find_strongest
from facedesk.paths import make_private_folder
from facedesk.private_file import write_private

_VERSION = "strongest 4"  # another one whenever the same faces come to other patches
_MADE_OF = "made_of"
_DAMAGED = (ValueError, KeyError, EOFError, zipfile.BadZipFile, zlib.error)
_PARTS = ("activations", "faces", "places", "interest")


def strongest_of(
    faces: FolderFaces,
    inside: Inside,
    cache: Path,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> dict[str, Strongest]:
    """Return the strongest patches by the key of the layer, from the cache folder or anew.

    What was found when there were other faces in the folder is forgotten. progress: see
    find_strongest. Raises NoFacesToSee, DiskFull, FolderNotWritable.
    """
    file = cache / f"{faces.kept_as}.npz"
    made_of = f"{_VERSION} {inside.encoder_id} {faces.digest}"
    found = _read(file, made_of, inside)
    if found is None:
        file.unlink(missing_ok=True)
        found = find_strongest(faces, inside, progress)
        _keep(file, made_of, found)
    return found


def _read(file: Path, made_of: str, inside: Inside) -> dict[str, Strongest] | None:
    try:
        with np.load(io.BytesIO(file.read_bytes()), allow_pickle=False) as kept:
            if str(kept[_MADE_OF]) != made_of:
                return None
            return {
                layer.key: Strongest(*(kept[f"{layer.key} {part}"] for part in _PARTS))
                for layer in inside.layers
            }
    except (OSError, *_DAMAGED):  # not there, or not what was written
        return None


def _keep(file: Path, made_of: str, found: dict[str, Strongest]) -> None:
    make_private_folder(file.parent)
    arrays = {
        f"{key} {part}": getattr(each, part) for key, each in found.items() for part in _PARTS
    }
    contents = io.BytesIO()
    np.savez_compressed(contents, **{_MADE_OF: np.array(made_of)}, **arrays)
    write_private(file, contents.getvalue())
