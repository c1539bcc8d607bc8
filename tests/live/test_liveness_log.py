"""What was said about each face, collected from view to view."""

import numpy as np

from facedesk.capture.frame import Frame
from facedesk.live.liveness_log import LivenessLog
from facedesk.live.view import LiveView, SeenFace
from facedesk.liveness.answer import Doubt, Liveness, LivenessAnswer
from facedesk.vision.detection import Detection
from facedesk.vision.quality import Quality

GOOD = Quality(eye_distance=60, sharpness=0.1, brightness=130, yaw=0, pitch=0, inside=1)
DETECTION = Detection(np.zeros(4, np.float32), np.zeros((5, 2), np.float32), 1.0)
LIVE, FLAT = (LivenessAnswer(word, (), 4.0) for word in (Liveness.LIVE, Liveness.FLAT))
NOT_SURE = LivenessAnswer(Liveness.NOT_SURE, (), 1.0, doubt=Doubt.SHORT)


def view(number, scene=0, **answers):
    """A view of faces by the names of their tracks: a1=LIVE."""
    frame = Frame(np.zeros((4, 4, 3), np.uint8), number, number / 10, number / 10, scene)
    faces = (
        SeenFace(int(name[1:]), DETECTION, GOOD, None, None, answer)
        for name, answer in answers.items()
    )
    return LiveView(frame, tuple(faces))


def judged(*views):
    log = LivenessLog()
    ended = [face for seen in views for face in log.observe(seen)]
    return ended, list(log.finish())


def test_a_face_is_told_as_it_leaves_with_its_last_answer():
    views = [view(0, a1=NOT_SURE), view(1, a1=LIVE), view(2, a1=FLAT), view(3)]
    ((face,), left) = judged(*views)
    assert (face.track_id, face.frames, face.start_s, face.end_s) == (1, 3, 0.0, 0.2)
    assert face.answer is FLAT
    assert left == []


def test_what_was_sure_is_not_forgotten_for_what_is_not():
    _, (face,) = judged(view(0, a1=LIVE), view(1, a1=NOT_SURE), view(2, a1=NOT_SURE))
    assert face.answer is LIVE


def test_faces_that_are_there_in_the_end_are_told_then():
    ended, left = judged(*(view(i, a1=LIVE, a2=FLAT) for i in range(4)))
    assert ended == []
    assert [face.answer for face in left] == [LIVE, FLAT]


def test_another_scene_has_other_faces():
    ended, left = judged(*(view(i, scene=i // 3, a1=LIVE) for i in range(6)))
    assert (len(ended), len(left)) == (1, 1)


def test_a_flicker_and_a_face_that_nobody_asked_about_are_left_out():
    assert judged(view(0, a1=LIVE), view(1, a1=LIVE), view(2)) == ([], [])
    assert judged(*(view(i, a1=None) for i in range(5))) == ([], [])
