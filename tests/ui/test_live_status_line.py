import pytest
from live_stage import CAMERA, LOADING, READY, VIDEO, running

from facedesk import errors
from facedesk.capture.camera_mode import CameraMode
from facedesk.capture.capture_status import CaptureState, CaptureStatus
from facedesk.capture.source import Source, SourceKind
from facedesk.live.session import EngineState, EngineStatus
from facedesk.ui.widgets.status_line import StatusLine

ADDRESS = Source(SourceKind.ADDRESS, "rtsp://ada:secret@door.local/1", "rtsp://door.local")
FOLDER = Source(SourceKind.FOLDER, "/pictures", "pictures")


def status(state, source=CAMERA, error=None):
    return CaptureStatus(state, source, error)


@pytest.fixture
def line(qtbot):
    widget = StatusLine()
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.mark.parametrize(
    ("source", "engine", "count", "words"),
    [
        (status(CaptureState.STOPPED, None), READY, 0, "Nothing is open."),
        (status(CaptureState.OPENING), LOADING, 0, "Opening Desk camera…"),
        (running(), LOADING, 0, "Getting ready to recognise faces…"),
        (running(), READY, 0, "Running. Nobody is in view."),
        (running(), READY, 1, "Running. One person is in view."),
        (running(), READY, 3, "Running. 3 people are in view."),
        (
            status(CaptureState.LOST, error=errors.CameraLost(source="Desk camera")),
            READY,
            0,
            "Desk camera stopped sending pictures. Trying again…",
        ),
        (status(CaptureState.ENDED, VIDEO), READY, 2, "The video has ended."),
        (status(CaptureState.ENDED, FOLDER), READY, 0, "All pictures have been shown."),
        (
            status(CaptureState.FAILED, error=errors.CameraBusy(source="Desk camera")),
            READY,
            0,
            "Desk camera gives no picture. Close other programs that use it. Trying again…",
        ),
        (
            status(CaptureState.FAILED, ADDRESS, errors.AddressUnreachable(source=ADDRESS.label)),
            READY,
            0,
            "rtsp://door.local does not answer. Check the address and the network.",
        ),
        (
            status(CaptureState.DEGRADED, error=errors.PictureBlack(source="Desk camera")),
            READY,
            0,
            "Desk camera shows only black. Open its cover, and check that it may be used.",
        ),
        (
            CaptureStatus(CaptureState.RUNNING, CAMERA, given=CameraMode(640, 480, 15)),
            READY,
            1,
            "Running. One person is in view. The camera gives 640 × 480 at 15 pictures per second.",
        ),
        (
            running(),
            EngineStatus(EngineState.FAILED, errors.WeightsError()),
            0,
            "The face models can't be loaded.",
        ),
        (
            running(),
            EngineStatus(EngineState.READY, errors.StorageError()),
            1,
            "The gallery can't be read or written. The log has the details.",
        ),
    ],
)
def test_each_state_has_its_sentence(line, source, engine, count, words):
    line.show_status(source, engine, count)
    assert line.words.text() == words


def test_a_video_that_has_ended_can_be_played_again(line, qtbot):
    line.show_status(running(VIDEO), READY, 0)
    assert not line.again.isVisible()
    line.show_status(status(CaptureState.ENDED, VIDEO), READY, 0)
    assert line.again.isVisible()
    with qtbot.waitSignal(line.again_wanted):
        line.again.click()


@pytest.mark.parametrize("state", list(CaptureState))
def test_only_waiting_can_be_cancelled(line, qtbot, state):
    trouble = state in (CaptureState.DEGRADED, CaptureState.LOST, CaptureState.FAILED)
    error = errors.CameraLost(source="Desk camera") if trouble else None
    source = VIDEO if state is CaptureState.ENDED else CAMERA
    line.show_status(status(state, source, error), READY, 0)
    waiting = state in (CaptureState.OPENING, CaptureState.LOST)
    assert line.stop.isVisible() == waiting
    if waiting:
        with qtbot.waitSignal(line.stop_wanted):
            line.stop.click()


def test_trouble_has_an_icon_of_its_own(line):
    line.show_status(running(), READY, 0)
    fine = line.mark.grab().toImage()
    error = errors.CameraLost(source="Desk camera")
    line.show_status(status(CaptureState.DEGRADED, error=error), READY, 0)
    assert line.mark.grab().toImage() != fine


def test_a_long_error_is_not_cut_off(line):
    line.resize(300, 32)
    error = errors.GalleryDamaged(path="/home/ada/.local/share/facedesk/gallery.db")
    line.show_status(running(), EngineStatus(EngineState.READY, error), 0)
    line.adjustSize()
    needed = line.words.heightForWidth(line.words.width())
    assert line.words.height() >= needed
