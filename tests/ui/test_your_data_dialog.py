import pytest
from PySide6.QtWidgets import QLabel

from facedesk.gallery.protection.data_key import Method
from facedesk.live.record_rules import RecordRules
from facedesk.ui.dialogs.your_data_dialog import YourDataDialog
from facedesk.ui.pages.people_page import PeoplePage
from facedesk.ui.widgets.data_words import how_long, how_protected


@pytest.fixture
def dialog(qtbot, context, enrol):
    enrol("Xaverine", "Grace")
    made = YourDataDialog(context)
    qtbot.addWidget(made)
    made.open()
    qtbot.waitUntil(lambda: len(made.findChildren(QLabel)) > 5)
    return made


def text_of(dialog):
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def test_it_says_where_the_data_really_is_and_how_much(dialog, context):
    text = text_of(dialog)
    assert str(context.paths.database) in text
    assert str(context.paths.logs) in text
    assert "People enrolled now: 2." in text
    assert "Xaverine" not in text


def test_it_says_how_the_gallery_is_protected_at_this_moment(dialog):
    assert "It is not encrypted" in text_of(dialog)
    by = " ".join(how_protected({Method.KEYRING, Method.PASSPHRASE})[1])
    assert "are encrypted" in by
    assert "or your passphrase" in by


def test_it_says_how_long_sightings_are_kept(qapp):
    assert "30 of people enrolled, 1 of strangers" in " ".join(how_long(RecordRules())[1])
    assert "Strangers are not recorded" in " ".join(how_long(RecordRules(strangers=False))[1])
    assert "it is off" in " ".join(how_long(RecordRules(kept=False))[1])


def test_it_opens_from_the_people_page(qtbot, context):
    page = PeoplePage(context)
    qtbot.addWidget(page)
    page.show()
    page.your_data.trigger()
    assert any(dialog.isVisible() for dialog in page.findChildren(YourDataDialog))
    context.tasks.stop()


def test_no_sentence_is_cut_off(qtbot, dialog):
    def whole():
        labels = [label for label in dialog.findChildren(QLabel) if label.text()]
        return all(label.height() >= label.heightForWidth(label.width()) for label in labels)

    qtbot.waitUntil(whole)
    dialog.resize(500, 300)
    qtbot.waitUntil(whole)
