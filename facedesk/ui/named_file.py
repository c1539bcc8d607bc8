"""The file that a user means who types a name without an ending."""

from itertools import count
from pathlib import Path


def named_file(typed: str, suffix: str) -> Path:
    """Return the file for what was typed; without an ending, it is given one, such as ".png".

    The dialog has asked about what was typed only. A file of the longer name is not written over:
    the first of NAME 2, NAME 3 … that is free is taken.
    """
    path = Path(typed)
    if path.suffix:
        return path
    file = path.with_suffix(suffix)
    numbers = count(2)
    while file.exists():
        file = path.with_name(f"{path.name} {next(numbers)}{suffix}")
    return file
