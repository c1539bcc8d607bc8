"""What the source and the models are doing, in one sentence."""

from PySide6.QtCore import QCoreApplication

from facedesk.capture.camera_mode import CameraMode
from facedesk.capture.capture_status import CaptureState, CaptureStatus
from facedesk.capture.source import SourceKind
from facedesk.live.session import EngineState, EngineStatus
from facedesk.ui.messages import error_text


def status_words(status: CaptureStatus, engine: EngineStatus, count: int) -> str:
    """Return the sentence below the picture. count: of the faces in view."""
    if status.error is not None:
        return trouble_words(status)
    if status.state is CaptureState.STOPPED:
        return QCoreApplication.translate("Live", "Nothing is open.")
    if status.state is CaptureState.OPENING:
        words = QCoreApplication.translate("Live", "Opening {name}…")
        return words.format(name=status.source.label)
    if status.state is CaptureState.ENDED:
        return _ended_words(status.source.kind)
    if engine.error is not None:
        return error_text(engine.error)
    if engine.state is EngineState.LOADING:
        return QCoreApplication.translate("Live", "Getting ready to recognise faces…")
    if status.given is not None:
        return f"{_count_words(count)} {_given_words(status.given)}"
    return _count_words(count)


def trouble_words(status: CaptureStatus) -> str:
    """Return what is wrong with the source, and whether it is tried again."""
    words = error_text(status.error)
    if status.tried_again:
        again = QCoreApplication.translate("Live", "Trying again…")
        return f"{words} {again}"
    return words


def _ended_words(kind: SourceKind) -> str:
    if kind is SourceKind.FOLDER:
        return QCoreApplication.translate("Live", "All pictures have been shown.")
    return QCoreApplication.translate("Live", "The video has ended.")


def _given_words(given: CameraMode) -> str:
    words = QCoreApplication.translate(
        "Live", "The camera gives {width} × {height} at {rate} pictures per second."
    )
    return words.format(width=given.width, height=given.height, rate=given.rate)


def _count_words(count: int) -> str:
    if count == 0:
        return QCoreApplication.translate("Live", "Running. Nobody is in view.")
    if count == 1:
        return QCoreApplication.translate("Live", "Running. One person is in view.")
    words = QCoreApplication.translate("Live", "Running. {count} people are in view.")
    return words.format(count=count)
