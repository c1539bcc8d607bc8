"""People as bytes: what an export holds inside its seal (see gallery.transfer.sealed_file).

The content, version 1, is a sequence of blocks:

    length   4 bytes, big-endian   of the head
    head     that many             JSON, UTF-8; "parts": the lengths of the parts that follow
    parts                          bytes

The first block has no parts. Its head is {"facedesk": version of facedesk, "made_at": when,
"people": how many}. Each of the blocks that follow is one person: {"name", "enrolled_at",
"enrolled_by", "basis", "note", "pictures", "avatar"}, and each picture {"role", "added_at",
"quality", "landmarks": five pairs of pixels, "jpeg": the number of its part, "templates":
[{"encoder", "vector": the number of its part, float32, little-endian}]}. An avatar is {"added_at",
"landmarks", "jpeg"}; most people have none: null. Times are ISO 8601 with their zone.
"""

import json
import struct
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timezone

import numpy as np
from PIL import Image

from facedesk import __version__, errors
from facedesk.encoder.template import Template
from facedesk.gallery.avatar import Avatar
from facedesk.gallery.consent import Basis, Consent, clean_note
from facedesk.gallery.floats import floats_of_bytes, floats_to_bytes
from facedesk.gallery.names import clean_name, name_key
from facedesk.gallery.person_copy import PersonCopy, PictureCopy
from facedesk.gallery.photo import MOST_LOOKS, Role

_LENGTH = struct.Struct(">I")
_MOST_BYTES = 2**26  # of a head or a part
_MOST_DIMENSIONS = 4096
_UNIT = 1e-3  # how far a template's length may be from 1
_MALFORMED = (  # what json, numpy, Pillow and this module say about data of another form
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    ArithmeticError,
    RecursionError,
    OSError,
    Image.DecompressionBombError,
    errors.NameRefused,
)


@dataclass(frozen=True)
class ExportHead:
    """What an export says about itself. made_at: UTC, aware. people: how many follow."""

    made_at: datetime
    people: int


def head_as_bytes(head: ExportHead) -> bytes:
    """Return the first block."""
    values = {
        "facedesk": __version__,
        "made_at": head.made_at.isoformat(),
        "people": head.people,
    }
    return _block(values, [])


def person_as_bytes(person: PersonCopy) -> bytes:
    """Return the block of a person."""
    parts: list[bytes] = []
    values = {
        "name": person.name,
        "enrolled_at": person.enrolled_at.isoformat(),
        "enrolled_by": person.consent.enrolled_by,
        "basis": person.consent.basis.value,
        "note": person.consent.note,
        "pictures": [_picture_values(picture, parts) for picture in person.pictures],
        "avatar": person.avatar and _avatar_values(person.avatar, parts),
    }
    return _block(values, parts)


def people_from_bytes(pieces: Iterable[bytes]) -> tuple[ExportHead, Iterator[PersonCopy]]:
    """Return the head of an export, and everyone in it, one after the other.

    pieces: its content, cut anywhere. Both raise ExportDamaged for anything that facedesk would
    not have written, and whatever `pieces` raises.
    """
    blocks = _Blocks(pieces)
    with _malformed_is_damaged():
        values, _ = blocks.next()
        head = ExportHead(_time(values["made_at"]), int(values["people"]))
    return head, _people(blocks, head.people)


def _people(blocks: "_Blocks", count: int) -> Iterator[PersonCopy]:
    names: set[str] = set()
    for _ in range(count):
        with _malformed_is_damaged():
            person = _person(*blocks.next())
            _demand(name_key(person.name) not in names)
        names.add(name_key(person.name))
        yield person
    if not blocks.at_end():
        raise errors.ExportDamaged


