"""Puts facedesk into the applications menu of a Linux desktop, and takes it out again.

The file's format is freedesktop.org's Desktop Entry Specification.
"""

import configparser
import os
import re
import sys
from pathlib import Path

from facedesk import resources
from facedesk.errors import DesktopEntryNotWritten, NotOnThisSystem

_ENTRY = Path("applications", "facedesk.desktop")
_ICON = Path("icons", "hicolor", "scalable", "apps", "facedesk.svg")
_GROUP = "Desktop Entry"


def install(target_home: Path | None = None) -> Path:
    """Write the entry and its icon, and return where the entry is.

    target_home: somebody's home folder; without it, XDG_DATA_HOME or the user's own home.
    Raises NotOnThisSystem, ResourceMissing, DesktopEntryNotWritten.
    """
    folder = _data_folder(target_home)
    values = _values()
    _write(folder / _ICON, resources.read("icons/facedesk.svg"))
    _write(folder / _ENTRY, _text(values).encode())
    if read(folder / _ENTRY) != values:
        raise DesktopEntryNotWritten(path=folder / _ENTRY)
    return folder / _ENTRY


def remove(target_home: Path | None = None) -> None:
    """Delete the entry and its icon, where they exist.

    Raises NotOnThisSystem, DesktopEntryNotWritten.
    """
    folder = _data_folder(target_home)
    for path in (folder / _ENTRY, folder / _ICON):
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise DesktopEntryNotWritten(path=path) from error


def read(path: Path) -> dict[str, str]:
    """Return the values of an entry as they are written in it; none where it is no entry."""
    parser = configparser.RawConfigParser(delimiters=("=",), comment_prefixes=("#",))
    parser.optionxform = str
    try:
        parser.read(path, encoding="utf-8")
    except (configparser.Error, UnicodeDecodeError):
        return {}
    return dict(parser[_GROUP]) if parser.has_section(_GROUP) else {}


def _values() -> dict[str, str]:
    return {
        "Type": "Application",
        "Version": "1.1",
        "Name": "facedesk",
        "GenericName": "Face Recognition",
        "Comment": "Know who is in front of the webcam",
        "Exec": f"{quoted(sys.executable)} -m facedesk",
        "Icon": "facedesk",
        "Terminal": "false",
        "Categories": "Utility;",
        "Keywords": "face;recognition;camera;webcam;",
        "StartupWMClass": "facedesk",
    }


def quoted(argument: str) -> str:
    """Return an argument as it stands in the Exec line, which is escaped twice."""
    in_quotes = re.sub(r'(["`$\\])', r"\\\1", argument).replace("%", "%%")
    return '"' + in_quotes.replace("\\", "\\\\") + '"'


def _text(values: dict[str, str]) -> str:
    lines = [f"[{_GROUP}]", *(f"{key}={value}" for key, value in values.items())]
    return "\n".join(lines) + "\n"


def _data_folder(target_home: Path | None) -> Path:
    if not sys.platform.startswith("linux"):
        raise NotOnThisSystem
    if target_home is None and os.environ.get("XDG_DATA_HOME"):
        return Path(os.environ["XDG_DATA_HOME"])
    return (target_home or Path.home()) / ".local" / "share"


def _write(path: Path, contents: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(contents)
    except OSError as error:
        raise DesktopEntryNotWritten(path=path) from error
