"""The record is kept while the live loop goes on, whatever becomes of the disk."""

import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from datetime import datetime, timedelta, timezone
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from facedesk import errors
from facedesk.capture.frame import Frame
from facedesk.capture.source import Source, SourceKind
from facedesk.gallery.sightings.record import Sightings
from facedesk.gallery.sightings.sighting import SightingFilter, SightingNote
from facedesk.gallery.store import open_gallery
from facedesk.live.record_rules import RecordRules
from facedesk.live.recorder import Recorder
from facedesk.live.view import LiveView, SeenFace
from facedesk.matching.decision import NOBODY, Answer, Decision, Match
from facedesk.vision.detection import Detection
from facedesk.vision.quality import Quality

CAMERA = Source(SourceKind.CAMERA, "Desk camera", "Desk camera")
ADDRESS = Source(SourceKind.ADDRESS, "rtsp://me:secret@door.example/1", "rtsp://door.example")
VIDEO = Source(SourceKind.VIDEO, "/films/visit.mp4", "visit.mp4")
QUALITY = Quality(60, 0.1, 130, 0, 0, 1)
DETECTION = Detection(np.zeros(4, np.float32), np.zeros((5, 2), np.float32), 1.0)


class Session:
    """Publishes a new view each time it is looked at."""

    def __init__(self, source=CAMERA, decision=NOBODY):
        self.decision = decision
        self.open(source)

    def open(self, source):
        self.status = SimpleNamespace(source=source)

    @property
    def newest_view(self):
        frame = Frame(np.zeros((1, 1, 3), np.uint8), 0, 0.0, time.monotonic(), 0)
        return LiveView(frame, (SeenFace(1, DETECTION, QUALITY, self.decision, None),))


class Flaky(Sightings):
    """Can't write while `error` is set."""

    error = None

    def write(self, *what):
        if self.error is not None:
            raise self.error
        super().write(*what)


@pytest.fixture
def sightings(gallery):
    return Flaky(gallery.database)


@pytest.fixture
def told():
    return []


@pytest.fixture
def start(sightings, told):
    """Start a recorder; it is stopped when the test ends."""
    started = []

    def start(session=None, rules=None):
        recorder = Recorder(
            session or Session(), sightings, rules or RecordRules(), told.append, write_every_s=0.05
        )
        recorder.start()
        started.append(recorder)
        return recorder

    yield start
    for recorder in started:
        recorder.stop()


def wait_until(condition, timeout_s=20.0):
    deadline = time.monotonic() + timeout_s
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.02)


def recorded(sightings):
    return sightings.page(SightingFilter())


def test_who_is_seen_is_recorded_while_they_are_still_there(start, sightings, gallery, make_photo):
    ada = gallery.enrol("Ada", make_photo())
    start(Session(decision=Decision(Answer.KNOWN, Match(ada.id, "Ada", 7.0, 0.1), None)))
    wait_until(lambda: recorded(sightings))
    (seen,) = recorded(sightings)
    assert (seen.person, seen.source) == ("Ada", "Desk camera")
    wait_until(lambda: recorded(sightings)[0].ended_at > seen.ended_at)
    assert len(recorded(sightings)) == 1
    assert abs(recorded(sightings)[0].ended_at - datetime.now(timezone.utc)) < timedelta(seconds=5)


def test_what_is_left_is_written_at_the_end(start, sightings):
    sightings.error = errors.GalleryLocked()
    recorder = start()
    wait_until(lambda: recorder._notes.due())
    sightings.error = None
    recorder.stop()
    assert len(recorded(sightings)) == 1


def test_the_address_of_a_camera_is_recorded_without_its_password(start, sightings):
    start(Session(ADDRESS))
    wait_until(lambda: recorded(sightings))
    assert recorded(sightings)[0].source == "rtsp://door.example"


@pytest.mark.parametrize("kind", [SourceKind.VIDEO, SourceKind.IMAGE, SourceKind.FOLDER])
def test_files_that_the_user_opens_are_not_recorded(start, sightings, kind):
    session = Session(Source(kind, "/films/visit", "visit"))
    start(session)
    time.sleep(0.6)
    assert recorded(sightings) == []
    session.open(CAMERA)
    wait_until(lambda: recorded(sightings))


def test_another_source_begins_another_sighting(start, sightings):
    session = Session(CAMERA)
    start(session)
    wait_until(lambda: recorded(sightings))
    session.open(ADDRESS)
    wait_until(lambda: len(recorded(sightings)) == 2)
    assert {seen.source for seen in recorded(sightings)} == {"Desk camera", "rtsp://door.example"}


