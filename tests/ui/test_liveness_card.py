import pytest
from live_stage import FLAT, LIVE, NOT_SURE
from PySide6.QtGui import QImage

from facedesk.liveness.answer import Evidence, Liveness, LivenessAnswer, Look
from facedesk.ui.widgets import liveness_card
from facedesk.ui.widgets.liveness_card import LivenessCard
from facedesk.ui.widgets.liveness_meter import LivenessMeter


@pytest.fixture
def card(qtbot):
    made = LivenessCard()
    qtbot.addWidget(made)
    made.resize(348, 360)
    made.show()
    return made


@pytest.fixture
def told(monkeypatch):
    words = []
    monkeypatch.setattr(liveness_card, "announce", lambda _, said: words.append(said))
    return words


class TestTheCard:
    def test_says_the_answer_in_a_word_and_why_below(self, card):
        card.show_answer(LIVE)
        assert (card.words.text(), card.reason.text()) == ("Live", "It looks like a living person.")
        card.show_answer(NOT_SURE)
        assert card.words.text() == "Not sure yet"
        assert card.reason.text() == "Not enough movement yet: turn your head a little."

    def test_without_an_answer_it_says_what_it_waits_for(self, card):
        card.show_answer(LIVE)
        card.wait("Running. Nobody is in view.")
        assert card.words.isHidden()
        assert card.evidence.isHidden()
        assert card.accessibleDescription() == "Running. Nobody is in view."

    def test_says_which_face_it_is_about_where_there_are_several(self, card):
        assert card.note.isHidden()
        card.show_several(True)
        assert card.note.text() == "Several people are in view. This is about the nearest one."
        assert card.note.isVisible()

    def test_says_what_is_missing_to_look_with(self, card):
        assert card.problem.isHidden()
        card.show_problem("A file of facedesk is missing.")
        assert card.problem.isVisible()

    def test_tells_screen_readers_an_answer_once_and_again_after_a_wait(self, card, told):
        for answer in (NOT_SURE, LIVE, LIVE, FLAT):
            card.show_answer(answer)
        assert [words.split(".")[0] for words in told] == ["Not sure yet", "Live", "Looks flat"]
        assert card.accessibleDescription() == told[-1]
        card.wait("Nobody")
        card.show_answer(FLAT)
        assert len(told) == 4


class TestTheEvidence:
    def test_has_a_row_for_each_look(self, card):
        evidence = (
            Evidence(Look.GEOMETRY, -2.0, 1.0, {"turned_degrees": 12.0}),
            Evidence(Look.CLIP, None, 0.4),
        )
        card.show_answer(LivenessAnswer(Liveness.LIVE, evidence, 3.0))
        moved, clip, signals = card.evidence.rows
        assert moved.meter.leaning == 0.5
        assert moved.enough.isHidden()
        assert clip.meter.leaning is None
        assert (clip.enough.isVisible(), clip.enough.value()) == (True, 40)
        assert signals.enough.isHidden()
        assert moved.accessibleName() == f"How it moves: {moved.sentence.text()}"

    def test_the_mark_stands_on_the_side_of_what_is_more_likely(self, qtbot):
        meter = LivenessMeter()
        qtbot.addWidget(meter)
        meter.resize(200, 24)
        bare = part(meter, 0), part(meter, 1)
        meter.show_leaning(-1.0)
        flat = part(meter, 0), part(meter, 1)
        meter.show_leaning(1.0)
        live = part(meter, 0), part(meter, 1)
        assert flat[0] != live[0]
        assert flat[1] != live[1]
        assert bare not in (flat, live)


def part(meter, side):
    """The pixels of the left or the right half."""
    image = meter.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    half = image.copy(side * 100, 0, 100, 24)
    return bytes(half.constBits())