class _Blocks:
    """Takes blocks out of content that comes in pieces."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces = iter(pieces)
        self._left = bytearray()

    def next(self) -> tuple[dict, list[bytes]]:
        """Return head and parts of the next block. Raises ValueError, TypeError, KeyError."""
        (length,) = _LENGTH.unpack(self._take(_LENGTH.size))
        values = json.loads(self._take(length))
        return values, [self._take(int(size)) for size in values.get("parts", ())]

    def at_end(self) -> bool:
        """Tell whether nothing follows."""
        return not self._left and not any(self._pieces)

    def _take(self, size: int) -> bytes:
        _demand(0 <= size <= _MOST_BYTES)
        while len(self._left) < size:
            piece = next(self._pieces, None)
            _demand(piece is not None)
            self._left += piece
        taken = bytes(self._left[:size])
        del self._left[:size]
        return taken


def _block(values: dict[str, object], parts: Sequence[bytes]) -> bytes:
    head = json.dumps({**values, "parts": [len(part) for part in parts]}).encode()
    return b"".join([_LENGTH.pack(len(head)), head, *parts])


def _picture_values(picture: PictureCopy, parts: list[bytes]) -> dict[str, object]:
    """Return what a head says about a picture, and append its parts."""
    jpeg = _part(picture.jpeg, parts)
    templates = [
        {"encoder": t.encoder_id, "vector": _part(floats_to_bytes(t.vector), parts)}
        for t in picture.templates
    ]
    return {
        "role": picture.role.value,
        "added_at": picture.added_at.isoformat(),
        "quality": picture.quality,
        "landmarks": picture.landmarks.tolist(),
        "jpeg": jpeg,
        "templates": templates,
    }


def _avatar_values(avatar: Avatar, parts: list[bytes]) -> dict[str, object]:
    """Return what a head says about an avatar, and append its part."""
    return {
        "added_at": avatar.added_at.isoformat(),
        "landmarks": avatar.landmarks.tolist(),
        "jpeg": _part(avatar.jpeg, parts),
    }


def _part(data: bytes, parts: list[bytes]) -> int:
    parts.append(data)
    return len(parts) - 1


def _person(values: dict, parts: list[bytes]) -> PersonCopy:
    name = values["name"]
    _demand(clean_name(name) == name)
    by, note = values["enrolled_by"], values["note"]
    _demand(clean_note(by) == by and clean_note(note) == note)
    consent = Consent(by, Basis(values["basis"]), note)
    pictures = tuple(_picture(picture, parts) for picture in values["pictures"])
    roles = [picture.role for picture in pictures]
    _demand(roles[0] is Role.PHOTO and roles.count(Role.PHOTO) == 1)
    _demand(roles.count(Role.LOOK) <= MOST_LOOKS)
    avatar = values.get("avatar")  # which files of before there were avatars know nothing of
    return PersonCopy(
        name,
        _time(values["enrolled_at"]),
        consent,
        pictures,
        None if avatar is None else _avatar(avatar, parts),
    )


def _picture(values: dict, parts: list[bytes]) -> PictureCopy:
    landmarks = _landmarks(values)
    quality = float(values["quality"])
    _demand(0 <= quality <= 1)
    templates = tuple(_template(template, parts) for template in values["templates"])
    _demand(len({template.encoder_id for template in templates}) == len(templates))
    jpeg = parts[values["jpeg"]]
    added_at = _time(values["added_at"])
    picture = PictureCopy(jpeg, landmarks, Role(values["role"]), quality, added_at, templates)
    _demand(min(picture.size) > 0)  # it is a picture at all
    return picture


def _avatar(values: dict, parts: list[bytes]) -> Avatar:
    added_at = _time(values["added_at"])
    avatar = Avatar(parts[values["jpeg"]], _landmarks(values), added_at)
    _demand(min(avatar.size) > 0)  # it is a picture at all
    return avatar


def _landmarks(values: dict) -> np.ndarray:
    landmarks = np.array(values["landmarks"], np.float32)
    _demand(landmarks.shape == (5, 2) and bool(np.isfinite(landmarks).all()))
    landmarks.setflags(write=False)
    return landmarks


def _template(values: dict, parts: list[bytes]) -> Template:
    vector = floats_of_bytes(parts[values["vector"]])
    length = np.linalg.norm(vector.astype(np.float64))  # NaN is refused, too
    _demand(len(vector) <= _MOST_DIMENSIONS and bool(abs(length - 1) < _UNIT))
    return Template(vector, str(values["encoder"]))


def _time(text: str) -> datetime:
    time = datetime.fromisoformat(text)
    _demand(time.tzinfo is not None)
    return time.astimezone(timezone.utc)


def _demand(right: bool) -> None:
    if not right:
        raise ValueError


@contextmanager
def _malformed_is_damaged() -> Iterator[None]:
    try:
        yield
    except _MALFORMED:
        # From None, since what could not be read, and may be a name, stands in the error.
        raise errors.ExportDamaged from None
