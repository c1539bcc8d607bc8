import pytest
from PySide6.QtCore import Qt

from facedesk.ui.ordered_people import OrderedPeople, in_order
from facedesk.ui.widgets.person_field import FACE, PersonField
from facedesk.ui.widgets.thumbnails import Thumbnails

offers = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def people(context, enrol):
    enrol("Ada Lovelace", "Emmy Noether", "Grace Hopper", "Grace Kelly")
    return context.gallery.people()


@pytest.fixture
def field(qtbot, context, people):
    thumbnails = Thumbnails(context.gallery.photo, FACE)
    made = PersonField(thumbnails)
    qtbot.addWidget(made)
    made.set_people(in_order(people))
    made.show()
    with qtbot.waitActive(made):
        made.activateWindow()
    made.setFocus()
    yield made
    thumbnails.stop()


def offered(field) -> list[str]:
    model = field.completer().popup().model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


@offers
def test_while_typing_it_offers_whose_names_hold_the_text(qtbot, field):
    qtbot.keyClicks(field, "grace")
    assert field.completer().popup().isVisible()
    assert offered(field) == ["Grace Hopper", "Grace Kelly"]


@offers
def test_an_offer_has_the_face_beside_the_name(qtbot, field):
    qtbot.keyClicks(field, "ada")
    index = field.completer().popup().model().index(0, 0)
    qtbot.waitUntil(lambda: index.data(Qt.ItemDataRole.DecorationRole) is not None)


@offers
def test_an_offer_is_taken_with_the_keyboard(qtbot, field, people):
    qtbot.keyClicks(field, "grace")
    popup = field.completer().popup()
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    with qtbot.waitSignal(field.person_chosen) as chosen:
        qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert chosen.args[0].name == "Grace Kelly"
    assert field.text() == "Grace Kelly"


@offers
def test_enter_takes_the_only_one_whose_name_holds_the_text(qtbot, field):
    qtbot.keyClicks(field, "NOETH")
    with qtbot.waitSignal(field.person_chosen) as chosen:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert chosen.args[0].name == "Emmy Noether"
    assert not field.completer().popup().isVisible()


@offers
def test_enter_takes_nobody_while_several_are_meant(qtbot, field):
    qtbot.keyClicks(field, "grace")
    with qtbot.assertNotEmitted(field.person_chosen):
        qtbot.keyClick(field, Qt.Key.Key_Return)


@offers
def test_down_shows_everyone(qtbot, field):
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert field.completer().popup().isVisible()
    assert len(offered(field)) == 4


def test_escape_brings_the_name_of_who_is_chosen_back(qtbot, field, people):
    field.show_person(people[0])
    field.selectAll()
    qtbot.keyClicks(field, "xyz")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == people[0].name
    assert field.person == people[0]


def test_whoever_leaves_the_field_half_typed_leaves_it_as_it_was(qtbot, field, people):
    field.show_person(people[0])
    field.selectAll()
    qtbot.keyClicks(field, "xyz")
    field.clearFocus()
    assert field.text() == people[0].name


def test_with_nobody_enrolled_there_is_nothing_to_type(field):
    field.set_people(OrderedPeople())
    assert not field.isEnabled()
    assert field.placeholderText() == ""
