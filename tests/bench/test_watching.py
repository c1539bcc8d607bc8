from facedesk.bench import watching
from facedesk.bench.conditions import Conditions


def test_watching_a_face_is_measured_picture_by_picture():
    mean, longest = watching.figures(Conditions(repeats=2))
    assert (mean.name, longest.name) == ("liveness_1280x720", "liveness_longest")
    assert 0 < mean.median < longest.median
    assert "for each picture and face" in mean.remark
