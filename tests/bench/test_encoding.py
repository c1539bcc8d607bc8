import numpy as np
import pytest

from facedesk import errors
from facedesk.bench import encoding, peers
from facedesk.bench.conditions import Conditions
from facedesk.bench.pictures import portraits
from facedesk.capture.photo_file import read_photo

OURS = ["encode_1", "template_1", "template_4", "template_photo"]


def figures(conditions):
    return {figure.name: figure for figure in encoding.figures(conditions)}


def test_encoding_is_measured_beside_the_peer_whose_outputs_are_the_same():
    pytest.importorskip("dlib")
    measured = figures(Conditions(repeats=3))
    assert list(measured) == [*OURS, "encode_1_dlib-bin", "encode_1_difference"]
    for name in [*OURS, "encode_1_dlib-bin"]:
        assert 0 < measured[name].low <= measured[name].median <= measured[name].high
    expected = measured["encode_1_dlib-bin"].median / measured["encode_1"].median
    assert measured["encode_1"].ratio == pytest.approx(expected)
    assert measured["encode_1"].peer == "dlib-bin"
    assert measured["encode_1_difference"].median < 1e-4


def test_without_the_peer_there_is_nothing_to_compare_with(monkeypatch):
    monkeypatch.setattr(peers, "find_spec", lambda name: None)
    measured = figures(Conditions(repeats=1))
    assert list(measured) == OURS
    assert {figure.ratio for figure in measured.values()} == {None}


def test_a_photo_without_a_face_is_refused(tmp_path):
    import cv2

    cv2.imwrite(str(tmp_path / "grey.png"), np.full((200, 200, 3), 128, np.uint8))
    with pytest.raises(errors.NoFace):
        figures(Conditions(photo=tmp_path / "grey.png"))


def test_the_portraits_are_those_of_packages_or_the_photo_given(tmp_path, astronaut, admiral):
    import cv2

    first, second = portraits()
    assert np.array_equal(first, astronaut)
    assert np.array_equal(second, admiral)
    cv2.imwrite(str(tmp_path / "own.png"), astronaut[:100])
    (own,) = portraits(tmp_path / "own.png")
    assert np.array_equal(own, read_photo(tmp_path / "own.png"))
