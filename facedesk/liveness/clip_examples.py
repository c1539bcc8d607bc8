"""Volumes of made clips, for the 3-D network to learn from and to be judged by."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np

from facedesk.capture.photo_file import read_photo
from facedesk.encoder.models import Models, detect_main_face
from facedesk.errors import FileNotWritten, NoUsablePhoto, PhotoRefused
from facedesk.liveness.made.kinds import ATTACKS, Kind, MadeClip, make_clip
from facedesk.liveness.made.restless import make_restless_clip
from facedesk.liveness.made.scene import SourceFace, shows_the_head
from facedesk.liveness.volume import PICTURES, SECONDS, SHAPE, chosen, cut_out

_SHARES = (0.27, 0.27, 0.46)  # of ATTACKS: a clip on a screen is the hardest to tell
_RESTLESS = 0.3  # of what is learned from: who walks about, turns far, has a hand before the face
_FEWEST = 5  # pictures, at a camera that is slow
_SLOW = 0.15  # how often it is
_UNEVEN_S = 0.03
_TRIES = 200
_SHOWN = 0.48  # of the head; to learn from, portraits that end at the forehead will do
_NOT_MADE = 0  # a file that is begun holds zeros; kinds are counted from 1 in it

MakeClip = Callable[[Kind, SourceFace, np.ndarray, np.ndarray, np.random.Generator], MadeClip]


class Sitters:
    """People whose photos clips are made of; drawn by chance, and looked at when they are."""

    def __init__(self, photos: Sequence[Sequence[Path]], models: Models) -> None:
        """photos: of each person."""
        self._photos = photos
        self._models = models

    def __len__(self) -> int:
        """Count the people."""
        return len(self._photos)

    def drawn(self, random: np.random.Generator) -> SourceFace:
        """Return a photo of somebody that shows the whole head. Raises NoUsablePhoto."""
        for _ in range(_TRIES):
            face = self.of(int(random.integers(len(self._photos))), random)
            if face is not None:
                return face
        raise NoUsablePhoto(count=sum(map(len, self._photos)))

    def of(self, person: int, random: np.random.Generator) -> SourceFace | None:
        """Return a photo of one of them; None where it can't be used."""
        photos = self._photos[person]
        try:
            image = read_photo(photos[int(random.integers(len(photos)))])
        except PhotoRefused:
            return None
        found = detect_main_face(image, self._models)
        face = SourceFace(image, found.landmarks) if found else None
        return face if face and shows_the_head(face, _SHOWN) else None


def example(sitters: Sitters, number: int, seed: int) -> tuple[np.ndarray, Kind]:
    """Return a volume, see volume.SHAPE, and its kind: every other one is of a living head."""
    random = np.random.default_rng([seed, number])
    kind = Kind.LIVE if number % 2 == 0 else ATTACKS[random.choice(len(ATTACKS), p=_SHARES)]
    face, behind = sitters.drawn(random), sitters.drawn(random)
    how = make_restless_clip if random.random() < _RESTLESS else make_clip
    return made_volume(kind, face, behind.image, random, how), kind


def held_out(sitters: Sitters, people: int, seed: int) -> Iterator[dict[Kind, np.ndarray]]:
    """Yield a volume of each kind for so many people, or for all there are."""
    random = np.random.default_rng(seed)
    left = people
    for person in random.permutation(len(sitters)).tolist():
        face = sitters.of(person, random)
        if face is not None and left:
            left -= 1
            behind = sitters.drawn(random).image
            yield {kind: made_volume(kind, face, behind, random) for kind in Kind}


def made_volume(
    kind: Kind,
    face: SourceFace,
    other: np.ndarray,
    random: np.random.Generator,
    how: MakeClip = make_clip,
) -> np.ndarray:
    """Return the volume of a made clip. other: some picture, for what is behind."""
    count = int(random.integers(_FEWEST, PICTURES)) if random.random() < _SLOW else PICTURES
    times = np.linspace(0, SECONDS, count) + random.uniform(-_UNEVEN_S, _UNEVEN_S, count)
    clip = how(kind, face, other, times, random)
    seen = [cut_out(*each) for each in zip(clip.pictures, clip.found, strict=True)]
    return np.stack(seen)[chosen(times)]


class KeptExamples:
    """Volumes and kinds in a folder; who goes on making them makes what is missing."""

    def __init__(self, folder: Path, count: int) -> None:
        """Open them, or begin. Raises FileNotWritten."""
        try:
            self.volumes = _opened(folder / "clips.npy", (count, *SHAPE), np.uint8)
            self._kinds = _opened(folder / "kinds.npy", (count,), np.int8)
        except (OSError, ValueError) as error:
            raise FileNotWritten(path=folder) from error

    @property
    def kinds(self) -> np.ndarray:
        """The place of each one's kind in Kind, int8 (N,)."""
        return self._kinds - 1

    def make(self, sitters: Sitters, seed: int) -> Iterator[int]:
        """Make those that are missing; say after each how many there are. Raises NoUsablePhoto."""
        for number in np.flatnonzero(self._kinds == _NOT_MADE).tolist():
            self.volumes[number], kind = example(sitters, number, seed)
            self._kinds[number] = list(Kind).index(kind) + 1
            yield int((self._kinds != _NOT_MADE).sum())


def _opened(file: Path, shape: tuple[int, ...], dtype: type) -> np.memmap:
    """Open an array in a file; one that is not there, or is of another shape, holds zeros."""
    if file.exists():
        found = np.lib.format.open_memmap(file, mode="r+")
        if found.shape == shape and found.dtype == dtype:
            return found
    return np.lib.format.open_memmap(file, mode="w+", dtype=dtype, shape=shape)
