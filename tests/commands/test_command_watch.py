import numpy as np
import pytest
from PIL import Image

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
