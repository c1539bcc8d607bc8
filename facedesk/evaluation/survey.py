"""What a folder of people holds, and so what can be measured on it."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from facedesk.capture.labelled_photos import labelled_photos
from facedesk.errors import FolderEmpty, NoGroups
from facedesk.evaluation.groups import grouped_photos

_SIZES = (10, 30, 100, 300, 1000)
FEWEST_STRANGERS = 20  # a share of fewer says nothing


@dataclass(frozen=True)
class Survey:
    """Counts of a folder. several, single: people with several photos, and with a single one.

    groups: how many the folder names; such a folder tells nothing about who is the same person.
    """

    photos: int
    several: int
    single: int
    groups: int = 0

    @property
    def people(self) -> int:
        """How many people there are."""
        return self.several + self.single

    @property
    def gallery_sizes(self) -> tuple[int, ...]:
        """How many people may be enrolled, so that enough strangers are left; none: too few."""
        if self.groups or not self.several or self.single < FEWEST_STRANGERS:
            return ()
        return tuple(size for size in _SIZES if size <= self.people - FEWEST_STRANGERS)


def survey(folder: Path) -> Survey:
    """Count people and photos. Raises FolderEmpty, SourceError for one that can't be read."""
    try:
        counts = Counter(photo.person for photo in labelled_photos(folder))
    except FolderEmpty as error:
        return _survey_of_groups(folder, error)
    single = sum(count == 1 for count in counts.values())
    return Survey(photos=sum(counts.values()), several=len(counts) - single, single=single)


def _survey_of_groups(folder: Path, otherwise: FolderEmpty) -> Survey:
    """Count groups, where photos do not lie in folders of people."""
    try:
        photos = grouped_photos(folder)
    except NoGroups as error:
        raise otherwise from error
    groups = {group for photo in photos for group in photo.groups}
    return Survey(photos=len(photos), several=0, single=len(photos), groups=len(groups))
