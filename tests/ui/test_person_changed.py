"""What the dialogs say when another desk, or another window, was faster."""

import pytest

from facedesk.ui.dialogs.consent_dialog import ConsentDialog
from facedesk.ui.dialogs.delete_dialog import DeleteDialog
from facedesk.ui.dialogs.rename_dialog import RenameDialog
from facedesk.ui.dialogs.replace_photo_dialog import ReplacePhotoDialog


@pytest.fixture
def ada(enrol):
    (ada,) = enrol("Ada")
    return ada


def rename(context, person, _photo):
    dialog = RenameDialog(context.tasks, context.gallery, person)
    dialog.name.setText("Ada King")
    return dialog


def replace(context, person, photo):
    return ReplacePhotoDialog(context.tasks, context.gallery, person, photo)


def delete(context, person, _photo):
    return DeleteDialog(context.tasks, context.gallery, person)


def note(context, person, _photo):
    dialog = ConsentDialog(context.tasks, context.gallery, person)
    dialog.note.setText("form 7")
    return dialog


@pytest.mark.parametrize("make", [rename, replace, delete, note])
def test_what_somebody_else_has_changed_is_not_overwritten(qtbot, context, ada, make_photo, make):
    dialog = make(context, ada, make_photo(7))
    qtbot.addWidget(dialog)
    dialog.open()
    augusta = context.gallery.rename(ada.id, "Augusta")
    dialog.action.click()
    qtbot.waitUntil(dialog.problem.isVisible)
    assert dialog.problem.text() == (
        "Somebody else has just changed Augusta. Look at them again, then decide anew."
    )
    assert context.gallery.people() == (augusta,)
    dialog.reject()


@pytest.mark.parametrize("make", [rename, replace, delete, note])
def test_nobody_is_in_the_way_of_themselves(qtbot, context, ada, make_photo, make):
    dialog = make(context, context.gallery.person("Ada"), make_photo(7))
    dialog.open()
    with qtbot.waitSignal(dialog.saved):
        dialog.action.click()
    assert context.gallery.people() != (ada,)
