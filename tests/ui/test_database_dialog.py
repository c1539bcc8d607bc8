from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from facedesk import settings
from facedesk.database_address import read_address
from facedesk.errors import SharedGalleryAway
from facedesk.ui.dialogs import database_dialog
from facedesk.ui.dialogs.database_dialog import DatabaseDialog
from facedesk.ui.pages.settings_page import SettingsPage
from facedesk.ui.widgets.database_field import DatabaseField

ADDRESS = "postgresql+psycopg://desk:secret@db.example:6543/faces?sslmode=require"


@pytest.fixture
def server(monkeypatch):
    """What is asked: the addresses, and an error to answer with."""
    server = SimpleNamespace(asked=[], error=None)

    def look_at(address):
        server.asked.append(address)
        if server.error:
            raise server.error

    monkeypatch.setattr(database_dialog, "look_at", look_at)
    return server


@pytest.fixture
def open_dialog(qtbot, context):
    def open_(address=""):
        dialog = DatabaseDialog(context.tasks, address)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(dialog)
        dialog.open()
        return dialog

    return open_


def fill(dialog):
    dialog.place.button(1).click()
    for field, text in (
        (dialog.server, "db.example"),
        (dialog.port, "6543"),
        (dialog.database, "faces"),
        (dialog.user, "desk"),
        (dialog.password, "secret"),
    ):
        field.clear()
        field.insert(text)


def shown_texts(widget):
    labels = [label.text() for label in widget.findChildren(QLabel)]
    fields = [field.displayText() for field in widget.findChildren(QLineEdit)]
    return " ".join((*labels, *fields))


def test_a_server_is_asked_before_it_is_chosen(qtbot, open_dialog, server):
    dialog = open_dialog()
    fill(dialog)
    with qtbot.waitSignal(dialog.chosen) as chosen:
        dialog.action.click()
    assert chosen.args == [ADDRESS]
    assert server.asked == [read_address(ADDRESS)]


def test_one_that_does_not_answer_may_be_chosen_all_the_same(qtbot, open_dialog, server):
    server.error = SharedGalleryAway(place="faces (db.example:6543)")
    dialog = open_dialog()
    fill(dialog)
    dialog.action.click()
    qtbot.waitUntil(dialog.problem.isVisible)
    assert "can't be reached" in dialog.problem.text()
    assert dialog.action.text() == "Choose all the same"
    with qtbot.waitSignal(dialog.chosen) as chosen:
        dialog.action.click()
    assert chosen.args == [ADDRESS]
    assert len(server.asked) == 1


def test_another_address_is_asked_again(qtbot, open_dialog, server):
    server.error = SharedGalleryAway(place="faces (db.example:6543)")
    dialog = open_dialog()
    fill(dialog)
    dialog.action.click()
    qtbot.waitUntil(dialog.problem.isVisible)
    qtbot.keyClicks(dialog.database, "2")
    assert (dialog.problem.isVisible(), dialog.action.text()) == (False, "Choose")
    dialog.action.click()
    qtbot.waitUntil(lambda: len(server.asked) == 2)
    qtbot.waitUntil(dialog.problem.isVisible)


@pytest.mark.parametrize(("field", "text"), [("server", ""), ("database", ""), ("port", "many")])
def test_what_is_no_address_is_refused(open_dialog, server, field, text):
    dialog = open_dialog()
    fill(dialog)
    getattr(dialog, field).setText(text)
    dialog.action.click()
    assert dialog.problem.isVisible()
    assert server.asked == []


def test_an_address_is_shown_as_it_is_with_its_password_hidden(qtbot, open_dialog, server):
    address = ADDRESS.replace("sslmode=require", "sslmode=verify-full&target=any")
    dialog = open_dialog(address)
    assert (dialog.server.text(), dialog.port.text(), dialog.user.text()) == (
        "db.example", "6543", "desk",
    )  # fmt: skip
    assert "secret" not in shown_texts(dialog)
    with qtbot.waitSignal(dialog.chosen) as chosen:
        dialog.action.click()
    assert chosen.args == [address]


def test_this_computer_is_chosen_without_asking(qtbot, open_dialog, server):
    dialog = open_dialog(ADDRESS)
    dialog.place.button(0).click()
    assert not dialog.form.isVisible()
    with qtbot.waitSignal(dialog.chosen) as chosen:
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert (chosen.args, server.asked) == ([""], [])


def test_the_field_shows_where_but_no_password(qtbot, context, monkeypatch):
    field = DatabaseField(context.tasks)
    qtbot.addWidget(field)
    field.show_address("")
    assert field.place.text() == "This computer"
    field.show_address(ADDRESS)
    assert field.place.text() == "faces (db.example:6543)"
    assert "secret" not in field.change.accessibleName() + field.place.toolTip()
    monkeypatch.setenv("FACEDESK_DATABASE", "postgresql://other.example/faces")
    field.show_address(ADDRESS)
    assert field.place.text() == "faces (other.example), as FACEDESK_DATABASE says"
    assert not field.change.isEnabled()


def test_what_is_chosen_is_kept_and_used_at_the_next_start(qtbot, context, said, server):
    page = SettingsPage(context)
    qtbot.addWidget(page)
    field = page.controls["gallery.database"].widget
    field.show_address("")
    field.change.click()
    dialog = field.findChild(DatabaseDialog)
    fill(dialog)
    with qtbot.waitSignal(page.setting_changed) as changed:
        dialog.action.click()
    assert changed.args == ["gallery.database"]
    assert settings.load(context.paths.settings).get("gallery.database") == ADDRESS
    assert field.place.text() == "faces (db.example:6543)"
    assert [message.text for message in said] == [
        "The other database is used when facedesk starts again."
    ]
