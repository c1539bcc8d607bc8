"""Changes a gallery at random until it is killed, and says what it does: for test_killed.py.

Prints a line of JSON before each change, and an empty line once it is confirmed. Run as:
busy_gallery.py DATABASE SEED
"""

import hashlib
import io
import json
import sys
from itertools import count
from pathlib import Path
from random import Random

import numpy as np
from PIL import Image

from facedesk.encoder.template import Template, unit
from facedesk.gallery.photo import PreparedPhoto, Role
from facedesk.gallery.protection.data_key import Method
from facedesk.gallery.protection.protecting import methods_of, protect_by_keyring, remove_method
from facedesk.gallery.store import Gallery, open_gallery

_MOST_PEOPLE = 15


def main() -> None:
    gallery, seed = open_gallery(Path(sys.argv[1])), int(sys.argv[2])
    random = Random(seed)
    for number in count():
        people = gallery.people()
        kinds = [_enrol, _enrol, _protect, _replace, _add_look, _rename, _remove]
        kind = random.choice(kinds) if people else _enrol
        if len(people) > _MOST_PEOPLE:
            kind = _remove
        person = random.choice(people) if people else None
        kind(gallery, person, f"Person {seed} {number}", _photo(random.getrandbits(32)))
        _say()


def _enrol(gallery: Gallery, person, name, photo) -> None:
    _say_change(do="enrol", name=name, photo=_hash(photo))
    gallery.enrol(name, photo)


def _replace(gallery: Gallery, person, name, photo) -> None:
    _say_change(do="replace", name=person.name, photo=_hash(photo))
    gallery.replace_photo(person.id, photo)


def _add_look(gallery: Gallery, person, name, photo) -> None:
    looks = [p for p in gallery.photos(person.id) if p.role is Role.LOOK]
    if looks:
        _say_change(do="remove look", name=person.name, photo=_hash(looks[0]))
        gallery.remove_photo(looks[0].id)
    else:
        _say_change(do="add look", name=person.name, photo=_hash(photo))
        gallery.add_look(person.id, photo)


def _rename(gallery: Gallery, person, name, photo) -> None:
    _say_change(do="rename", name=person.name, to=name)
    gallery.rename(person.id, name)


def _remove(gallery: Gallery, person, name, photo) -> None:
    _say_change(do="remove", name=person.name)
    gallery.remove(person.id)


def _protect(gallery: Gallery, person, name, photo) -> None:
    """Encrypt everything, or decrypt it: the longest change there is."""
    _say_change(do="protect")
    if methods_of(gallery.database):
        remove_method(gallery.database, Method.KEYRING)
    else:
        protect_by_keyring(gallery.database)


def _photo(seed: int) -> PreparedPhoto:
    noise = np.random.default_rng(seed)
    buffer = io.BytesIO()
    Image.fromarray(noise.integers(0, 256, (60, 60, 3), dtype=np.uint8)).save(buffer, "JPEG")
    template = Template(unit(noise.standard_normal(128)), "one")
    return PreparedPhoto(buffer.getvalue(), np.zeros((5, 2), np.float32), 0.5, template)


def _hash(photo) -> str:
    return hashlib.sha256(photo.jpeg).hexdigest()


def _say_change(**change) -> None:
    _say(json.dumps(change))


def _say(line: str = "") -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
