"""What a folder of people holds, and so what can be measured on it."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from facedesk.evaluation.labelled_photos import labelled_photos

_SIZES = (10, 30, 100, 300, 1000)
FEWEST_STRANGERS = 20  # a share of fewer says nothing


@dataclass(frozen=True)
class Survey:
    """Counts of a folder. several, single: people with several photos, and with a single one."""

    photos: int
    several: int
    single: int

    @property
    def people(self) -> int:
        """How many people there are."""
        return self.several + self.single

    @property
    def gallery_sizes(self) -> tuple[int, ...]:
        """How many people may be enrolled, so that enough strangers are left; none: too few."""
        if not self.several or self.single < FEWEST_STRANGERS:
            return ()
        return tuple(size for size in _SIZES if size <= self.people - FEWEST_STRANGERS)


def survey(folder: Path) -> Survey:
    """Count people and photos. Raises FolderEmpty, SourceError for one that can't be read."""
    counts = Counter(photo.person for photo in labelled_photos(folder))
    single = sum(count == 1 for count in counts.values())
    return Survey(photos=counts.total(), several=len(counts) - single, single=single)
