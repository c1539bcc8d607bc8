"""Notes about sightings as bytes, for the outbox of a desk: JSON, with pictures in base 64."""

import json
from base64 import b64decode, b64encode
from collections.abc import Sequence
from datetime import datetime

import numpy as np

from facedesk.gallery.photo import StoredPhoto
from facedesk.gallery.sightings.sighting import SightingNote
from facedesk.matching.decision import Answer


def notes_as_bytes(notes: Sequence[SightingNote], withdrawn: Sequence[bytes]) -> bytes:
    """Return what is to be written, and what is to be taken back, as bytes."""
    content = {
        "notes": [_as_values(note) for note in notes],
        "withdrawn": [key.hex() for key in withdrawn],
    }
    return json.dumps(content).encode()


def notes_from_bytes(data: bytes) -> tuple[tuple[SightingNote, ...], tuple[bytes, ...]]:
    """Return the notes, and the keys of what is taken back."""
    content = json.loads(data)
    notes = tuple(_from_values(values) for values in content["notes"])
    return notes, tuple(bytes.fromhex(key) for key in content["withdrawn"])


def is_notes(data: bytes) -> bool:
    """Tell notes from sealed bytes, by how they begin."""
    return data.startswith(b"{")


def _as_values(note: SightingNote) -> dict[str, object]:
    picture = note.thumbnail
    return {
        "key": note.key.hex(),
        "person": note.person_id,
        "start": note.started_at.isoformat(),
        "end": note.ended_at.isoformat(),
        "score": None if note.score is None else float(note.score),
        "decision": note.decision.value,
        "source": note.source,
        "first": note.first,
        "became_known": note.became_known,
        "jpeg": b64encode(picture.jpeg).decode() if picture else None,
        "landmarks": picture.landmarks.tolist() if picture else None,
    }


def _from_values(values: dict) -> SightingNote:
    return SightingNote(
        bytes.fromhex(values["key"]),
        values["person"],
        datetime.fromisoformat(values["start"]),
        datetime.fromisoformat(values["end"]),
        values["score"],
        Answer(values["decision"]),
        values["source"],
        values["first"],
        values["became_known"],
        _picture(values) if values["jpeg"] else None,
    )


def _picture(values: dict) -> StoredPhoto:
    landmarks = np.array(values["landmarks"], np.float32)
    landmarks.setflags(write=False)
    return StoredPhoto(b64decode(values["jpeg"]), landmarks)
