"""Reads weight files out of installed packages, without importing them, and checks each digest."""

import hashlib
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from facedesk.errors import WeightsDamaged, WeightsMissing


@dataclass(frozen=True)
class WeightFile:
    """A file inside an installed package, with the SHA-256 of the contents we trust."""

    package: str
    path: str
    sha256: str


def locate(file: WeightFile) -> Path:
    """Return where the file is on this computer. Raises WeightsMissing."""
    spec = find_spec(file.package)
    for folder in (spec.submodule_search_locations or []) if spec else []:
        path = Path(folder) / file.path
        if path.is_file():
            return path
    raise WeightsMissing(package=file.package, file=file.path)


def read(file: WeightFile) -> bytes:
    """Return the file's bytes once their digest is right. Raises WeightsMissing, WeightsDamaged."""
    path = locate(file)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise WeightsMissing(package=file.package, file=file.path) from error
    if hashlib.sha256(data).hexdigest() != file.sha256:
        raise WeightsDamaged(package=file.package, file=file.path)
    return data
