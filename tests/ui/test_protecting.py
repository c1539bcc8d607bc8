"""How the gallery is protected: what the window says of it, and how it is changed there."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog

from facedesk import errors
from facedesk.gallery.protection.data_key import Method
from facedesk.gallery.protection.protecting import (
    check_passphrase_of,
    methods_of,
    protect_by_keyring,
    protect_by_passphrase,
    remove_method,
)
from facedesk.ui.pages.people_page import PeoplePage
from facedesk.ui.pages.settings_page import SettingsPage
from facedesk.ui.protecting import Protection

WORDS, OTHER_WORDS = "correct horse battery", "another passphrase"
KEYRING, PASSPHRASE = Method.KEYRING, Method.PASSPHRASE

pytestmark = pytest.mark.usefixtures("quick_passphrases")


@pytest.fixture
def unprotected(context):
    return context.gallery.database


@pytest.fixture
def by_passphrase(unprotected):
    protect_by_passphrase(unprotected, WORDS)
    return unprotected


@pytest.fixture
def card(qtbot, context):
    """A function that shows the Settings page and returns its card."""
    pages = []

    def show():
        page = SettingsPage(context)
        pages.append(page)
        qtbot.addWidget(page)
        page.show()
        with qtbot.waitSignal(page.protecting.changed):
            page.shown()
        return page.protection

    yield show
    for page in pages:
        page.hidden()


@pytest.fixture
def ask(qtbot):
    """A function that clicks a button and returns the dialog that opens."""

    def click(button):
        button.click()
        dialogs = button.window().findChildren(QDialog)
        dialog = next(dialog for dialog in dialogs if dialog.isVisible())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        return dialog

    return click


def offered(card):
    """The buttons that can be seen."""
    buttons = (card.set, card.change, card.remove, card.use_keyring, card.ask_always)
    return [button.text() for button in buttons if not button.isHidden()]


@pytest.mark.parametrize(
    ("methods", "keyring", "shared", "state", "buttons"),
    [
        ([], False, False, "The gallery is not protected", ["Set a passphrase…"]),
        (
            [], True, False, "The gallery is not protected",
            ["Set a passphrase…", "Use the system's keyring"],
        ),
        ([], True, True, "The gallery is not protected", ["Set a passphrase…"]),
        (
            [KEYRING], True, False, "Protected by the system's keyring",
            ["Set a passphrase…"],
        ),
        (
            [PASSPHRASE], False, False, "Protected by a passphrase",
            ["Change passphrase…", "Remove passphrase…"],
        ),
        (
            [PASSPHRASE], True, True, "Protected by a passphrase",
            ["Change passphrase…", "Remove passphrase…", "Use the system's keyring"],
        ),
        (
            [PASSPHRASE, KEYRING], True, False,
            "Protected by the system's keyring, and by a passphrase",
            ["Change passphrase…", "Remove passphrase…", "Ask at every start"],
        ),
    ],
)  # fmt: skip
def test_each_state_is_told_in_words_with_what_can_be_done(
    card, methods, keyring, shared, state, buttons
):
    shown = card()
    shown.show_protection(Protection(frozenset(methods), keyring, shared))
    assert shown.state.text() == state
    assert offered(shown) == buttons
    assert ("encrypted" in shown.meaning.text()) == bool(methods)
    assert ("sees everyone's photos" in shown.meaning.text()) == (not methods)


def test_a_passphrase_is_set(card, ask, qtbot, unprotected, said):
    shown = card()
    dialog = ask(shown.set)
    qtbot.keyClicks(dialog.new, WORDS)
    qtbot.keyClicks(dialog.again, WORDS)
    with qtbot.waitSignal(dialog.saved):
        qtbot.keyClick(dialog.again, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown.state.text() == "Protected by a passphrase")
    check_passphrase_of(unprotected, WORDS)
    assert [message.text for message in said] == ["The gallery has a passphrase now."]


@pytest.mark.parametrize(
    ("new", "again", "problem"),
    [
        ("sesame", "sesame", "A passphrase takes at least 8 characters."),
        (WORDS, OTHER_WORDS, str(errors.PassphrasesDiffer())),
    ],
)
def test_what_is_wrong_with_a_passphrase_is_told_here_and_now(
    card, ask, qtbot, unprotected, new, again, problem
):
    dialog = ask(card().set)
    dialog.new.setText(new)
    dialog.again.setText(again)
    dialog.action.click()
    assert dialog.problem.text() == problem
    qtbot.keyClicks(dialog.again, "!")
    assert not dialog.problem.isVisible()
    assert methods_of(unprotected) == frozenset()
    dialog.reject()


@pytest.mark.parametrize(
    ("always", "methods"), [(True, {PASSPHRASE}), (False, {PASSPHRASE, KEYRING})]
)
def test_with_a_keyring_one_may_choose_whether_to_be_asked(
    card, ask, qtbot, unprotected, keyring_file, always, methods
):
    protect_by_keyring(unprotected)
    dialog = ask(card().set)
    dialog.new.setText(WORDS)
    dialog.again.setText(WORDS)
    dialog.always.setChecked(always)
    with qtbot.waitSignal(dialog.saved):
        dialog.action.click()
    assert methods_of(unprotected) == methods


def test_without_a_keyring_there_is_no_choice(card, ask, unprotected):
    dialog = ask(card().set)
    assert dialog.always not in dialog.findChildren(QCheckBox)
    dialog.reject()


def test_a_passphrase_is_changed_by_whoever_knows_it(card, ask, qtbot, by_passphrase):
    dialog = ask(card().change)
    dialog.present.setText("a guess")
    dialog.new.setText(OTHER_WORDS)
    dialog.again.setText(OTHER_WORDS)
    dialog.action.click()
    qtbot.waitUntil(dialog.problem.isVisible)
    assert "does not open the gallery" in dialog.problem.text()
    check_passphrase_of(by_passphrase, WORDS)
    dialog.present.setText(WORDS)
    with qtbot.waitSignal(dialog.saved):
        dialog.action.click()
    check_passphrase_of(by_passphrase, OTHER_WORDS)


@pytest.mark.parametrize(("keyring", "methods"), [(True, {KEYRING}), (False, set())])
def test_a_passphrase_is_removed_by_whoever_knows_it(
    card, ask, qtbot, by_passphrase, request, keyring, methods
):
    if keyring:
        request.getfixturevalue("keyring_file")
    dialog = ask(card().remove)
    dialog.present.setText("a guess")
    dialog.action.click()
    qtbot.waitUntil(dialog.problem.isVisible)
    assert methods_of(by_passphrase) == {PASSPHRASE}
    dialog.present.setText(WORDS)
    with qtbot.waitSignal(dialog.saved):
        dialog.action.click()
    assert methods_of(by_passphrase) == methods


def test_whoever_types_nothing_more_than_enter_keeps_the_last_protection(
    card, ask, qtbot, by_passphrase
):
    dialog = ask(card().remove)
    assert dialog.cancel.isDefault()
    dialog.present.setText(WORDS)
    qtbot.keyClick(dialog.present, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert methods_of(by_passphrase) == {PASSPHRASE}


def test_to_be_asked_at_every_start_or_not_is_one_click(card, qtbot, by_passphrase, keyring_file):
    shown = card()
    shown.use_keyring.click()
    qtbot.waitUntil(lambda: not shown.ask_always.isHidden())
    assert methods_of(by_passphrase) == {PASSPHRASE, KEYRING}
    shown.ask_always.click()
    qtbot.waitUntil(lambda: shown.ask_always.isHidden())
    assert methods_of(by_passphrase) == {PASSPHRASE}


def test_the_people_page_warns_until_there_is_a_passphrase(qtbot, context, ask, unprotected):
    page = PeoplePage(context)
    qtbot.addWidget(page)
    page.show()
    page.shown()
    qtbot.waitUntil(page.unprotected.isVisible)
    dialog = ask(page.unprotected.set)
    dialog.new.setText(WORDS)
    dialog.again.setText(WORDS)
    with qtbot.waitSignal(dialog.saved):
        dialog.action.click()
    qtbot.waitUntil(page.unprotected.isHidden)
    page.hidden()


def test_a_warning_dismissed_does_not_come_back(qtbot, context):
    page = PeoplePage(context)
    qtbot.addWidget(page)
    page.show()
    page.shown()
    qtbot.waitUntil(page.unprotected.isVisible)
    page.unprotected.dismiss.click()
    with qtbot.waitSignal(page.protecting.changed):
        page.protecting.look()
    assert page.unprotected.isHidden()
    page.hidden()


def test_a_protected_gallery_gives_no_warning(qtbot, context, by_passphrase):
    page = PeoplePage(context)
    qtbot.addWidget(page)
    page.show()
    with qtbot.waitSignal(page.protecting.changed):
        page.shown()
    assert page.unprotected.isHidden()
    page.hidden()


def test_with_nothing_to_take_away_nothing_happens(unprotected):
    remove_method(unprotected, PASSPHRASE)
    assert methods_of(unprotected) == frozenset()
