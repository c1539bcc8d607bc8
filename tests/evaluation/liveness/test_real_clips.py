"""Real clips are cut into faces; each is watched as it is, and played again as attacks."""

import numpy as np
import pytest

from facedesk.errors import FolderEmpty, NoFaceForSeconds
from facedesk.evaluation.liveness.real_clips import REPLAYS, watch_real_clips
from facedesk.evaluation.liveness.real_faces import clips_in, real_faces
from facedesk.liveness.made.kinds import ATTACKS
from facedesk.opencv import cv2

RATE = 6


def write_clip(path, pictures):
    size = pictures[0].shape[1::-1]
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"mp4v"), RATE, size)
    for picture in pictures:
        writer.write(np.ascontiguousarray(picture[:, :, ::-1]))
    writer.release()


def swaying(photo, count):
    """A photo that moves from side to side, 320 × 240."""
    small = cv2.resize(photo, (300, 300))
    return [small[20:260, x : x + 240] for x in 30 + np.rint(20 * np.sin(np.arange(count) / 3))
            .astype(int)]  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory, astronaut, admiral):
    """Eileen for four seconds, then Grace for half a one; and a text."""
    folder = tmp_path_factory.mktemp("clips")
    write_clip(folder / "cut.mp4", [*swaying(astronaut, 24), *swaying(admiral, 4)])
    (folder / "notes.txt").write_text("no clip")
    return folder


def test_only_what_moves_is_a_clip(folder):
    assert [path.name for path in clips_in(folder)] == ["cut.mp4"]


def test_a_face_is_cut_into_pieces_and_ends_where_the_clip_is_cut(folder, models):
    faces = list(real_faces(folder / "cut.mp4", models, 2.0))
    assert [len(face.clip.pictures) for face in faces] == [12, 12]
    assert len({face.source for face in faces}) == 1
    assert "cut.mp4" in faces[0].source
    assert faces[0].clip.landmarks.shape == (12, 5, 2)
    for face in faces:
        eyes = np.linalg.norm(face.clip.landmarks[:, 1] - face.clip.landmarks[:, 0], axis=1)
        assert eyes.max() < 1.2 * eyes.min()


def test_each_face_is_watched_as_it_is_and_attacked_in_every_way(folder, models, looks):
    watched = list(watch_real_clips(folder, 1, looks, models, 2.0))
    kinds = [each.kind for each in watched]
    assert kinds.count("live") == 2
    assert all(kinds.count(kind.value) == 2 * REPLAYS for kind in ATTACKS)
    assert all(each.attack == (each.kind != "live") for each in watched)
    assert len({each.source for each in watched}) == 1
    assert all(each.answers[-1][0] == pytest.approx(2.0) for each in watched)


def test_clips_without_anybody_are_said_to_be_so(tmp_path, models, looks):
    with pytest.raises(FolderEmpty):
        list(watch_real_clips(tmp_path, 1, looks, models, 2.0))
    write_clip(tmp_path / "wall.mp4", [np.full((120, 160, 3), 90, np.uint8)] * 20)
    with pytest.raises(NoFaceForSeconds):
        list(watch_real_clips(tmp_path, 1, looks, models, 2.0))
