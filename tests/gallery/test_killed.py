"""A gallery survives being killed at any moment.

A few times in the suite. Two hundred times:
FACEDESK_KILLS=200 python -m pytest -s tests/gallery/test_killed.py
"""

import hashlib
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from facedesk.gallery.photo import Role
from facedesk.gallery.store import open_gallery

KILLS = int(os.environ.get("FACEDESK_KILLS", "6"))
BUSY = Path(__file__).with_name("busy_gallery.py")
LONGEST_S = 0.6

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")


def changed(people, change):
    """What people are there after a change: the photo and the looks of each, by name."""
    people = dict(people)
    do, name, photo = change["do"], change.get("name"), change.get("photo")
    if do == "enrol":
        people[name] = (photo, frozenset())
    elif do == "replace":
        people[name] = (photo, people[name][1])
    elif do == "add look":
        people[name] = (people[name][0], people[name][1] | {photo})
    elif do == "remove look":
        people[name] = (people[name][0], people[name][1] - {photo})
    elif do == "rename":
        people[change["to"]] = people.pop(name)
    elif do == "remove":
        del people[name]
    return people


def stored(database):
    """What people are there, after a look at everything that there is of them."""
    with closing(open_gallery(database)) as gallery:
        people = {}
        for person in gallery.people():
            photo, *looks = gallery.photos(person.id)
            assert [p.role for p in (photo, *looks)] == [Role.PHOTO, *[Role.LOOK] * len(looks)]
            people[person.name] = (_hash(photo), frozenset(_hash(look) for look in looks))
        encoded = gallery.templates("one")
        assert {person.name for person in encoded.people} == people.keys()
        assert len(encoded.photos.owners) == sum(1 + len(looks) for _, looks in people.values())
        assert gallery.outdated("one") == []
    assert list(database.parent.iterdir()) == [database]
    assert b"JFIF" not in database.read_bytes()  # which every JPEG begins with: all are sealed
    with closing(sqlite3.connect(database)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    return people


def _hash(photo):
    return hashlib.sha256(photo.jpeg).hexdigest()


def killed(database, seed, after_s):
    """Let a process change the gallery, kill it, and return what it said."""
    words = [sys.executable, str(BUSY), str(database), str(seed)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as process:
        first = process.stdout.readline()
        time.sleep(after_s)
        process.send_signal(signal.SIGKILL)
        return (first + process.stdout.read()).split("\n")


def test_nothing_that_was_confirmed_is_lost_and_nothing_is_done_by_half(database, keyring_file):
    random = Random(5)
    people, confirmed, cut_off = {}, 0, 0
    for number in range(KILLS):
        lines = killed(database, number, random.uniform(0, LONGEST_S))
        *done, last = [lines[i : i + 2] for i in range(0, len(lines), 2)]
        for change, empty in done:
            assert empty == ""
            people = changed(people, json.loads(change))
        confirmed += len(done)
        found = stored(database)
        if last[0].endswith("}"):  # begun, and perhaps done, but not confirmed
            cut_off += 1
            assert found in (people, changed(people, json.loads(last[0])))
        else:
            assert found == people
        people = found
    sys.stdout.write(
        f"killed {KILLS} times, {cut_off} of them amid a change; {confirmed} changes confirmed\n"
    )
    assert confirmed > KILLS
