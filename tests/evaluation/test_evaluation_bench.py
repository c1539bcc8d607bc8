import numpy as np
import pytest

from facedesk.evaluation import bench


def figures(models, image, repeats=2):
    return {figure.name: figure for figure in bench.run_bench(models, image, repeats)}


def test_detection_and_encoding_are_measured_beside_the_peer(models):
    pytest.importorskip("dlib")
    measured = figures(models, bench.sample_picture(), repeats=5)
    assert list(measured) == [
        "detect_640x480",
        "encode_1",
        "template_1",
        "template_4",
        "encode_1_dlib-bin",
    ]
    for figure in measured.values():
        assert 0 < figure.low <= figure.median <= figure.high
        assert figure.unit == "ms"
    assert measured["detect_640x480"].remark == "1 face"
    assert measured["encode_1"].peer == "dlib-bin"
    expected = measured["encode_1_dlib-bin"].median / measured["encode_1"].median
    assert measured["encode_1"].ratio == pytest.approx(expected)


def test_without_the_peer_there_is_nothing_to_compare_with(models, astronaut, monkeypatch):
    monkeypatch.setattr(bench, "find_spec", lambda name: None)
    measured = figures(models, astronaut)
    assert list(measured) == ["detect_640x480", "encode_1", "template_1", "template_4"]
    assert measured["encode_1"].peer is None
    assert measured["encode_1"].ratio is None


def test_a_picture_without_a_face_is_measured_and_says_so(models, monkeypatch):
    monkeypatch.setattr(bench, "find_spec", lambda name: None)
    measured = figures(models, bench.sample_picture())
    assert measured["detect_640x480"].remark == "no face in the picture"
    assert measured["encode_1"].median > 0


def test_several_faces_are_counted(models, astronaut):
    measured = figures(models, np.concatenate([astronaut, astronaut], axis=1), repeats=1)
    assert measured["detect_640x480"].remark == "2 faces"


@pytest.mark.parametrize("package", ["skimage", "matplotlib"])
def test_the_sample_is_a_portrait_where_a_package_has_one(models, monkeypatch, package):
    monkeypatch.setattr(bench, "find_spec", lambda name: name == package or None)
    assert len(models.detector.detect(bench.fitted(bench.sample_picture()), 60)) == 1


def test_the_sample_is_the_same_each_time(monkeypatch):
    monkeypatch.setattr(bench, "find_spec", lambda name: None)
    assert np.array_equal(bench.sample_picture(), bench.sample_picture())


@pytest.mark.parametrize("shape", [(480, 640), (1, 1), (4000, 30), (30, 4000), (600, 512)])
def test_any_picture_is_fitted_whole_into_the_frame(shape):
    frame = bench.fitted(np.full((*shape, 3), 255, np.uint8))
    assert frame.shape == (480, 640, 3)
    rows, columns = np.nonzero(frame[..., 0] == 255)
    height, width = np.ptp(rows) + 1, np.ptp(columns) + 1
    assert width == 640 or height == 480
    assert abs(rows.mean() - 239.5) <= 0.5
    assert abs(columns.mean() - 319.5) <= 0.5
