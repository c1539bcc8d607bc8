import csv
import signal
import sys
import time
from types import SimpleNamespace

import cv2_enumerate_cameras
import numpy as np
import pytest
from PIL import Image

from facedesk import paths, settings
from facedesk.live.sightings import Sighting
from facedesk.opencv import cv2


@pytest.fixture
def clip(tmp_path, astronaut, admiral):
    """Two seconds in which Eileen and Grace are seen side by side, drifting a little."""
    path = tmp_path / "clip.mp4"
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter_fourcc(*"mp4v"), 15, (1024, 512))
    both = np.concatenate([astronaut, admiral[:512]], axis=1)
    for i in range(30):
        writer.write(np.roll(both, (i, i), axis=(0, 1))[:, :, ::-1])
    writer.release()
    return path


def test_times_are_those_of_a_clock(facedesk, photos, monkeypatch):
    seen = [Sighting(None, 0.0, 59.97, 9, None), Sighting(None, 61.04, 3600.0, 9, None)]
    monkeypatch.setattr("facedesk.live.watch.watch", lambda *_: iter(seen))
    lines = facedesk("watch", "--source", photos / "eileen.jpg").out.splitlines()
    assert lines == [
        "00:00.0 – 01:00.0  someone unknown",
        "01:01.0 – 60:00.0  someone unknown",
    ]


def test_who_is_seen_from_when_to_when(facedesk, photos, clip):
    facedesk("enroll", "Eileen", photos / "eileen.jpg")
    done = facedesk("watch", "--source", clip, "--json")
    assert done.status == 0
    *sightings, last = done.lines
    assert {line["person"] for line in sightings} == {"Eileen", None}
    eileen = next(line for line in sightings if line["person"])
    assert eileen["start_s"] < 0.7
    assert eileen["end_s"] > 1.7
    assert eileen["frames"] > 15
    assert last["summary"]["frames"] == 30
    assert last["summary"]["answered"] == 30
    assert last["summary"]["skipped"] == 0
    assert last["summary"]["frames_per_second"] > 0


