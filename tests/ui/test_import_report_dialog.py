from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from facedesk import errors
from facedesk.gallery.folder_import import ImportReport, Refusal
from facedesk.matching.likeness import LookAlikes
from facedesk.ui.dialogs.import_report_dialog import ImportReportDialog, report_text

REFUSED = (
    Refusal(Path("photos/rocket.jpg"), errors.NoFace()),
    Refusal(Path("photos/both.jpg"), errors.SeveralFaces(count=2)),
)


@pytest.mark.parametrize(
    ("report", "text"),
    [
        (ImportReport((), (), False), "Nobody was enrolled."),
        (ImportReport((1,), (), False), "One person was enrolled."),
        (
            ImportReport((1, 2), REFUSED[:1], False),
            "2 people were enrolled; one photo was refused.",
        ),
        (
            ImportReport((), REFUSED, True),
            "Nobody was enrolled; 2 photos were refused. The rest was not looked at.",
        ),
    ],
)
def test_the_outcome_is_one_sentence(report, text):
    assert report_text(report) == text


def test_each_refused_photo_is_listed_with_the_reason_and_the_list_can_be_copied(qtbot):
    dialog = ImportReportDialog(ImportReport((), REFUSED, False))
    qtbot.addWidget(dialog)
    items = [dialog.lists[0].topLevelItem(row) for row in range(2)]
    assert [item.text(0) for item in items] == ["rocket.jpg", "both.jpg"]
    assert items[1].text(1).startswith("There are 2 faces in this photo.")
    dialog.copy.click()
    assert QGuiApplication.clipboard().text().splitlines()[0] == (
        "rocket.jpg\tNo face was found. Use a photo that shows the face from the front."
    )


def test_who_looks_like_whom_is_listed_and_copied_too(qtbot):
    alike = [LookAlikes(1, "Ada", 2, "Ada B.", 6.04)]
    dialog = ImportReportDialog(ImportReport((1,), REFUSED[:1], False), alike)
    qtbot.addWidget(dialog)
    item = dialog.lists[1].topLevelItem(0)
    assert [item.text(column) for column in range(3)] == ["Ada", "Ada B.", "6.0"]
    dialog.copy.click()
    assert QGuiApplication.clipboard().text().splitlines()[1:] == ["", "Ada\tAda B.\t6.0"]


def test_without_refusals_only_likenesses_are_listed(qtbot):
    alike = [LookAlikes(1, "Ada", 2, "Ada B.", 6.04)]
    dialog = ImportReportDialog(ImportReport((1,), (), False), alike)
    qtbot.addWidget(dialog)
    assert [shown.accessibleName() for shown in dialog.lists] == ["People who look alike"]
