import subprocess
import sys
import threading

import pytest
from live_stage import CAMERA, VIDEO, StageSession
from PIL import Image
from PySide6.QtCore import QLocale, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from facedesk import errors
from facedesk.capture.capture_status import CaptureState, CaptureStatus
from facedesk.capture.source import parse_source
from facedesk.live.session import EngineState, LiveSession
from facedesk.paths import default_paths
from facedesk.ui import app
from facedesk.ui.main_window import MainWindow


@pytest.fixture
def undressed(qapp):
    """The application, without what a run has put on."""
    before = qapp.palette(), qapp.styleSheet()
    yield qapp
    qapp.setPalette(before[0])
    qapp.setStyleSheet(before[1])


@pytest.fixture
def without_models(monkeypatch):
    """Sessions that never load their networks."""
    monkeypatch.setattr(LiveSession, "start", lambda _: None)


def run(meanwhile, source=None) -> int:
    """Run the application; call a function once the window is there, then close it."""

    def look(window):
        try:
            meanwhile(window)
        finally:
            window.close()

    def shown(window):
        QTimer.singleShot(0, lambda: look(window))

    return app.run(default_paths(), source, shown)


def test_the_window_opens_and_closes(undressed, without_models):
    seen = []
    assert run(lambda window: seen.append((window.isVisible(), window.windowTitle()))) == 0
    assert seen == [(True, "facedesk")]
    assert default_paths().database.exists()
    assert not QApplication.windowIcon().isNull()


def test_who_asks_for_the_window_is_given_it_once_it_is_shown(undressed, without_models):
    given = []

    def take(window):
        given.append((window, window.isVisible()))
        QTimer.singleShot(0, window.close)

    assert app.run(default_paths(), once_shown=take) == 0
    assert [(type(window), shown) for window, shown in given] == [(MainWindow, True)]


def test_threads_take_short_turns_while_there_is_a_window(undressed, without_models):
    before = sys.getswitchinterval()
    seen = []
    run(lambda window: seen.append(sys.getswitchinterval()))
    assert seen[0] < before == sys.getswitchinterval()


def test_the_window_speaks_the_user_s_language(undressed, without_models, monkeypatch):
    monkeypatch.setattr(QLocale, "uiLanguages", lambda _: ["de-AT", "de"])
    seen = []
    run(lambda window: seen.append(window.side_bar.button(1).text()))
    assert seen == ["Personen"]


def test_the_models_load_behind_the_open_window(undressed, qtbot):
    def wait(window):
        session = window._context.session
        qtbot.waitUntil(lambda: session.engine.state is EngineState.READY, timeout=30_000)

    run(wait)


def test_it_may_be_closed_before_the_models_begin_to_load(undressed):
    run(lambda window: None)
    assert not [t for t in threading.enumerate() if t.name == "inference"]


def test_it_may_be_closed_while_the_models_load(undressed, qtbot):
    def wait(window):
        qtbot.waitUntil(lambda: any(t.name == "inference" for t in threading.enumerate()))

    run(wait)
    assert not [t for t in threading.enumerate() if t.name == "inference" and t.is_alive()]


def test_it_opens_on_the_source_it_is_given(undressed, without_models, qtbot, tmp_path):
    path = tmp_path / "teal.png"
    Image.new("RGB", (64, 48), "teal").save(path)

    def look(window):
        session = window._context.session
        qtbot.waitUntil(lambda: session.newest_frame is not None)
        assert session.status.source.location == str(path)

    run(look, parse_source(str(path)))


def test_a_change_of_the_theme_is_seen_at_once(undressed, without_models):
    colours = []

    def change(window):
        window.show_page([page.title for page in window.pages].index("Settings"))
        theme = window.page.controls["appearance.theme"].widget
        for choice in ("dark", "light"):
            theme.setCurrentIndex(theme.findData(choice))
            colours.append(QApplication.palette().window().color().lightness())

    run(change)
    dark, light = colours
    assert dark < 60 < 200 < light


def test_what_goes_wrong_unforeseen_is_told_and_logged(undressed, without_models, caplog):
    def fail(window):
        try:
            raise ZeroDivisionError("by hand")
        except ZeroDivisionError:
            sys.excepthook(*sys.exc_info())
        assert "Something went wrong" in window.message_bar.shown[0].text

    run(fail)
    caplog.clear()
    assert "by hand" in (default_paths().logs / "facedesk.log").read_text()


def test_without_a_screen_it_says_so_before_qt_ends_the_program(monkeypatch, undressed):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    with pytest.raises(errors.NoScreen):
        app.run(default_paths())


def test_a_damaged_gallery_is_explained_in_a_window_too(undressed, monkeypatch):
    paths = default_paths()
    paths.home.mkdir(parents=True)
    paths.database.write_bytes(b"no database at all, but long enough to be looked at" * 100)
    explained = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: explained.append(box.text()))
    with pytest.raises(errors.GalleryDamaged):
        app.run(paths)
    assert "is damaged" in explained[0]


def test_how_strict_to_be_is_taken_up_at_the_start_and_at_every_change(undressed, without_models):
    paths = default_paths()
    paths.home.mkdir(parents=True)
    paths.settings.write_text('{"recognition.fpir": 0.05}')
    accepted = []

    def change(window):
        session = window._context.session
        accepted.append(session.fpir)
        window._context.settings.set("recognition.fpir", 0.002)
        window.setting_changed.emit("recognition.fpir")
        accepted.append(session.fpir)

    run(change)
    assert accepted == [0.05, 0.002]


@pytest.mark.parametrize("key", ["camera.resolution", "camera.rate"])
def test_a_camera_is_opened_anew_when_it_is_to_be_asked_for_something_else(key):
    assert opened_after(key, CAMERA) == [CAMERA]


@pytest.mark.parametrize(
    ("key", "source"),
    [("live.mirror", CAMERA), ("camera.rate", VIDEO), ("camera.rate", None)],
    ids=["nothing to ask", "a video", "nothing open"],
)
def test_otherwise_what_is_shown_goes_on(key, source):
    assert opened_after(key, source) == []


def opened_after(key, source):
    """The sources that are opened when a setting has changed while one is shown."""
    session = StageSession()
    session.status = CaptureStatus(CaptureState.RUNNING, source)
    app._ask_camera_again(key, session)
    return session.opened


def test_the_window_is_there_before_torch_is(tmp_path):
    """Importing torch takes a second or more, in which nothing would be seen."""
    code = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from facedesk.live.session import LiveSession
from facedesk.paths import default_paths
from facedesk.ui import app

LiveSession.start = lambda _: None
def look():
    print([name for name in ("torch", "scipy", "matplotlib", "pyqtgraph") if name in sys.modules])
    QApplication.quit()
application = QApplication([])
sys.exit(app.run(default_paths(), once_shown=lambda _: QTimer.singleShot(500, look)))
"""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "[]"


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX permissions")
def test_a_folder_that_others_may_look_into_is_told(undressed, without_models):
    home = default_paths().home
    home.mkdir(parents=True)
    (home / "letter.txt").touch()
    home.chmod(0o755)
    told = []
    run(lambda window: told.extend(message.text for message in window.message_bar.shown))
    assert told == [f"Other users of this computer can look into {home}."]
