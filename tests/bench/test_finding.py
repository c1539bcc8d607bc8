import numpy as np

from facedesk.bench import finding
from facedesk.bench.clip import write_clip
from facedesk.bench.conditions import Conditions
from facedesk.bench.pictures import backdrop, group, heads, portraits

BOX = np.array([[10.0, 10.0, 50.0, 50.0]])


def test_boxes_that_overlap_mean_the_same_face():
    assert finding.same_faces(BOX, BOX + 10) == 1
    assert finding.same_faces(BOX, BOX + 30) == 0
    assert finding.same_faces(BOX, np.zeros((0, 4))) == 0


def test_a_box_means_one_face_at_most():
    assert finding.same_faces(np.concatenate([BOX, BOX]), BOX) == 1


def test_faces_are_counted_by_who_found_them(models, tmp_path, shared):
    faces = heads(portraits(), models)
    clip = tmp_path / "clip.avi"
    write_clip(iter([group(faces, 4, 640, 480), backdrop(640, 480)]), clip)
    yunet = shared / "models" / "yunet_n_dynamic.onnx"
    measured = list(finding.figures(Conditions(yunet=yunet, clips=(clip,))))
    assert [(figure.name, figure.median, figure.remark) for figure in measured] == [
        ("find_both", 4, "clip.avi, 2 pictures"),
        ("find_only_facedesk", 0, "clip.avi, 2 pictures"),
        ("find_only_YuNet", 0, "clip.avi, 2 pictures"),
    ]


def test_without_the_peer_there_is_nothing_to_compare(tmp_path):
    assert list(finding.figures(Conditions(clips=(tmp_path / "clip.avi",)))) == []
