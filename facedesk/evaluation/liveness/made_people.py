"""Made clips of the people of a folder: one of each kind for everyone."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from facedesk.capture.labelled_photos import LabelledPhoto
from facedesk.encoder.models import Models
from facedesk.errors import TooFewPeople
from facedesk.evaluation.liveness.watched import FaceClip, Watched, watch_clip
from facedesk.liveness.made.kinds import Kind, make_clip
from facedesk.liveness.made.photo_face import face_in_photo
from facedesk.liveness.made.scene import SourceFace, shows_the_head
from facedesk.liveness.networks import LivenessNetworks

PICTURES_PER_SECOND = 30
_FEWEST = 2  # behind each one's face there is a part of somebody else's photo


@dataclass(frozen=True, eq=False)
class Sitter:
    """A person that clips are made of."""

    person: str
    face: SourceFace


def sitters_of(
    photos: Sequence[LabelledPhoto], most: int, seed: int, models: Models
) -> tuple[Sitter, ...]:
    """Return some people, drawn by the seed, each with the first photo that shows the whole head.

    Raises TooFewPeople.
    """
    by_person: dict[str, list[LabelledPhoto]] = {}
    for photo in photos:
        by_person.setdefault(photo.person, []).append(photo)
    people = sorted(by_person)
    found: list[Sitter] = []
    for row in np.random.default_rng(seed).permutation(len(people)):
        sitter = _sitter(people[row], by_person[people[row]], models)
        if sitter is not None:
            found.append(sitter)
        if len(found) == most:
            break
    if len(found) < _FEWEST:
        raise TooFewPeople(found=len(found), needed=_FEWEST)
    return tuple(found)


def watch_made_clips(
    sitters: Sequence[Sitter],
    seed: int,
    networks: LivenessNetworks,
    moments: Sequence[float],
    progress: Callable[[int, int], None],
) -> Iterator[Watched]:
    """Make a clip of each kind of everyone, as long as the last of the moments, and watch it.

    moments: seconds at which to ask. progress: told clips done and clips in all.
    """
    times = np.arange(max(round(max(moments) * PICTURES_PER_SECOND), 2)) / PICTURES_PER_SECOND
    for number, sitter in enumerate(sitters):
        other = sitters[number - 1].face.image
        for row, kind in enumerate(Kind):
            random = np.random.default_rng([seed, number, row])
            made = make_clip(kind, sitter.face, other, times, random)
            clip = FaceClip(made.pictures, made.found, made.times)
            answers = watch_clip(clip, networks, moments)
            yield Watched(kind.value, kind is not Kind.LIVE, sitter.person, answers)
            progress(number * len(Kind) + row + 1, len(sitters) * len(Kind))


def _sitter(person: str, photos: Sequence[LabelledPhoto], models: Models) -> Sitter | None:
    for photo in photos:
        face = face_in_photo(photo.path, models)
        if face and shows_the_head(face):
            return Sitter(person, face)
    return None
