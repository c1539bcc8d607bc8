"""Whom a data set counts into which group: by its folders, or by the names of its files."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from facedesk.capture.labelled_photos import LabelledPhoto, folders_in
from facedesk.capture.photo_file import photos_in
from facedesk.errors import NoGroups

EVERYONE = "everyone"
# UTKFace's names: age in years, gender, race, and when the picture was taken.
_NAME = re.compile(r"(\d{1,3})_([01])_([0-4])_\d+")
_AGES = ((12, "child, 0–12"), (19, "youth, 13–19"), (59, "adult, 20–59"), (999, "old, 60 and over"))
_GENDERS = ("male", "female")
_RACES = ("White", "Black", "Asian", "Indian", "Others")
_SEED = 20260104


@dataclass(frozen=True)
class GroupedPhoto:
    """A photo, and the groups that its person belongs to."""

    photo: LabelledPhoto
    groups: tuple[str, ...]


def grouped_photos(folder: Path) -> list[GroupedPhoto]:
    """Return one photo of everyone in FOLDER/GROUP/PERSON/*.jpg, or FOLDER/AGE_GENDER_RACE_*.jpg.

    In the second form it is not known who is the same person: each photo counts as one of its own.
    Raises NoGroups, SourceError for a folder that can't be read.
    """
    found = [*_in_folders(folder), *_by_names(folder)]
    if not found:
        raise NoGroups(source=folder)
    return found


def samples_of_groups(photos: Sequence[GroupedPhoto], most: int) -> dict[str, list[LabelledPhoto]]:
    """Return up to so many photos of each group, and of everyone, by group; everyone first.

    The same photos give the same samples.
    """
    order = np.random.default_rng(_SEED).permutation(len(photos))
    members: dict[str, list[LabelledPhoto]] = {EVERYONE: []}
    for index in order:
        for group in (EVERYONE, *photos[index].groups):
            members.setdefault(group, []).append(photos[index].photo)
    names = sorted(members.keys() - {EVERYONE}, key=_rank)
    return {name: members[name][:most] for name in (EVERYONE, *names)}


def photos_of_samples(samples: Mapping[str, Sequence[LabelledPhoto]]) -> list[LabelledPhoto]:
    """Return every photo of the samples once, in order of their paths."""
    photos = {photo.path: photo for sample in samples.values() for photo in sample}
    return [photos[path] for path in sorted(photos)]


def rows_of_samples(
    samples: Mapping[str, Sequence[LabelledPhoto]], encoded: Sequence[LabelledPhoto]
) -> dict[str, list[int]]:
    """Return which of the encoded photos each group has, as indices; the others had no face."""
    row_of = {photo.path: row for row, photo in enumerate(encoded)}
    return {
        group: [row_of[photo.path] for photo in sample if photo.path in row_of]
        for group, sample in samples.items()
    }


def _in_folders(folder: Path) -> Iterator[GroupedPhoto]:
    for group in folders_in(folder):
        for person in folders_in(group):
            first = photos_in(person)[:1]
            for photo in first:
                name = f"{group.name}/{person.name}"
                yield GroupedPhoto(LabelledPhoto(photo, name), (group.name,))


def _by_names(folder: Path) -> Iterator[GroupedPhoto]:
    for photo in photos_in(folder) if folder.is_dir() else ():
        found = _NAME.match(photo.name)
        if found:
            age, gender, race = (int(code) for code in found.groups())
            band = next(band for oldest, band in _AGES if age <= oldest)
            groups = (band, _GENDERS[gender], _RACES[race])
            yield GroupedPhoto(LabelledPhoto(photo, photo.name), groups)


def _rank(group: str) -> tuple[int, str]:
    """Order the groups of file names by kind, all others by name."""
    named = [*(band for _, band in _AGES), *_GENDERS, *_RACES]
    return (named.index(group), "") if group in named else (len(named), group)
