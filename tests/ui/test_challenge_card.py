import pytest
from challenge_stage import state
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QProxyStyle, QStyle

from facedesk.liveness.challenge.movement import Movement
from facedesk.liveness.challenge.state import Failure, Outcome
from facedesk.ui.widgets import challenge_card
from facedesk.ui.widgets.challenge_card import ChallengeCard
from facedesk.ui.widgets.challenge_pictogram import ChallengePictogram

DOING = state(Outcome.DOING)
WAITING = state(Outcome.WAITING_FOR_NEUTRAL)
PASSED = state(Outcome.PASSED, index=2)
FAILED = state(Outcome.FAILED, failure=Failure.TOO_LATE)


class Still(QProxyStyle):
    """The style of somebody who wants nothing to move."""

    def styleHint(self, hint, *more):
        if hint == QStyle.StyleHint.SH_Widget_Animation_Duration:
            return 0
        return super().styleHint(hint, *more)


@pytest.fixture
def card(qtbot):
    made = ChallengeCard()
    qtbot.addWidget(made)
    made.resize(348, 480)
    made.show()
    return made


@pytest.fixture
def told(monkeypatch):
    """What screen readers are told."""
    words = []
    monkeypatch.setattr(challenge_card, "announce", lambda _, said, **__: words.append(said))
    return words


class TestTheCard:
    def test_offers_to_start(self, card, qtbot):
        assert card.start.text() == "Start"
        assert card.pictogram.isHidden()
        with qtbot.waitSignal(card.start_wanted):
            qtbot.keyClick(card.start, Qt.Key.Key_Space)

    def test_shows_the_step_in_words_and_as_a_drawing_with_its_progress(self, card):
        card.show_state(DOING)
        assert card.words.text() == "Nod"
        assert card.pictogram.movement is Movement.NOD
        assert (card.progress.value(), card.left.text()) == (50, "5 s left")
        assert card.steps.words.text() == "Step 2 of 3"
        assert card.start.isHidden()

    def test_does_not_give_away_what_comes_next(self, card):
        card.show_state(WAITING)
        assert card.words.text() == "Look straight ahead"
        assert card.pictogram.movement is None

    def test_says_how_it_went_and_offers_another_try(self, card):
        card.show_state(PASSED)
        assert card.words.text() == "Passed"
        card.show_state(FAILED)
        assert (card.words.text(), card.how.text()) == ("Not passed", "The time was over.")
        assert card.start.text() == "Try again"
        assert not card.mark.isHidden()
        assert card.progress.isHidden()

    def test_says_why_it_could_not_go_on(self, card):
        card.show_state(DOING)
        card.show_interrupted("No more pictures came.")
        assert (card.words.text(), card.how.text()) == ("Given up", "No more pictures came.")
        assert card.cancel.isHidden()

    def test_tells_screen_readers_each_step_once(self, card, told):
        for shown in (WAITING, DOING, state(Outcome.DOING, progress=0.9, seconds_left=1.0), PASSED):
            card.show_state(shown)
        assert told == [
            "Look straight ahead. Eyes open, and keep still for a moment.",
            "Nod. Your chin goes down, and up again.",
            "Passed. All movements were made when they were asked for.",
        ]
        assert card.accessibleDescription() == told[-1]

    def test_the_focus_stays_on_what_can_be_done(self, card, qtbot):
        card.activateWindow()
        card.start.setFocus()
        qtbot.waitUntil(card.start.hasFocus)
        card.show_state(WAITING)
        assert card.cancel.hasFocus()
        card.show_state(FAILED)
        assert card.start.hasFocus()

    def test_escape_cancels_what_runs_also_after_a_click(self, card, qtbot):
        card.activateWindow()
        qtbot.waitUntil(card.isActiveWindow)
        card.start.clearFocus()  # as a click with the mouse leaves it
        card.show_state(WAITING)
        assert card.hasFocus()
        with qtbot.waitSignal(card.cancel_wanted):
            qtbot.keyClick(card, Qt.Key.Key_Escape)

    def test_without_a_picture_there_is_nothing_to_start(self, card):
        card.allow(False)
        assert not card.start.isEnabled()


class TestTheDrawing:
    @pytest.fixture
    def drawing(self, qtbot):
        made = ChallengePictogram()
        qtbot.addWidget(made)
        made.resize(160, 160)
        return made

    @pytest.fixture
    def still(self, drawing):
        style = Still("Fusion")
        drawing.setStyle(style)
        yield drawing
        drawing.setStyle(None)

    def test_moves_only_while_it_is_seen(self, drawing):
        drawing.show_movement(Movement.NOD)
        assert not drawing.moves
        drawing.show()
        assert drawing.moves
        drawing.show_movement(None)
        assert not drawing.moves
        drawing.show_movement(Movement.BLINK)
        drawing.hide()
        assert not drawing.moves

    def test_shows_where_it_ends_to_whom_wants_nothing_to_move(self, still):
        still.show()
        drawn = []
        for movement in (None, *Movement):
            still.show_movement(movement)
            assert not still.moves
            drawn.append(bytes(pixels(still).constBits()))
        assert len(set(drawn)) == len(drawn)

    def test_left_and_right_are_drawn_as_in_a_mirror(self, still):
        still.show()
        still.show_movement(Movement.TURN_LEFT)
        left = pixels(still)
        still.show_movement(Movement.TURN_RIGHT)
        assert darkness(left, 0, 80) > darkness(left, 80, 160)
        assert darkness(pixels(still), 80, 160) > darkness(pixels(still), 0, 80)


def pixels(widget):
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)


def darkness(image, begin, end):
    """How dark the middle rows are, where eyes, nose and mouth are, between two columns."""
    rows = range(55, 105)
    return sum(255 - image.pixelColor(x, y).value() for x in range(begin, end) for y in rows)
