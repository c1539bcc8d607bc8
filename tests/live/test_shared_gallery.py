"""Two desks: who is enrolled at one is named at the other, with and without the server."""

import os
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import replace
from itertools import count

import numpy as np
import pytest
from cut_line import CutLine
from PIL import Image

from facedesk.capture.frame import Frame
from facedesk.database_address import read_address
from facedesk.gallery.enrolment import prepare_photo
from facedesk.gallery.sharing.shared_gallery import open_shared_gallery
from facedesk.live.engine import Engine
from facedesk.live.knowledge import load_knowledge
from facedesk.matching.decision import Answer


class Desk:
    """A desk whose camera shows one picture, a little differently each time."""

    def __init__(self, gallery, models, picture):
        self.gallery = gallery
        self._engine = Engine(models, load_knowledge(models.encoder.id), gallery)
        self._picture = picture
        self._numbers = count()

    def look(self):
        """Return the name that the next frame gives the face, None without."""
        number = next(self._numbers)
        image = np.roll(self._picture, (number % 9, number % 7), axis=(0, 1))
        time_s = time.monotonic()
        (face,) = self._engine.answer(Frame(image, number, time_s, time_s, 0)).faces
        known = face.decision is not None and face.decision.answer is Answer.KNOWN
        return face.decision.match.name if known else None

    def look_until(self, name, within_s=20.0):
        """Look until the face is called so; return how many seconds that took."""
        start = time.monotonic()
        while self.look() != name:
            assert time.monotonic() - start < within_s, f"nobody is called {name}"
        return time.monotonic() - start


@pytest.fixture
def address(shared_address):
    return read_address(shared_address)


@pytest.fixture
def line(postgresql):
    line = CutLine(postgresql.port)
    yield line
    line.close()


@pytest.fixture
def here(address, tmp_path):
    with closing(open_shared_gallery(address, tmp_path / "here")) as gallery:
        yield gallery


@pytest.fixture
def desk(address, line, tmp_path, models, astronaut):
    """A desk at the other end of the line, with Eileen Collins in front of it."""
    far = replace(address, port=line.port)
    with closing(open_shared_gallery(far, tmp_path / "there")) as gallery:
        yield Desk(gallery, models, astronaut)


def test_who_is_enrolled_at_one_desk_is_named_at_another_at_once(here, desk, models, astronaut):
    photo = prepare_photo(astronaut, models)
    desk.look_until(None)
    times = []
    for _ in range(3):
        eileen = here.enrol("Eileen Collins", photo)
        times.append(desk.look_until("Eileen Collins"))
        here.remove(eileen.id)
        desk.look_until(None)
    # A moment until the engine looks, and some frames, which take long on a busy computer.
    assert min(times) < 3


def test_recognition_goes_on_while_the_server_is_away(here, desk, line, models, astronaut):
    eileen = here.enrol("Eileen Collins", prepare_photo(astronaut, models))
    desk.look_until("Eileen Collins")
    line.cut()
    here.rename(eileen.id, "Eileen M. Collins")
    for _ in range(30):
        assert desk.look() == "Eileen Collins"
    assert not desk.gallery.reachable
    line.mend()
    desk.look_until("Eileen M. Collins")
    assert desk.gallery.reachable


def test_a_frame_does_not_wait_for_a_server_that_falls_silent(here, desk, line, models, astronaut):
    here.enrol("Eileen Collins", prepare_photo(astronaut, models))
    desk.look_until("Eileen Collins")
    line.hold()
    times = []
    for _ in range(30):
        start = time.monotonic()
        assert desk.look() == "Eileen Collins"
        times.append(time.monotonic() - start)
    assert max(times) < 8  # a question to the server would take for ever
    line.mend()


def test_a_command_at_another_desk_enrols_for_all(desk, address, tmp_path, astronaut):
    photo = tmp_path / "eileen.png"
    Image.fromarray(astronaut).save(photo)
    home = {"FACEDESK_HOME": str(tmp_path / "command"), "FACEDESK_DATABASE": address.url}
    command = [sys.executable, "-m", "facedesk", "enroll", "Eileen Collins", str(photo)]
    ran = subprocess.run(
        command, env={**os.environ, **home}, capture_output=True, text=True, check=False
    )
    assert (ran.returncode, ran.stdout) == (0, "Eileen Collins is enrolled.\n"), ran.stderr
    assert address.password not in ran.stderr
    desk.look_until("Eileen Collins")
    log = tmp_path / "command" / "logs" / "facedesk.log"
    assert not log.exists() or address.password not in log.read_text()
