"""facedesk liveness: whether each face of a source is alive."""

import numpy as np
import pytest
from plain_looks import Looks

from facedesk import settings
from facedesk.errors import ResourceMissing
from facedesk.opencv import cv2


@pytest.fixture
def looks(monkeypatch):
    looks = Looks()
    monkeypatch.setattr("facedesk.live.track_liveness.load_networks", lambda: looks)
    return looks


@pytest.fixture
def clip_of(tmp_path):
    def write(image):
        """More than three seconds of a picture that drifts a little."""
        path = tmp_path / "clip.avi"
        size = (image.shape[1], image.shape[0])
        writer = cv2.VideoWriter(str(path), cv2.VideoWriter_fourcc(*"MJPG"), 12, size)
        for i in range(40):
            writer.write(np.roll(image, i % 9, axis=0)[:, :, ::-1])
        writer.release()
        return path

    return write


def test_a_live_face_is_told_with_all_that_says_so(facedesk, looks, clip_of, astronaut):
    done = facedesk("liveness", "--source", clip_of(astronaut // 2), "--json")
    assert done.status == 0
    (line,) = done.lines
    assert (line["track"], line["liveness"], line["doubt"]) == (1, "live", None)
    assert line["flat_log_odds"] < 0
    assert line["seconds"] == pytest.approx(3.3, abs=0.2)
    assert line["frames"] == 40
    assert [each["look"] for each in line["evidence"]] == ["geometry", "clip", "signals"]


def test_a_flat_one_is_a_no(facedesk, looks, clip_of, astronaut):
    done = facedesk("liveness", "--source", clip_of(astronaut // 2 + 128))
    assert done.status == 1
    assert "face 1: flat, watched for" in done.out


def test_who_is_seen_too_briefly_is_nothing_that_one_could_be_sure_of(facedesk, looks, photos):
    done = facedesk("liveness", "--source", photos / "eileen.jpg", "--json")
    assert done.status == 1
    assert [(line["liveness"], line["doubt"]) for line in done.lines] == [("not sure", "short")]


def test_what_is_missing_is_said_and_the_rest_works(facedesk, looks, photos, monkeypatch):
    looks.problems = (ResourceMissing(name="models/liveness_clip.safetensors"),)
    done = facedesk("liveness", "--source", photos / "eileen.jpg")
    assert "models/liveness_clip.safetensors" in done.err
    assert "face 1" in done.out


def test_where_it_is_required_watch_keeps_no_sighting_of_a_picture(
    facedesk, looks, clip_of, astronaut, tmp_path
):
    home = tmp_path / "home"
    home.mkdir()
    chosen = settings.load(home / "settings.json")
    chosen.set("liveness.mode", "required")
    chosen.save()
    clip = clip_of(astronaut // 2 + 128)
    lines = facedesk("--data-dir", home, "watch", "--source", clip, "--json").lines
    assert [list(line) for line in lines] == [["summary"]]