def test_nothing_is_recorded_when_no_record_is_kept(start, sightings):
    recorder = start(rules=RecordRules(kept=False))
    time.sleep(0.6)
    assert recorded(sightings) == []
    recorder.follow(RecordRules())
    wait_until(lambda: recorded(sightings))


def test_trouble_is_told_once_and_nothing_is_lost_by_it(start, sightings, told):
    sightings.error = errors.DiskFull()
    recorder = start()
    wait_until(lambda: told)
    time.sleep(0.5)
    assert len(told) == 1
    sightings.error = None
    wait_until(lambda: recorded(sightings))
    (seen,) = recorded(sightings)
    assert seen.length > timedelta(seconds=0.4)
    sightings.error = errors.DiskFull()
    wait_until(lambda: len(told) == 2)
    sightings.error = None
    recorder.stop()


def test_another_program_that_holds_the_database_holds_up_nobody(start, sightings, gallery, told):
    """Views are looked at all the while; the writer waits by itself."""
    recorder = start()
    wait_until(lambda: recorded(sightings))
    with closing(sqlite3.connect(gallery.database.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        before = recorded(sightings)[0].ended_at
        time.sleep(1.0)
        assert recorder._notes.due().notes[0].ended_at - before > timedelta(seconds=0.5)
        other.execute("ROLLBACK")
    wait_until(lambda: recorded(sightings)[0].ended_at - before > timedelta(seconds=0.5))
    assert told == []


def test_a_fault_is_logged_and_the_next_picture_is_recorded(start, sightings, caplog):
    session = Session()
    start(session)
    session.decision = "no decision at all"
    wait_until(lambda: "a picture was not recorded" in caplog.text)
    session.decision = NOBODY
    wait_until(lambda: recorded(sightings))
    caplog.clear()


class TestRetention:
    @pytest.fixture
    def old(self, sightings, gallery, make_photo):
        """Sightings of Ada and of strangers, 2 and 40 days old."""
        ada = gallery.enrol("Ada", make_photo())
        now = datetime.now(timezone.utc)
        for number, (who, days) in enumerate([(ada.id, 2), (ada.id, 40), (None, 2), (None, 40)]):
            then = now - timedelta(days=days)
            decision = Answer.KNOWN if who else Answer.UNKNOWN
            key = bytes([number])
            sightings.write([SightingNote(key, who, then, then, None, decision, "Door")])

    def test_what_is_too_old_is_forgotten_at_the_start(self, start, sightings, old):
        start(rules=RecordRules(kept=False))
        wait_until(lambda: len(recorded(sightings)) == 1)
        assert recorded(sightings)[0].person == "Ada"

    def test_a_new_choice_applies_at_once(self, start, sightings, old):
        forever = timedelta(days=3650)
        rules = RecordRules(kept=False, keep_people=forever, keep_strangers=forever)
        recorder = start(rules=rules)
        time.sleep(0.5)
        assert len(recorded(sightings)) == 4
        recorder.follow(RecordRules(kept=False, keep_strangers=forever))
        wait_until(lambda: len(recorded(sightings)) == 3)


KILLED = """
import sys
from pathlib import Path
from test_recorder import Session
from facedesk.gallery.sightings.record import Sightings
from facedesk.gallery.store import open_gallery
from facedesk.live.record_rules import RecordRules
from facedesk.live.recorder import Recorder

gallery = open_gallery(Path(sys.argv[1]))
recorder = Recorder(Session(), Sightings(gallery.database), RecordRules(), print, write_every_s=0.2)
recorder.start()
print("started", flush=True)
recorder._writing.join()
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
def test_killed_it_has_lost_the_last_moments_at_most(tmp_path):
    database = tmp_path / "gallery.sqlite3"
    folder = str(Path(__file__).parent)
    process = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(database)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": folder},
    )
    assert process.stdout.readline() == "started\n"
    time.sleep(2.0)
    killed_at = datetime.now(timezone.utc)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    process.stdout.close()
    gallery = open_gallery(database)
    (seen,) = recorded(Sightings(gallery.database))
    gallery.close()
    assert killed_at - seen.ended_at < timedelta(seconds=1)
    assert seen.length > timedelta(seconds=0.5)


def test_it_ends_at_once(start):
    recorder = start()
    before = time.monotonic()
    recorder.stop()
    assert time.monotonic() - before < 1
    assert not [t for t in threading.enumerate() if t.name in ("sightings", "record")]
