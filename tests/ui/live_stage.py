"""A stage for tests of the Live page: faces, views, and a session that does what it is told."""

from types import SimpleNamespace

import numpy as np

from facedesk import settings
from facedesk.capture.capture_status import CaptureState, CaptureStatus
from facedesk.capture.frame import Frame
from facedesk.capture.source import Source, SourceKind
from facedesk.live.liveness_mode import LivenessMode
from facedesk.live.session import EngineState, EngineStatus
from facedesk.live.view import LiveView, SeenFace
from facedesk.liveness.answer import Doubt, Evidence, Liveness, LivenessAnswer, Look
from facedesk.matching.decision import Answer, Decision, Match
from facedesk.paths import Paths, prepare
from facedesk.ui.context import AppContext
from facedesk.ui.messages import Messages
from facedesk.ui.tasks import TaskRunner
from facedesk.vision.detection import Detection
from facedesk.vision.quality import Quality
from facedesk.vision.shot import Shot

CAMERA = Source(SourceKind.CAMERA, "Desk camera", "Desk camera")
VIDEO = Source(SourceKind.VIDEO, "/films/visit.mp4", "visit.mp4")
READY = EngineStatus(EngineState.READY)
LOADING = EngineStatus(EngineState.LOADING)
GOOD = Quality(eye_distance=60, sharpness=0.1, brightness=130, yaw=0, pitch=0, inside=1)
POOR = Quality(eye_distance=10, sharpness=0.1, brightness=130, yaw=0, pitch=0, inside=1)


def picture(width=640, height=480, grey=90):
    image = np.full((height, width, 3), grey, np.uint8)
    image.setflags(write=False)
    return image


def frame(image=None, number=0, scene=0):
    return Frame(picture() if image is None else image, number, number / 30, number / 30, scene)


def detection(box):
    x1, y1, x2, y2 = box
    shares = np.array([[0.3, 0.4], [0.7, 0.4], [0.5, 0.6], [0.35, 0.8], [0.65, 0.8]], np.float32)
    landmarks = shares * np.float32([x2 - x1, y2 - y1]) + np.float32([x1, y1])
    return Detection(np.array(box, np.float32), landmarks, 0.99)


def face(
    track_id=1, answer=None, name="Ada", box=(200, 120, 300, 250), quality=GOOD, shot=None,
    liveness=None, withheld=False, signals=None,
):  # fmt: skip
    """A face; answer None: not decided yet."""
    decision = None
    if answer is not None:
        match = Match(7, name, 4.2, 0.3) if answer is not Answer.UNKNOWN else None
        decision = Decision(answer, match, None)
    seen = (detection(box), quality, decision, shot, liveness, withheld, signals)
    return SeenFace(track_id, *seen)


def said_to_be(liveness, doubt=None, flat=-3.0):
    """An answer about a face that was watched for some seconds."""
    evidence = Evidence(Look.GEOMETRY, flat, 1.0, {"turned_degrees": 14.0})
    return LivenessAnswer(liveness, (evidence,), 4.0, flat, doubt)


LIVE = said_to_be(Liveness.LIVE)
FLAT = said_to_be(Liveness.FLAT, flat=3.0)
NOT_SURE = said_to_be(Liveness.NOT_SURE, Doubt.STILL, flat=None)


def shot(quality=GOOD, image=None, box=(200, 120, 300, 250)):
    return Shot(picture() if image is None else image, detection(box), quality)


def known(track_id=1, name="Ada", **more):
    return face(track_id, Answer.KNOWN, name, **more)


def unsure(track_id=1, name="Ada", **more):
    return face(track_id, Answer.UNSURE, name, **more)


def unknown(track_id=1, **more):
    return face(track_id, Answer.UNKNOWN, **more)


def view(*faces, of=None):
    return LiveView(of or frame(), faces)


def running(source=CAMERA):
    return CaptureStatus(CaptureState.RUNNING, source)


class StageSession:
    """Speaks like a LiveSession."""

    def __init__(self):
        self.status = CaptureStatus(CaptureState.STOPPED)
        self.engine = READY
        self.newest_frame = None
        self.newest_view = None
        self.models = object()
        self.knowledge = None
        self.fpir = 0.01
        self.liveness_mode = LivenessMode.SHOW
        self.liveness_problems = ()
        self.answered = 0
        self.skipped = 0
        self.opened = []

    def watch_liveness(self, mode):
        self.liveness_mode = mode

    def open(self, source):
        self.opened.append(source)
        self.newest_frame = self.newest_view = None
        self.status = CaptureStatus(CaptureState.OPENING, source)

    def close_source(self):
        self.newest_frame = self.newest_view = None
        self.status = CaptureStatus(CaptureState.STOPPED)

    def play(self, *faces, source=CAMERA, number=0, scene=0):
        """Show a picture with these faces."""
        self.status = running(source)
        self.newest_frame = frame(number=number, scene=scene)
        self.newest_view = view(*faces, of=self.newest_frame)


def stage(folder, gallery=None, session=None):
    """The context of a page, with everything that was said in `said`."""
    paths = Paths(folder)
    prepare(paths)
    messages = Messages()
    said = []
    messages.posted.connect(said.append)
    session = session or StageSession()
    context = AppContext(
        paths, settings.load(paths.settings), gallery, session, TaskRunner(messages), messages
    )
    return SimpleNamespace(context=context, session=session, said=said)
