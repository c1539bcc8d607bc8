"""Starts the application and ends it in good order."""

import logging
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QMessageBox

from facedesk import __version__, paths, resources, settings
from facedesk.capture.capture_thread import CaptureThread
from facedesk.capture.reader import reader_opener
from facedesk.capture.source import Source, SourceKind
from facedesk.encoder.registry import chosen_models
from facedesk.errors import FacedeskError
from facedesk.gallery.opening import note_consent_of_new
from facedesk.gallery.store import Gallery
from facedesk.live.liveness_mode import LivenessMode
from facedesk.live.record_rules import record_rules
from facedesk.live.session import EngineState, LiveSession
from facedesk.log_file import logging_to
from facedesk.paths import Paths
from facedesk.screen import screen
from facedesk.settings import Settings
from facedesk.ui.chosen_gallery import chosen_gallery
from facedesk.ui.context import AppContext
from facedesk.ui.garbage import garbage_collected_here
from facedesk.ui.imports import import_without_reading_sources
from facedesk.ui.main_window import MainWindow
from facedesk.ui.messages import Level, Messages, error_text
from facedesk.ui.recording import recording
from facedesk.ui.single_window import only_window_on
from facedesk.ui.tasks import TaskRunner
from facedesk.ui.theme import Theme
from facedesk.ui.translation import translated
from facedesk.ui.unhandled import unhandled_errors_told

_log = logging.getLogger(__name__)
_LISTEN_EVERY_MS = 250
_PAINTED_MS = 150
_SWITCH_S = 0.0002
_ASKED_AT_OPENING = frozenset({"camera.resolution", "camera.rate"})


def run(
    places: Paths,
    source: Source | None = None,
    once_shown: Callable[[MainWindow], None] = lambda _window: None,
) -> int:
    """Open the window, on a source if one is given, and return when it has been closed.

    once_shown: called with the window. Raises NoScreen, and StorageError when the user's data can't
    be opened, after telling so.
    """
    import_without_reading_sources()
    with screen():
        app = _application()
    with translated(app):
        try:
            paths.prepare(places)
            return _run(app, places, source, once_shown)
        except FacedeskError as error:
            _explain(error)
            raise


def _run(
    app: QApplication,
    places: Paths,
    source: Source | None,
    once_shown: Callable[[MainWindow], None],
) -> int:
    with ExitStack() as stack:
        stack.enter_context(logging_to(places.logs))
        messages = Messages()
        stack.enter_context(unhandled_errors_told(messages))
        _log.info("facedesk %s starts", __version__)
        chosen = settings.load(places.settings)
        theme = Theme(app, chosen.get("appearance.theme"))
        stack.enter_context(only_window_on(places.home))
        stack.enter_context(_closing_on_signals(app))
        gallery = chosen_gallery(places, chosen)
        if gallery is None:
            return 0
        stack.callback(gallery.close)
        capture = CaptureThread(reader_opener(chosen))
        session = LiveSession(gallery, capture, chosen_models(places, chosen))
        stack.enter_context(garbage_collected_here(lambda: _has_loaded(session)))
        stack.enter_context(_threads_taking_short_turns())
        _apply(chosen, theme, session, gallery)
        stack.callback(session.stop)
        recorder = stack.enter_context(recording(session, gallery, chosen, messages))
        tasks = TaskRunner(messages)
        stack.callback(tasks.stop)
        if source is not None:
            session.open(source)
        window = MainWindow(AppContext(places, chosen, gallery, session, tasks, messages))
        stack.callback(window.deleteLater)
        window.setting_changed.connect(lambda _: _apply(chosen, theme, session, gallery))
        window.setting_changed.connect(lambda _: recorder.follow(record_rules(chosen)))
        window.setting_changed.connect(lambda key: _ask_camera_again(key, session))
        window.show()
        if paths.others_may_look_into(places.home):
            _warn_of_others(places, messages)
        once_shown(window)
        # Importing torch holds up all threads for a while: first let the window be painted.
        painted = QTimer(singleShot=True, interval=_PAINTED_MS)
        painted.timeout.connect(session.start)
        painted.start()
        stack.callback(painted.stop)  # so that nothing starts once the window is closed
        return app.exec()


def _warn_of_others(places: Paths, messages: Messages) -> None:
    """Say that the folder is not private; facedesk leaves it so where it holds others' files."""
    translate = QCoreApplication.translate
    text = translate("App", "Other users of this computer can look into {folder}.")
    detail = translate("App", "Choose a folder of its own for facedesk, or make this one private.")
    messages.show(Level.WARNING, text.format(folder=places.home), detail)


def _has_loaded(session: LiveSession) -> bool:
    """Tell whether the networks are there, or never will be."""
    return session.models is not None or session.engine.state is EngineState.FAILED


@contextmanager
def _threads_taking_short_turns() -> Iterator[None]:
    """Let a thread in the midst of Python code give way sooner than it usually does.

    To paint the window goes back and forth between Qt and Python, and may wait for its turn each
    time: there, five milliseconds add up to what can be seen.
    """
    before = sys.getswitchinterval()
    sys.setswitchinterval(_SWITCH_S)
    try:
        yield
    finally:
        sys.setswitchinterval(before)


def _apply(chosen: Settings, theme: Theme, session: LiveSession, gallery: Gallery) -> None:
    """Bring what lasts longer than a page into line with the settings."""
    theme.choose(chosen.get("appearance.theme"))
    note_consent_of_new(gallery, chosen)
    session.accept(chosen.get("recognition.fpir"))
    session.watch_liveness(LivenessMode(chosen.get("liveness.mode")))


def _ask_camera_again(key: str, session: LiveSession) -> None:
    """Open the camera anew when it is to be asked for something else."""
    source = session.status.source
    if key in _ASKED_AT_OPENING and source and source.kind is SourceKind.CAMERA:
        session.open(source)


def _application() -> QApplication:
    app = QApplication.instance() or QApplication(["facedesk"])
    app.setApplicationName("facedesk")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("facedesk")
    app.setWindowIcon(QIcon(str(resources.path("icons/facedesk.svg"))))
    return app


def _explain(error: FacedeskError) -> None:
    """Say why there is no window; who started facedesk from a menu sees nothing else."""
    box = QMessageBox(QMessageBox.Icon.Critical, "facedesk", error_text(error))
    box.exec()


@contextmanager
def _closing_on_signals(app: QApplication) -> Iterator[None]:
    """Close the window on Ctrl+C in the terminal and when the system asks to end.

    Until the application runs Qt forgets that it was to quit, so it is told again until it does.
    """
    asked_to_end = False

    def note(*_: object) -> None:
        nonlocal asked_to_end
        asked_to_end = True

    def end_if_asked() -> None:
        if asked_to_end:
            app.closeAllWindows()  # the dialog that opens the gallery, before there is more
            app.quit()

    signals = (signal.SIGINT, signal.SIGTERM)
    before = [signal.signal(number, note) for number in signals]
    timer = QTimer()  # Python looks for signals only while Python code runs
    timer.timeout.connect(end_if_asked)
    timer.start(_LISTEN_EVERY_MS)
    try:
        yield
    finally:
        timer.stop()
        for number, handler in zip(signals, before, strict=True):
            signal.signal(number, handler)
