"""Pairs of photos, of one person or of two, in folds, as a file lists them."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from facedesk.errors import PairsMissing, PairsUnreadable

_FOLDS = 10
_TRUTHS = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}


@dataclass(frozen=True)
class Pair:
    """Two photos, and whether they show the same person."""

    first: Path
    second: Path
    same: bool


Fold = tuple[Pair, ...]


def read_pairs(file: Path, folder: Path) -> tuple[Fold, ...]:
    """Return the pairs that a file lists, by fold; the photos need not be there.

    The file has the form of LFW's pairs.txt (its photos are FOLDER/NAME/NAME_0001.jpg), or lines
    of path,path,same[,fold] with paths from the folder on. Where no folds are named, the pairs are
    dealt into ten. Raises PairsMissing, PairsUnreadable.
    """
    try:
        lines = file.read_text("utf-8-sig").splitlines()
    except OSError as error:
        raise PairsMissing(path=file) from error
    except UnicodeDecodeError as error:
        raise PairsUnreadable(path=file, line=1) from error
    header = lines[0].split() if lines else []
    try:
        if header and all(word.isdecimal() for word in header):
            return _lfw(file, lines, [int(word) for word in header], folder)
        return _table(file, lines, folder)
    except csv.Error as error:
        raise PairsUnreadable(path=file, line=1) from error


def _lfw(file: Path, lines: Sequence[str], header: list[int], folder: Path) -> tuple[Fold, ...]:
    """Read LFW's form: folds and pairs per fold; per fold, so many of one person, then of two."""
    folds, each = header if len(header) == 2 else (1, header[0])
    if len(header) > 2 or not folds * each or len(lines) < 1 + 2 * folds * each:
        raise PairsUnreadable(path=file, line=len(lines) if len(header) <= 2 else 1)
    pairs = []
    for number, line in enumerate(lines[1 : 1 + 2 * folds * each], start=2):
        same = (number - 2) // each % 2 == 0
        pairs.append(_lfw_pair(line, same, folder))
        if pairs[-1] is None:
            raise PairsUnreadable(path=file, line=number)
    if folds == 1:
        return _dealt(pairs)
    return tuple(tuple(pairs[i : i + 2 * each]) for i in range(0, len(pairs), 2 * each))


def _lfw_pair(line: str, same: bool, folder: Path) -> Pair | None:
    words = line.split("\t") if "\t" in line else line.split()
    words = [word.strip() for word in words]
    if len(words) != (3 if same else 4):
        return None
    first, second = (words[0], words[1]), (words[0] if same else words[2], words[-1])
    if not (first[1].isdecimal() and second[1].isdecimal()):
        return None
    photos = (folder / name / f"{name}_{int(number):04}.jpg" for name, number in (first, second))
    return Pair(*photos, same)


def _table(file: Path, lines: Sequence[str], folder: Path) -> tuple[Fold, ...]:
    folds: dict[str, list[Pair]] = {}
    for number, row in _rows(lines):
        if not 3 <= len(row) <= 4 or row[2].lower() not in _TRUTHS:
            raise PairsUnreadable(path=file, line=number)
        pair = Pair(folder / row[0], folder / row[1], _TRUTHS[row[2].lower()])
        folds.setdefault(row[3] if len(row) == 4 else "", []).append(pair)
    if not folds:
        raise PairsUnreadable(path=file, line=1)
    if len(folds) == 1:
        return _dealt(next(iter(folds.values())))
    return tuple(tuple(pairs) for pairs in folds.values())


def _rows(lines: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """Yield line numbers and cells; empty lines and a first line with headings are left out."""
    reader = csv.reader(lines, strict=True)
    for cells in reader:
        row = [cell.strip() for cell in cells]
        heading = reader.line_num == 1 and len(row) >= 3 and row[2].lower() == "same"
        if any(row) and not heading:
            yield reader.line_num, row


def _dealt(pairs: Sequence[Pair]) -> tuple[Fold, ...]:
    """Deal into ten folds, those of one person and those of two each in turn."""
    ordered = [*(p for p in pairs if p.same), *(p for p in pairs if not p.same)]
    return tuple(tuple(ordered[i::_FOLDS]) for i in range(_FOLDS) if ordered[i::_FOLDS])
