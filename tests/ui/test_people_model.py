from datetime import datetime, timezone

import pytest
from PySide6.QtCore import QLocale, Qt

from facedesk.gallery.person import Person
from facedesk.ui.ordered_people import in_order
from facedesk.ui.widgets.people_model import SINCE, PeopleModel, enrolled_text
from facedesk.ui.widgets.thumbnails import Thumbnails

DAY = datetime(2026, 5, 3, 12, tzinfo=timezone.utc)

EVERYONE = ["Ada Lovelace", "Grace Hopper", "Maria Gaëtana Agnesi"]


def people(*names: str) -> list[Person]:
    return [Person(number, name, DAY, 1) for number, name in enumerate(names, 1)]


@pytest.fixture
def model(qapp, make_photo, qtmodeltester):
    thumbnails = Thumbnails(make_photo, 64)
    made = PeopleModel(thumbnails)
    made.set_people(in_order(people(*EVERYONE)))
    yield made
    qtmodeltester.check(made)
    thumbnails.stop()


def names(model: PeopleModel) -> list[str]:
    return [model.index(row).data() for row in range(model.rowCount())]


def test_a_row_says_who_and_since_when(model):
    index = model.index(0)
    assert index.data() == "Ada Lovelace"
    assert index.data(SINCE) == enrolled_text(DAY)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == f"Ada Lovelace, {enrolled_text(DAY)}"


def test_the_date_is_written_as_people_write_it(qapp):
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    try:
        assert enrolled_text(DAY) == "Enrolled 3 May 2026"
    finally:
        QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("language", "ordered"),
    [("fr_FR", ["ada", "Åsa", "Émilie", "Zoe"]), ("sv_SE", ["ada", "Émilie", "Zoe", "Åsa"])],
)
def test_names_are_in_the_order_of_the_users_language(model, language, ordered):
    before = QLocale()
    QLocale.setDefault(QLocale(language))
    try:
        model.set_people(in_order(people("Zoe", "Åsa", "Émilie", "ada")))
    finally:
        QLocale.setDefault(before)
    assert names(model) == ordered


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", EVERYONE),
        ("LOVE", ["Ada Lovelace"]),
        ("  ada ", ["Ada Lovelace"]),
        ("gae\u0308tana", ["Maria Gaëtana Agnesi"]),
        ("xyz", []),
    ],
)
def test_a_search_finds_names_that_hold_the_text(model, typed, found):
    model.search(typed)
    assert names(model) == found
    assert model.everyone == 3


def test_a_search_goes_on_when_the_list_is_read_again(model):
    model.search("hopper")
    model.set_people(in_order(people("Ada", "Grace Hopper", "Hopper, Dennis")))
    assert names(model) == ["Grace Hopper", "Hopper, Dennis"]


def test_a_row_is_found_by_the_person(model):
    assert model.row_of(2) == 1
    model.search("grace")
    assert model.row_of(2) == 0
    assert model.row_of(1) is None


def test_a_row_is_painted_again_when_its_picture_has_come(qtbot, model):
    with qtbot.waitSignal(model.dataChanged) as changed:
        assert model.index(1).data(Qt.ItemDataRole.DecorationRole) is None
    assert changed.args[0].row() == 1
    assert model.index(1).data(Qt.ItemDataRole.DecorationRole) is not None
