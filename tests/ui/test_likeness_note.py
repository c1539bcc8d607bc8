import pytest
from PySide6.QtCore import Qt

from facedesk.matching.decision import Match
from facedesk.ui.widgets.likeness_note import LikenessNote


@pytest.fixture
def note(qtbot):
    made = LikenessNote()
    qtbot.addWidget(made)
    return made


def test_without_a_likeness_there_is_nothing(note):
    note.show_match(None)
    assert note.isHidden()


def test_it_says_who_how_much_and_what_to_do(note):
    note.show_match(Match(7, "Ada", 6.04, 0.3))
    assert not note.isHidden()
    assert note.text.text() == "Looks like Ada already (score 6.0)."
    assert note.advice.text().startswith("If it is Ada, add the photo as a look")
    assert "twin" in note.advice.text()


def test_its_button_names_the_person_to_screen_readers_and_asks_for_the_look(qtbot, note):
    note.show_match(Match(7, "Ada", 6.0, 0.3))
    assert note.look.accessibleName() == "Add as a look of Ada"
    note.look.setFocus()
    with qtbot.waitSignal(note.add_as_look) as asked:
        qtbot.keyClick(note.look, Qt.Key.Key_Space)
    assert asked.args == [7]


def test_it_goes_when_the_next_face_looks_like_nobody(note):
    note.show_match(Match(7, "Ada", 6.0, 0.3))
    note.show_match(None)
    assert note.isHidden()
