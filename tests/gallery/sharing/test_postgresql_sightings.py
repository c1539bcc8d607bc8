"""Sightings of several desks: each is delivered exactly once, whatever becomes of the line."""

import signal
import subprocess
import sys
import time
import uuid
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import numpy as np
import pytest
from cut_line import CutLine

from facedesk.database_address import read_address
from facedesk.gallery.photo import StoredPhoto
from facedesk.gallery.protection.protecting import protect_by_passphrase
from facedesk.gallery.sharing.outbox import Outbox
from facedesk.gallery.sharing.shared_gallery import open_shared_gallery
from facedesk.gallery.sightings.sighting import SightingFilter, SightingNote
from facedesk.matching.decision import Answer

NOON = datetime(2026, 5, 4, 12, tzinfo=timezone.utc)
PICTURE = StoredPhoto(b"\xff\xd8 a face \xff\xd9", np.arange(10, dtype=np.float32).reshape(5, 2))

NOTE_AND_DIE = """
import os, signal, sys, uuid
from datetime import datetime, timezone
from pathlib import Path
from facedesk.database_address import read_address
from facedesk.gallery.sharing.shared_gallery import open_shared_gallery
from facedesk.gallery.sightings.sighting import SightingNote
from facedesk.matching.decision import Answer

desk = open_shared_gallery(read_address(sys.argv[1]), Path(sys.argv[2]))
now = datetime.now(timezone.utc)
for number in range(int(sys.argv[3])):
    note = SightingNote(uuid.uuid4().bytes, None, now, now, None, Answer.UNKNOWN, str(number))
    desk.sightings.write([note])
    print(number, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


def note(number, person_id=None):
    start = NOON + timedelta(minutes=number)
    decision = Answer.KNOWN if person_id else Answer.UNKNOWN
    return SightingNote(uuid.uuid4().bytes, person_id, start, start, None, decision, f"{number}")


@pytest.fixture
def address(shared_address):
    return read_address(shared_address)


@pytest.fixture
def here(address, tmp_path):
    with closing(open_shared_gallery(address, tmp_path / "here")) as gallery:
        yield gallery


@pytest.fixture
def line(postgresql):
    line = CutLine(postgresql.port)
    yield line
    line.close()


@pytest.fixture
def far_address(address, line):
    return replace(address, port=line.port)


@pytest.fixture
def there(far_address, tmp_path):
    """A desk at the other end of the line."""
    with closing(open_shared_gallery(far_address, tmp_path / "there")) as gallery:
        yield gallery


def recorded(gallery):
    return gallery.sightings.page(SightingFilter(), most=10_000)


def sources(gallery):
    return sorted(int(sighting.source) for sighting in recorded(gallery))


def eventually(condition, within_s=10.0):
    deadline = time.monotonic() + within_s
    while not condition():
        assert time.monotonic() < deadline, "it does not come about"
        time.sleep(0.02)


def test_who_is_seen_at_one_desk_is_in_the_record_of_all(here, there, make_photo):
    ada = here.enrol("Ada", make_photo())
    there.sightings.write([replace(note(1, ada.id), thumbnail=PICTURE)])
    eventually(lambda: recorded(here))
    (seen,) = recorded(here)
    assert (seen.person, seen.started_at) == ("Ada", NOON + timedelta(minutes=1))
    assert here.sightings.thumbnail(seen.id).jpeg == PICTURE.jpeg


def test_writing_does_not_wait_for_a_server_that_is_away(there, line):
    line.cut()
    start = time.monotonic()
    there.sightings.write([note(1)])
    assert time.monotonic() - start < 0.5


def test_what_was_seen_while_the_line_was_cut_comes_later_each_once(here, there, line):
    expected = []
    for number in range(60):
        if number % 20 == 5:
            line.cut()
        if number % 20 == 15:
            line.mend()
        there.sightings.write([note(number)])
        expected.append(number)
        time.sleep(0.02)
    line.mend()
    eventually(lambda: sources(here) == expected)
    time.sleep(0.5)
    assert sources(here) == expected


def test_a_sighting_that_grows_while_the_line_is_cut_ends_as_it_was_last(here, there, line):
    first = note(1)
    there.sightings.write([first])
    eventually(lambda: recorded(here))
    line.cut()
    for minutes in (2, 3, 4):
        there.sightings.write(
            [replace(first, first=False, ended_at=NOON + timedelta(minutes=minutes))]
        )
    line.mend()
    eventually(lambda: recorded(here)[0].ended_at == NOON + timedelta(minutes=4))
    assert len(recorded(here)) == 1


def test_one_taken_back_before_it_was_delivered_is_not_there(here, there, line):
    line.cut()
    flicker = note(1)
    there.sightings.write([flicker])
    there.sightings.write([note(2)], [flicker.key])
    line.mend()
    eventually(lambda: sources(here) == [2])


def test_what_a_desk_forgot_to_forget_is_not_delivered_again(here, there, monkeypatch):
    """The server has it, but the desk is stopped before it removes it from its outbox."""
    with monkeypatch.context() as patch:
        patch.setattr(Outbox, "remove", fail_to_remove)
        there.sightings.write([note(1)])
        eventually(lambda: recorded(here))
        here.sightings.forget([recorded(here)[0].id])
        there.sightings.write([note(2)])
    eventually(lambda: sources(here) == [2])
    time.sleep(0.5)
    assert sources(here) == [2]


def fail_to_remove(outbox, number):
    from facedesk.errors import DiskFull

    raise DiskFull


def test_a_server_that_is_started_again_gets_everything(here, there, postgresql):
    there.sightings.write([note(0)])
    eventually(lambda: recorded(here))
    postgresql.stop()
    for number in range(1, 6):
        there.sightings.write([note(number)])
    postgresql.start()
    eventually(lambda: sources(here) == list(range(6)))


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
def test_what_waits_on_the_disk_of_a_desk_that_is_killed_is_delivered(here, address, tmp_path):
    folder = tmp_path / "killed"
    command = [sys.executable, "-c", NOTE_AND_DIE, address.url, str(folder), "40"]
    for _ in range(2):
        killed = subprocess.run(command, capture_output=True, text=True, check=False)
        assert killed.returncode == -signal.SIGKILL, killed.stderr
        assert len(killed.stdout.split()) == 40
    open_shared_gallery(address, folder).close()
    assert sources(here) == sorted([*range(40), *range(40)])


def test_somebody_deleted_meanwhile_is_not_in_the_record(here, there, line, make_photo):
    ada = here.enrol("Ada", make_photo())
    line.cut()
    there.sightings.write([note(1, ada.id), note(2)])
    here.remove(ada.id)
    line.mend()
    eventually(lambda: sources(here) == [2])


def test_what_waits_is_sealed_with_the_key_of_the_gallery(address, far_address, line, tmp_path):
    with closing(open_shared_gallery(address, tmp_path / "here")) as here:
        protect_by_passphrase(here.database, "correct horse")
        with closing(
            open_shared_gallery(far_address, tmp_path / "there", "correct horse")
        ) as there:
            line.cut()
            there.sightings.write([replace(note(1), source="Front door", thumbnail=PICTURE)])
            waiting = b"".join(file.read_bytes() for file in (tmp_path / "there").iterdir())
            assert b"Front door" not in waiting
            line.mend()
            eventually(lambda: recorded(here))
            (seen,) = recorded(here)
            assert here.sightings.thumbnail(seen.id).jpeg == PICTURE.jpeg


def test_each_database_has_an_outbox_of_its_own(here, there, tmp_path):
    files = {path.name for name in ("here", "there") for path in (tmp_path / name).iterdir()}
    assert len(files) == 2
    assert not any("127.0.0.1" in name or "desk_" in name for name in files)
