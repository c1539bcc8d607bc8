import os
from datetime import timedelta

import pytest
from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog

from facedesk.gallery.consent import Basis, Consent
from facedesk.gallery.sightings.sighting import SightingNote
from facedesk.matching.decision import Answer
from facedesk.ui.dialogs.consent_dialog import ConsentDialog
from facedesk.ui.dialogs.person_dialog import PersonDialog
from facedesk.ui.person_sheet import sheet_html


@pytest.fixture
def ada(context, enrol, make_photo):
    """Ada & Co, with a look, a correction, a basis and a sighting."""
    (ada,) = enrol("Ada & Co")
    context.gallery.add_look(ada.id, make_photo(1))
    context.gallery.correct(ada.id, make_photo(2))
    begun = ada.enrolled_at + timedelta(minutes=5)
    note = SightingNote(
        b"one", ada.id, begun, begun + timedelta(minutes=1), 6.0, Answer.KNOWN, "Front door"
    )
    context.gallery.sightings.write([note])
    return context.gallery.note_consent(ada.id, Consent("Anna", Basis.OTHER, "membership <3>"))


@pytest.fixture
def dialog(qtbot, context, ada):
    made = PersonDialog(context, ada)
    qtbot.addWidget(made)
    made.open()
    qtbot.waitUntil(lambda: made.face.image is not None)
    yield made
    context.tasks.stop()


def test_the_sheet_says_all_that_is_kept(qapp, context, ada):
    from facedesk.gallery.sightings.sighting import SightingFilter

    sightings = list(context.gallery.sightings.all(SightingFilter(person_id=ada.id)))
    html = sheet_html(context.gallery.copy_of(ada.id), sightings)
    document = QTextDocument()
    document.setHtml(html)
    text = document.toPlainText()
    for words in ("Ada & Co", "Enrolled by: Anna", "membership <3>", "Looks", "Front door", "(3)"):
        assert words in text
    assert html.count("data:image/jpeg;base64,") == 3


def test_an_avatar_is_part_of_it(qapp, context, ada, make_photo):
    context.gallery.set_avatar(ada.id, make_photo(5))
    html = sheet_html(context.gallery.copy_of(ada.id), [])
    assert "Avatar" in html
    assert html.count("data:image/jpeg;base64,") == 4


def test_somebody_never_seen_is_said_to_be_so(qapp, context, enrol):
    (grace,) = enrol("Grace")
    html = sheet_html(context.gallery.copy_of(grace.id), [])
    assert "None are kept." in html
    assert "Looks" not in html


@pytest.mark.parametrize(("name", "begins"), [("sheet.pdf", b"%PDF"), ("sheet.html", b"<!DOC")])
def test_it_can_be_saved(qtbot, dialog, tmp_path, monkeypatch, name, begins):
    path = tmp_path / name
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    dialog.enrolment.save.click()
    qtbot.waitUntil(lambda: dialog.status.text() == "The sheet is saved.")
    assert path.read_bytes().startswith(begins)
    assert os.name == "nt" or path.stat().st_mode & 0o777 == 0o600


def test_the_name_that_is_offered_for_the_file_names_nobody(dialog, monkeypatch):
    offered = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a: (offered.append(a[2]), "")[::-1])
    dialog.enrolment.save.click()
    assert "Ada" not in offered[0]


def test_a_place_that_can_t_be_written_is_said_so(qtbot, dialog, tmp_path):
    dialog.keeping.save(dialog._person, tmp_path / "nowhere" / "sheet.pdf")
    qtbot.waitUntil(lambda: "can't be written" in dialog.status.text())


def test_it_can_be_printed(qtbot, dialog, tmp_path):
    dialog.enrolment.print.click()
    qtbot.waitUntil(lambda: dialog.findChildren(QPrintDialog) != [])
    (asked,) = dialog.findChildren(QPrintDialog)
    assert asked.isVisible()
    asked.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    asked.printer().setOutputFileName(str(tmp_path / "printed.pdf"))
    asked.done(QPrintDialog.DialogCode.Accepted)
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF")


class TestTheBasis:
    def test_is_shown_with_who_enrolled_them(self, dialog):
        lines = dialog.enrolment.sentence.text().splitlines()
        assert lines == ["Enrolled by: Anna", "Basis: Another", "Note: membership <3>"]

    def test_can_be_changed(self, qtbot, dialog, context, ada):
        dialog.enrolment.edit.click()
        asked = next(d for d in dialog.findChildren(ConsentDialog) if d.isVisible())
        assert (asked.enrolled_by.text(), asked.note.text()) == ("Anna", "membership <3>")
        asked.basis.setCurrentIndex(asked.basis.findData("consent"))
        asked.note.setText(" form 7 ")
        with qtbot.waitSignal(dialog.changed):
            asked.action.click()
        assert context.gallery.person("Ada & Co").consent == Consent(
            "Anna", Basis.CONSENT, "form 7"
        )
        assert "Note: form 7" in dialog.enrolment.sentence.text()

    def test_can_be_changed_after_a_look_was_added(self, qtbot, dialog, context, ada, make_photo):
        context.gallery.add_look(ada.id, make_photo(5))
        dialog.adding.changed.emit()
        qtbot.waitUntil(lambda: len(dialog.looks.tiles) == 2)
        dialog.enrolment.edit.click()
        asked = next(d for d in dialog.findChildren(ConsentDialog) if d.isVisible())
        with qtbot.waitSignal(dialog.changed):
            asked.action.click()

    def test_of_somebody_gone_is_said_so(self, qtbot, dialog, context, ada):
        dialog.enrolment.edit.click()
        asked = next(d for d in dialog.findChildren(ConsentDialog) if d.isVisible())
        context.gallery.remove(ada.id)
        asked.action.click()
        qtbot.waitUntil(asked.problem.isVisible)
        assert "removed in the meantime" in asked.problem.text()
        asked.reject()
