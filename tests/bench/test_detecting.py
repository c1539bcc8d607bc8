import numpy as np
import pytest

from facedesk import errors
from facedesk.bench import detecting, peers, tracking
from facedesk.bench.conditions import Conditions
from facedesk.bench.figure import Figure
from facedesk.vision.boxes import overlaps


@pytest.fixture
def small(monkeypatch):
    """One small size in place of three: the jobs are the same."""
    monkeypatch.setattr(detecting, "SIZES", ((320, 240),))


def test_detection_is_measured_with_none_one_and_more_faces(small, monkeypatch):
    monkeypatch.setattr(peers, "find_spec", lambda name: None)
    measured = list(detecting.figures(Conditions(repeats=1)))
    assert [(figure.name, figure.remark) for figure in measured] == [
        ("detect_320x240", "1 face found"),
        ("detect_320x240_no_face", "0 faces found"),
        ("detect_320x240_4_faces", "4 faces found"),
        ("detect_320x240_10_faces", "10 faces found"),
    ]
    assert all(figure.median > 0 and figure.ratio is None for figure in measured)


def test_the_peers_are_measured_in_the_same_run(small, shared):
    pytest.importorskip("dlib")
    yunet = shared / "models" / "yunet_n_dynamic.onnx"
    measured = {f.name: f for f in detecting.figures(Conditions(repeats=2, yunet=yunet))}
    ours, peer = measured["detect_320x240"], measured["detect_320x240_YuNet"]
    assert (ours.peer, peer.peer) == ("YuNet", None)
    assert ours.ratio == pytest.approx(peer.median / ours.median)
    assert peer.remark == "1 face found"
    assert "detect_320x240_dlib-bin" in measured


def test_all_detectors_find_the_same_face(models, astronaut, shared):
    pytest.importorskip("dlib")
    ours = models.detector.detect(astronaut, 60)[0].box[None]
    yunet = peers.yunet_detector(shared / "models" / "yunet_n_dynamic.onnx")
    for detect in (yunet, peers.dlib_detector()):
        boxes = detect(astronaut)
        assert boxes.shape == (1, 4)
        assert overlaps(ours, boxes).item() > 0.5
        assert detect(np.zeros((100, 100, 3), np.uint8)).shape == (0, 4)


def test_weights_that_are_none_are_refused(tmp_path, capfd):
    (tmp_path / "none.onnx").write_bytes(b"no weights")
    with pytest.raises(errors.FileUnreadable) as caught:
        peers.yunet_detector(tmp_path / "none.onnx")
    assert caught.value.details == {"source": "none.onnx"}


def test_following_is_measured_and_says_whether_it_succeeded():
    measured = list(tracking.figures(Conditions(repeats=4)))
    assert [figure.name for figure in measured] == [
        "track_640x480",
        "track_640x480_4_faces",
        "track_1280x720",
    ]
    assert measured[0].remark == "7 of 7 frames followed, 1 in each"
    assert all(isinstance(figure, Figure) and figure.median > 0 for figure in measured)
