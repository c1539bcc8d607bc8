"""Finds the files that come with facedesk, in a checkout and in an install alike."""

from pathlib import Path

from facedesk.errors import ResourceMissing

_PACKAGE = Path(__file__).resolve().parent


def path(name: str) -> Path:
    """Return where a resource is, such as "icons/facedesk.svg". Raises ResourceMissing."""
    for folder in (_PACKAGE / "resources", _PACKAGE.parent / "resources"):
        if (folder / name).exists():
            return folder / name
    raise ResourceMissing(name=name)


def read(name: str) -> bytes:
    """Return the contents of a resource. Raises ResourceMissing."""
    try:
        return path(name).read_bytes()
    except OSError as error:
        raise ResourceMissing(name=name) from error
