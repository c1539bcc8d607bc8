"""Several processes, and one that is killed."""

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from facedesk.gallery.store import open_gallery

ENROL = """
import io, sys
from itertools import count
from pathlib import Path
import numpy as np
from PIL import Image
from facedesk import errors
from facedesk.encoder.template import Template, unit
from facedesk.gallery.photo import PreparedPhoto
from facedesk.gallery.store import open_gallery

def photo():
    buffer = io.BytesIO()
    noise = np.random.default_rng().integers(0, 256, (60, 60, 3), dtype=np.uint8)
    Image.fromarray(noise).save(buffer, "JPEG")
    return PreparedPhoto(
        buffer.getvalue(), np.zeros((5, 2), np.float32), 0.5, Template(unit(np.ones(128)), "one")
    )

path, prefix, how_many = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
gallery = open_gallery(path)
for number in range(how_many):
    try:
        person = gallery.enrol(f"{prefix} {number}", photo())
    except errors.NameTaken:
        continue
    print(person.name, flush=True)
    if number % 5 == 4:
        gallery.replace_photo(person.id, photo())
gallery.close()
"""


def start(database, prefix, how_many):
    command = [sys.executable, "-c", ENROL, str(database), prefix, str(how_many)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def is_sound(database: Path) -> bool:
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
@pytest.mark.parametrize("until", [1, 4, 33])
def test_killed_while_enrolling_it_loses_nobody_it_had_reported(database, until):
    process = start(database, "Person", 100_000)
    reported = [process.stdout.readline().strip() for _ in range(until)]
    os.kill(process.pid, signal.SIGKILL)
    reported += process.stdout.read().splitlines()
    process.wait()
    process.stdout.close()
    gallery = open_gallery(database)
    names = {person.name for person in gallery.people()}
    assert names >= set(reported)
    assert len(names) <= len(reported) + 1  # the last may have been stored but not yet reported
    encoded = gallery.templates("one")
    assert {person.name for person in encoded.people} == names
    assert all(gallery.photo(person.id).jpeg[-2:] == b"\xff\xd9" for person in encoded.people)
    gallery.close()
    assert is_sound(database)


def test_several_processes_may_create_and_fill_a_gallery_at_once(database):
    processes = [start(database, f"Process {number}", 8) for number in range(4)]
    outputs = [process.communicate()[0] for process in processes]
    assert [process.returncode for process in processes] == [0] * 4
    reported = sorted(line for output in outputs for line in output.splitlines())
    gallery = open_gallery(database)
    assert sorted(person.name for person in gallery.people()) == reported
    assert len(reported) == 32
    gallery.close()
    assert is_sound(database)


def test_of_several_processes_only_one_gets_a_name(database):
    processes = [start(database, prefix, 10) for prefix in ("Ada", "ADA", "ada")]
    reported = [line for process in processes for line in process.communicate()[0].splitlines()]
    assert [process.returncode for process in processes] == [0] * 3
    assert sorted(name.casefold() for name in reported) == [f"ada {n}" for n in range(10)]
