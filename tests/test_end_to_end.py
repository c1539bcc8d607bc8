"""A user's first minutes, through the real main(): real window, clip, networks and database."""

import time
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from facedesk.cli import main
from facedesk.matching.decision import Answer
from facedesk.opencv import cv2
from facedesk.ui.main_window import MainWindow
from facedesk.ui.pages.live_page import LivePage
from facedesk.ui.pages.people_page import PeoplePage

_STEP_MS = 20
_PATIENCE_S = 60


@pytest.fixture
def clip(tmp_path, astronaut, admiral) -> Path:
    """Eight seconds in which Eileen Collins and Grace Hopper are seen side by side."""
    both = np.concatenate([astronaut, admiral[:512]], axis=1)
    small = cv2.resize(both, (768, 384), interpolation=cv2.INTER_AREA)
    path = tmp_path / "clip.mp4"
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter_fourcc(*"mp4v"), 15, (768, 384))
    for i in range(120):
        drift = round(10 * np.sin(i / 15))
        writer.write(np.roll(small, drift, axis=1)[:, :, ::-1])
    writer.release()
    return path


class Visitor:
    """Does what a user does while main() runs; each step waits until it can go on."""

    def __init__(self, script):
        self._script = script(self)
        self._ready = lambda: True
        self._deadline = time.monotonic() + _PATIENCE_S
        self.problem = None
        self.timer = QTimer(interval=_STEP_MS)
        self.timer.timeout.connect(self._go_on)
        self.timer.start()

    @property
    def window(self) -> MainWindow | None:
        windows = QApplication.topLevelWidgets()
        shown = [w for w in windows if isinstance(w, MainWindow) and w.isVisible()]
        return shown[0] if shown else None

    def page(self, kind):
        return next(page for page in self.window.pages if isinstance(page, kind))

    def faces(self) -> list:
        """Return the faces on the Live page that were decided about, from left to right."""
        view = self.page(LivePage).view
        decided = [face for face in view.faces if face.decision] if view else []
        return sorted(decided, key=lambda face: face.box[0])

    def names(self) -> list:
        return [
            face.decision.match.name if face.decision.answer is Answer.KNOWN else None
            for face in self.faces()
        ]

    def _go_on(self):
        try:
            if self._ready():
                self._ready = next(self._script)
                self._deadline = time.monotonic() + _PATIENCE_S
            elif time.monotonic() > self._deadline:
                raise AssertionError(f"waited in vain at line {self._script.gi_frame.f_lineno}")
        except StopIteration:
            self.timer.stop()
        except BaseException as problem:
            self.problem = problem
            self.timer.stop()
            QApplication.instance().quit()


def run_with(script, *words) -> int:
    visitor = Visitor(script)
    status = main([str(word) for word in words])
    if visitor.problem is not None:
        raise visitor.problem
    assert not visitor.timer.isActive(), "the window closed before the script was over"
    return status


def enrol_eileen(visitor):
    """Click the unknown face on the left, type her name, press Enter."""
    yield lambda: visitor.window is not None
    yield lambda: visitor.names() == [None, None]
    live = visitor.page(LivePage)
    box = visitor.faces()[0].box
    point = live.video._place().to_widget(*((box[:2] + box[2:]) / 2))
    QTest.mouseClick(live.video, Qt.MouseButton.LeftButton, pos=point.toPoint())
    yield lambda: live.panel.naming.name.isVisible()
    QTest.keyClicks(live.panel.naming.name, "Eileen Collins")
    QTest.keyClick(live.panel.naming.name, Qt.Key.Key_Return)
    yield lambda: visitor.names() == ["Eileen Collins", None]
    visitor.window.close()


def find_eileen_again(visitor):
    """After a restart: she is named at once, Grace is not, and the People page has her."""
    yield lambda: visitor.window is not None
    yield lambda: visitor.names() == ["Eileen Collins", None]
    QTest.keyClick(visitor.window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    yield lambda: isinstance(visitor.window.page, PeoplePage)
    people = visitor.page(PeoplePage)._context.gallery.people()
    assert [person.name for person in people] == ["Eileen Collins"]
    visitor.window.close()


def close_at_once(visitor):
    """Close the window while the networks are still loading."""
    yield lambda: visitor.window is not None
    visitor.window.close()


def test_enrol_one_person_see_her_named_restart_still_there(qapp, clip, tmp_path):
    words = ("--data-dir", tmp_path / "data", "--source", clip)
    assert run_with(enrol_eileen, *words) == 0
    assert run_with(find_eileen_again, *words) == 0


def test_the_window_can_be_closed_at_the_worst_moment(qapp, clip, tmp_path):
    assert run_with(close_at_once, "--data-dir", tmp_path / "data", "--source", clip) == 0


def test_without_a_camera_the_window_says_so_and_offers_other_sources(qapp, tmp_path):
    def look(visitor):
        yield lambda: visitor.window is not None
        live = visitor.page(LivePage)
        yield lambda: live.no_source.isVisible()
        assert not live.video.isVisible()
        visitor.window.close()

    assert run_with(look, "--data-dir", tmp_path / "data") == 0
