"""Real clips as they are, and the same clips played again as attacks."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from facedesk.encoder.models import Models
from facedesk.errors import NoFaceForSeconds
from facedesk.evaluation.liveness.real_faces import SHORTEST_S, RealFace, clips_in, real_faces
from facedesk.evaluation.liveness.watched import FaceClip, Watched, watch_clip
from facedesk.liveness.made.kinds import ATTACKS, Kind
from facedesk.liveness.made.replay import replayed
from facedesk.liveness.networks import LivenessNetworks

REPLAYS = 3  # of each kind: one may be held well by chance


def watch_real_clips(
    folder: Path, seed: int, networks: LivenessNetworks, models: Models, seconds: float
) -> Iterator[Watched]:
    """Watch every face of the clips in a folder for so many seconds, and its attacks.

    What is shorter is shown forwards and backwards. Raises FolderEmpty, NoFaceForSeconds,
    SourceError.
    """
    found = False
    for path in clips_in(folder):
        for number, face in enumerate(real_faces(path, models, seconds)):
            found = True
            clip = face.clip.to_and_fro(seconds)
            answers = watch_clip(clip, networks, [seconds])
            yield Watched(Kind.LIVE.value, False, face.source, answers)
            yield from _attacks(face, clip, np.random.default_rng([seed, number]), networks)
    if not found:
        raise NoFaceForSeconds(source=folder, seconds=SHORTEST_S)


def _attacks(
    face: RealFace, clip: FaceClip, random: np.random.Generator, networks: LivenessNetworks
) -> Iterator[Watched]:
    for kind in ATTACKS:
        for _ in range(REPLAYS):
            other = clip.pictures[0]
            made = replayed(kind, clip.pictures, clip.landmarks, clip.times, other, random)
            shown = FaceClip(made.pictures, made.found, made.times)
            answers = watch_clip(shown, networks, [clip.seconds])
            yield Watched(kind.value, True, face.source, answers)
