from types import SimpleNamespace

import pytest
from live_stage import CAMERA, StageSession, face, frame, known, picture, view
from PySide6.QtCore import QPointF, Qt

from facedesk.live.speed import Speed
from facedesk.ui.live_speed import LiveSpeed
from facedesk.ui.widgets.speed_panel import SpeedPanel
from facedesk.ui.widgets.video_view import VideoView

FAST = Speed(29.7, 30.2, 25.4, {"track": 1.44, "detect": 13.9, "encode": 123.4}, 0.153, 61.6)


class TestThePanel:
    @pytest.fixture
    def panel(self, qtbot):
        made = SpeedPanel()
        qtbot.addWidget(made)
        return made

    def test_says_in_words_what_it_shows(self, panel):
        panel.show_speed(FAST)
        assert panel.accessibleName() == "Speed"
        assert panel.accessibleDescription() == (
            "Captured 30/s, Painted 30/s, Answered 25/s, Skipped 15 %, Age 62 ms, "
            "Follow 1.4 ms, Detect 13.9 ms, Align –, Encode 123 ms, Decide –, "
            "Liveness –"
        )

    def test_keeps_its_size_whatever_the_figures(self, panel):
        before = panel.sizeHint()
        panel.show_speed(FAST)
        assert panel.sizeHint() == before == panel.size()

    def test_is_painted_anew_only_when_a_figure_changes(self, panel, monkeypatch):
        painted = []
        monkeypatch.setattr(panel, "update", lambda: painted.append(1))
        panel.show_speed(FAST)
        panel.show_speed(FAST)
        assert painted == [1]


class TestOverThePicture:
    @pytest.fixture
    def clock(self):
        return SimpleNamespace(now=0.0)

    @pytest.fixture
    def video(self, qtbot):
        widget = VideoView()
        qtbot.addWidget(widget)
        widget.resize(640, 480)
        widget.show()
        return widget

    @pytest.fixture
    def speed(self, video, clock):
        made = LiveSpeed(video, lambda: clock.now)
        made.want(True)
        return made

    @pytest.fixture
    def session(self):
        return StageSession()

    def play(self, speed, video, session, clock, *faces, seconds=1.0, rate=30):
        start = round(clock.now * rate)
        for number in range(start, start + round(seconds * rate)):
            clock.now = number / rate
            session.play(*faces, number=number)
            session.newest_frame = frame(picture(), number)
            seen = view(*faces, of=session.newest_frame)
            video.show_frame(session.newest_frame)
            video.show_view(seen)
            video.grab()
            session.answered += 1
            speed.look(session, seen)

    def test_is_only_there_when_wanted(self, speed, session, video, clock):
        assert speed.panel.isVisible()
        speed.want(False)
        assert not speed.panel.isVisible()
        self.play(speed, video, session, clock)
        assert "Captured 0/s" in speed.panel.accessibleDescription()

    def test_counts_what_is_captured_painted_and_answered(self, speed, session, video, clock):
        self.play(speed, video, session, clock, seconds=2.0)
        words = speed.panel.accessibleDescription()
        assert words.startswith("Captured 30/s, Painted 30/s, Answered 30/s, Skipped 0 %, Age 0 ms")

    def test_figures_change_twice_a_second_at_most(self, speed, session, video, clock, monkeypatch):
        shown = []
        monkeypatch.setattr(speed.panel, "show_speed", shown.append)
        self.play(speed, video, session, clock, seconds=3.0)
        assert 5 <= len(shown) <= 6

    def test_skipped_frames_are_those_of_the_session(self, speed, session, video, clock):
        self.play(speed, video, session, clock, seconds=1.0)
        session.skipped += 15
        self.play(speed, video, session, clock, seconds=0.6)
        assert "Skipped 3" in speed.panel.accessibleDescription()  # 15 of 48

    def test_it_moves_away_from_a_face_and_then_stays(self, speed, session, video, clock):
        self.play(speed, video, session, clock)
        first = speed.panel.geometry()
        assert first.center().x() < 320
        assert first.center().y() < 240
        self.play(speed, video, session, clock, face(box=(20, 20, 120, 150)))
        second = speed.panel.geometry()
        assert not second.intersects(video.outlines()[0].toRect())
        self.play(speed, video, session, clock)
        assert speed.panel.geometry() == second

    def test_labels_keep_clear_of_it(self, speed, session, video, clock):
        self.play(speed, video, session, clock)
        bottom = speed.panel.geometry().bottom()
        self.play(speed, video, session, clock, known(box=(60, bottom + 20, 160, bottom + 150)))
        assert speed.panel.geometry().bottom() == bottom
        above = QPointF(80, bottom)  # where the label is unless something else is there
        assert video.face_at(above) is None
        speed.want(False)
        assert video.face_at(above) is not None

    @pytest.mark.parametrize("grey", [0, 128, 255])
    def test_it_is_readable_on_a_picture_of_any_brightness(self, speed, video, grey):
        video.show_frame(frame(picture(grey=grey)))
        image = video.grab(speed.panel.geometry().adjusted(10, 10, -10, -10)).toImage()
        points = [(x, y) for x in range(image.width()) for y in range(image.height())]
        levels = [image.pixelColor(x, y).lightness() for x, y in points]
        assert max(levels) > 200
        assert min(levels) < 70

    def test_a_click_goes_through_it(self, speed, session, video, clock, qtbot):
        self.play(speed, video, session, clock, known(4, box=(0, 0, 640, 480)))
        with qtbot.waitSignal(video.face_clicked):
            middle = speed.panel.geometry().center()
            assert video.childAt(middle) is None
            qtbot.mouseClick(video, Qt.MouseButton.LeftButton, pos=middle)

    @pytest.mark.parametrize("size", [(240, 180), (900, 200), (300, 700)])
    def test_it_stays_inside_a_view_of_any_size(self, speed, session, video, clock, size):
        video.resize(*size)
        self.play(speed, video, session, clock)
        panel = speed.panel.geometry()
        assert video.rect().contains(panel.topLeft())
        if size[0] > panel.width() + 16:
            assert video.rect().contains(panel)

    def test_another_source_is_measured_anew(self, speed, session, video, clock):
        self.play(speed, video, session, clock, seconds=2.0)
        session.status = type(session.status)(session.status.state, CAMERA)
        clock.now += 1
        session.newest_frame = frame(picture(), 60)
        session.status = type(session.status)(session.status.state, None)
        speed.look(session, None)
        assert "Captured 0/s" in speed.panel.accessibleDescription()