def test_who_is_seen_when_can_be_written_into_a_table(facedesk, photos, clip, tmp_path):
    facedesk("enroll", "Eileen", photos / "eileen.jpg")
    done = facedesk("watch", "--source", clip, "--csv", tmp_path / "seen.csv", "--json")
    assert done.status == 0
    with (tmp_path / "seen.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == ["person", "from", "to", "seconds", "score"]
    assert {row["person"] for row in rows} == {"Eileen", "Stranger 1"}
    told = [(line["start_s"], line["end_s"]) for line in done.lines[:-1]]
    assert sorted((float(row["from"]), float(row["to"])) for row in rows) == sorted(told)


def test_a_table_that_can_not_be_written_is_said_before_anything_is_watched(
    facedesk, clip, tmp_path
):
    done = facedesk("watch", "--source", clip, "--csv", tmp_path / "nowhere" / "seen.csv")
    assert done.status == 1
    assert "seen.csv can't be written" in done.err
    assert done.out == ""


def test_in_words(facedesk, clip):
    done = facedesk("watch", "--source", clip)
    assert "someone unknown" in done.out
    assert "30 frames, 30 answered, 0 skipped" in done.out


def test_a_folder_of_pictures_is_a_source_too(facedesk, photos):
    facedesk("enroll", "Grace", photos / "grace.jpg")
    lines = facedesk("watch", "--source", photos, "--json").lines
    assert "Grace" in {line.get("person") for line in lines}


@pytest.mark.parametrize("name", ["nowhere.mp4", "text.mp4"])
def test_a_source_that_can_not_be_played_is_one_sentence(facedesk, tmp_path, name):
    (tmp_path / "text.mp4").write_text("no video")
    done = facedesk("watch", "--source", tmp_path / name)
    assert done.status == 1
    assert done.err.startswith("facedesk: ")
    assert done.err.count("\n") == 1


def test_a_single_picture_ends_after_it_was_looked_at(facedesk, photos):
    facedesk("enroll", "Grace", photos / "grace.jpg")
    done = facedesk("watch", "--source", photos / "grace.jpg", "--json")
    assert done.status == 0
    assert done.lines[0]["person"] == "Grace"


def test_a_source_is_needed(facedesk):
    assert facedesk("watch").status == 2


def test_animations_are_played_like_videos(facedesk, photos, tmp_path, astronaut):
    pictures = [Image.fromarray(np.roll(astronaut, 2 * i, axis=1)) for i in range(12)]
    pictures[0].save(tmp_path / "a.gif", save_all=True, append_images=pictures[1:], duration=100)
    facedesk("enroll", "Eileen", photos / "eileen.jpg")
    lines = facedesk("watch", "--source", tmp_path / "a.gif", "--json").lines
    assert lines[0]["person"] == "Eileen"


# A camera ---------------------------------------------------------------------------------------


class DeskCamera:
    """As much of cv2.VideoCapture as a camera needs. It looks at a picture, a little noisy.

    After a number of pictures it presses Ctrl+C.
    """

    def __init__(self, image, pictures):
        self.image = image
        self.left = pictures
        self.lost = ()
        self.interval_s = 0.03
        self.asked = {}
        self.noise = np.random.default_rng(3)

    def __call__(self, index, backend, parameters):
        self.index = index
        return self

    def isOpened(self):
        return self.image is not None

    def read(self):
        if self.image is None:
            return False, None
        self.left -= 1
        if self.left in self.lost:
            return False, None
        if self.left == 0:
            signal.raise_signal(signal.SIGINT)
        time.sleep(self.interval_s)
        noise = self.noise.integers(0, 3, self.image.shape, np.uint8)
        return True, (np.minimum(self.image, 252) + noise)[:, :, ::-1]

    def set(self, property_id, value):
        self.asked[property_id] = value
        return True

    def get(self, property_id):
        return self.asked.get(property_id, 0.0)

    def release(self):
        pass


@pytest.fixture
def plug_in(monkeypatch):
    """Connect a camera that sees this; None: another program has it. Returns the camera."""

    def plug_in(image, pictures=60):
        camera = DeskCamera(image, pictures)
        found = [SimpleNamespace(name="Desk camera", index=2)]
        monkeypatch.setattr(sys, "platform", "linux")
        monkeypatch.setattr(cv2_enumerate_cameras, "enumerate_cameras", lambda backend: found)
        monkeypatch.setattr(cv2, "VideoCapture", camera)
        return camera

    return plug_in


def test_a_camera_is_watched_in_the_mode_chosen_for_it_until_ctrl_c(
    facedesk, photos, plug_in, astronaut
):
    facedesk("enroll", "Eileen", photos / "eileen.jpg")
    chosen = settings.load(paths.default_paths().settings)
    chosen.set("camera.resolution", "640x480")
    chosen.camera = "Desk camera"
    chosen.set("camera.resolution", "1920x1080")
    chosen.set("camera.rate", "15")
    chosen.save()
    camera = plug_in(astronaut, pictures=40)
    camera.interval_s = 0.15  # slow enough for a busy computer to answer most of them
    done = facedesk("watch", "--source", "desk camera", "--json")
    assert done.status == 0
    assert camera.index == 2
    assert camera.asked == {
        cv2.CAP_PROP_FOURCC: cv2.VideoWriter.fourcc(*"MJPG"),
        cv2.CAP_PROP_FRAME_WIDTH: 1920,
        cv2.CAP_PROP_FRAME_HEIGHT: 1080,
        cv2.CAP_PROP_FPS: 15,
    }
    *sightings, last = done.lines
    assert "Eileen" in {line["person"] for line in sightings}
    assert last["summary"]["answered"] > 0


def test_a_camera_that_is_lost_and_comes_back_is_said_once_and_watched_on(facedesk, plug_in):
    camera = plug_in(np.full((48, 64, 3), 90, np.uint8))
    camera.lost = range(30, 40)
    done = facedesk("watch", "--source", "Desk camera", "--json")
    assert done.status == 0
    assert done.err == "facedesk: Desk camera stopped sending pictures.\n"
    assert done.lines[-1]["summary"]["frames"] > 30


def test_a_camera_that_another_program_uses_is_one_sentence(facedesk, plug_in):
    plug_in(None)
    done = facedesk("watch", "--source", "Desk camera")
    assert done.status == 1
    assert done.err == (
        "facedesk: Desk camera gives no picture. Close other programs that use it.\n"
    )


def test_the_password_of_an_address_is_never_told(facedesk):
    done = facedesk("watch", "--source", "rtsp://ada:open-sesame@127.0.0.1:1/live?key=open-sesame")
    assert done.status == 1
    assert "rtsp://127.0.0.1:1 does not answer" in done.err
    logs = [path.read_text() for path in paths.default_paths().logs.iterdir()]
    assert logs
    for text in (done.out, done.err, *logs):
        assert "open-sesame" not in text
