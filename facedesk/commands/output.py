"""How commands speak: answers on stdout, as text or JSON lines; everything else on stderr."""

import argparse
import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from facedesk import errors

if TYPE_CHECKING:
    from PIL.Image import Image


def add_json_option(parser: argparse.ArgumentParser) -> None:
    """Add --json to a command."""
    parser.add_argument("--json", action="store_true", help="print one JSON object per line")


class Output:
    """Writes answers in the form the user asked for."""

    def __init__(self, options: argparse.Namespace) -> None:
        self._as_json = options.json

    def answer(self, data: Mapping[str, object], text: str) -> None:
        """Write one answer: `data` as a JSON line, or `text` for people."""
        line = json.dumps(data, ensure_ascii=False) if self._as_json else text
        sys.stdout.write(line + "\n")
        sys.stdout.flush()

    def note(self, text: str) -> None:
        """Say something that is not an answer: progress, or what went wrong."""
        sys.stderr.write(f"facedesk: {text}\n")


def reason_of(error: errors.FacedeskError) -> dict[str, str]:
    """Return an error as it stands in JSON answers."""
    return {"code": error.code, "sentence": error.text}


def check_writable(path: Path) -> None:
    """Find out before a long job whether its result can be kept. Raises FileNotWritten."""
    target = path if path.exists() else path.parent
    if path.is_dir() or not os.access(target, os.W_OK):
        raise errors.FileNotWritten(path=path)


def write_file(path: Path, data: bytes) -> None:
    """Write the result of a command. Raises FileNotWritten."""
    try:
        path.write_bytes(data)
    except OSError as error:
        raise errors.FileNotWritten(path=path) from error


def draw_picture(options: argparse.Namespace, picture: "Image") -> None:
    """Write a contact sheet where it is wanted, and say so. Raises FileNotWritten."""
    path = options.contact_sheet
    check_writable(path)
    try:
        picture.save(path)
    except (OSError, ValueError) as error:  # ValueError: not the name of a picture
        raise errors.FileNotWritten(path=path) from error
    Output(options).answer({"file": str(path)}, f"drawn to {path}")
