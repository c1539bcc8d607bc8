"""Reads arguments; what can't be meant is wrong use, and said before any work begins."""

import argparse
import math
from datetime import date
from pathlib import Path


def count(text: str) -> int:
    """Read a whole number, one or more."""
    value = int(text)
    if value < 1:
        raise argparse.ArgumentTypeError(f"{text} is less than 1")
    return value


def whole(text: str) -> int:
    """Read a whole number, 0 or more."""
    value = int(text)
    if value < 0:
        raise argparse.ArgumentTypeError(f"{text} is less than 0")
    return value


def rate(text: str) -> float:
    """Read a share between 0 and 1, such as 0.01."""
    value = float(text)
    if not 0 < value < 1:
        raise argparse.ArgumentTypeError(f"{text} does not lie between 0 and 1")
    return value


def positive(text: str) -> float:
    """Read a number above 0."""
    value = float(text)
    if not 0 < value < math.inf:
        raise argparse.ArgumentTypeError(f"{text} is not above 0")
    return value


def weight(text: str) -> float:
    """Read a number, 0 or more."""
    value = float(text)
    if not 0 <= value < math.inf:
        raise argparse.ArgumentTypeError(f"{text} is less than 0")
    return value


def picture_file(text: str) -> Path:
    """Read the name of a picture file to write, whose ending says as what."""
    from facedesk.picture_file import with_picture_suffix

    path = Path(text)
    if with_picture_suffix(path) != path:
        raise argparse.ArgumentTypeError(f"{text} does not end in .png or .jpg")
    return path


def day(text: str) -> date:
    """Read a day, such as 2026-05-04."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"there is no day {text}") from error
