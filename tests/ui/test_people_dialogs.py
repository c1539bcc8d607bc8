import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from facedesk import errors
from facedesk.ui.dialogs.delete_dialog import DeleteDialog
from facedesk.ui.dialogs.name_photo_dialog import NamePhotoDialog
from facedesk.ui.dialogs.rename_dialog import RenameDialog
from facedesk.ui.dialogs.replace_photo_dialog import ReplacePhotoDialog


@pytest.fixture
def opened(qtbot):
    """A function that opens a dialog."""

    def open_(dialog):
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(dialog)
        dialog.open()
        return dialog

    return open_


def texts(dialog) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel))


class TestNamePhotoDialog:
    @pytest.fixture
    def dialog(self, opened, context, make_photo):
        return opened(NamePhotoDialog(context.tasks, context.gallery, make_photo(1), "ada"))

    def test_it_proposes_a_name_that_typing_replaces(self, qtbot, dialog, context):
        assert dialog.name.text() == "ada"
        qtbot.keyClicks(dialog.name, "Grace Hopper")
        assert dialog.name.text() == "Grace Hopper"

    def test_enter_enrols(self, qtbot, dialog, context):
        with qtbot.waitSignal(dialog.saved) as saved:
            qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
        assert saved.args[0].name == "ada"
        assert [person.name for person in context.gallery.people()] == ["ada"]
        assert not dialog.isVisible()

    def test_escape_enrols_nobody(self, qtbot, dialog, context):
        qtbot.keyClick(dialog.name, Qt.Key.Key_Escape)
        assert not dialog.isVisible()
        assert context.gallery.people() == ()

    @pytest.mark.parametrize(
        ("typed", "problem"),
        [("   ", "Please type a name."), ("a" * 81, "This name is too long. Use at most 80")],
    )
    def test_a_name_that_is_none_is_refused_here_and_now(self, dialog, context, typed, problem):
        dialog.name.setText(typed)
        dialog.action.click()
        assert dialog.problem.text().startswith(problem)
        assert context.tasks.running == ()

    def test_a_name_that_is_taken_can_get_another_photo(self, qtbot, dialog, context, enrol):
        (ada,) = enrol("Ada")
        before = context.gallery.photo(ada.id).jpeg
        dialog.action.click()
        qtbot.waitUntil(dialog.problem.isVisible)
        assert "“ada” is enrolled already" in dialog.problem.text()
        with qtbot.waitSignal(dialog.saved) as saved:
            dialog.replace.click()
        assert saved.args[0].id == ada.id
        assert context.gallery.photo(ada.id).jpeg != before

    def test_the_problem_goes_when_another_name_is_typed(self, qtbot, dialog, enrol):
        enrol("Ada")
        dialog.action.click()
        qtbot.waitUntil(dialog.replace.isVisible)
        qtbot.keyClicks(dialog.name, "m")
        assert not dialog.problem.isVisible()
        assert not dialog.replace.isVisible()

    def test_it_can_t_be_closed_while_it_is_saving(self, qtbot, dialog, context, monkeypatch):
        started = []
        monkeypatch.setattr(context.tasks, "start", lambda *job: started.append(job))
        dialog.action.click()
        dialog.reject()
        assert dialog.isVisible()
        dialog.action.click()
        assert len(started) == 1
        dialog.refused(errors.DiskFull())
        assert dialog.problem.text().startswith("The disk is full.")


class TestRenameDialog:
    @pytest.fixture
    def dialog(self, opened, context, enrol):
        ada, *_ = enrol("Ada", "Grace")
        return opened(RenameDialog(context.tasks, context.gallery, ada))

    def test_it_renames(self, qtbot, dialog, context):
        dialog.name.setText(" Ada  Lovelace ")
        with qtbot.waitSignal(dialog.saved) as saved:
            dialog.action.click()
        assert saved.args[0].name == "Ada Lovelace"

    def test_a_name_of_someone_else_is_refused_and_can_be_corrected(self, qtbot, dialog, context):
        dialog.name.setText("GRACE")
        dialog.action.click()
        qtbot.waitUntil(dialog.problem.isVisible)
        assert "“GRACE” is enrolled already" in dialog.problem.text()
        dialog.name.setText("Ada Lovelace")
        with qtbot.waitSignal(dialog.saved):
            dialog.action.click()

    def test_no_name_is_refused_at_once(self, dialog):
        dialog.name.clear()
        dialog.action.click()
        assert dialog.problem.text() == "Please type a name."

    def test_the_same_name_changes_nothing(self, dialog, context):
        revision = context.gallery.revision()
        dialog.action.click()
        assert not dialog.isVisible()
        assert context.gallery.revision() == revision


class TestDeleteDialog:
    @pytest.fixture
    def dialog(self, opened, context, enrol):
        (ada,) = enrol("Ada Lovelace")
        return opened(DeleteDialog(context.tasks, context.gallery, ada))

    def test_it_names_the_person_and_what_is_lost(self, dialog):
        assert "Delete Ada Lovelace?" in texts(dialog)
        assert "Their photo" in texts(dialog)
        assert "can't be undone" in texts(dialog)

    def test_enter_alone_deletes_nobody(self, qtbot, dialog, context):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
        assert not dialog.isVisible()
        assert len(context.gallery.people()) == 1

    def test_delete_deletes(self, qtbot, dialog, context):
        with qtbot.waitSignal(dialog.saved):
            dialog.action.click()
        assert context.gallery.people() == ()

    def test_who_is_gone_already_is_no_disaster(self, qtbot, dialog, context):
        context.gallery.remove(context.gallery.people()[0].id)
        dialog.action.click()
        qtbot.waitUntil(dialog.problem.isVisible)
        assert dialog.problem.text() == "This person was removed in the meantime."


def test_a_new_photo_is_shown_before_it_replaces_the_old_one(
    qtbot, opened, context, enrol, make_photo
):
    (ada,) = enrol("Ada")
    dialog = opened(ReplacePhotoDialog(context.tasks, context.gallery, ada, make_photo(9), None))
    assert "Use this photo for Ada?" in texts(dialog)
    assert "present photo is deleted" in texts(dialog)
    with qtbot.waitSignal(dialog.saved):
        dialog.action.click()
    assert context.gallery.photo(ada.id).jpeg == make_photo(9).jpeg


def test_the_longest_name_fits_into_a_heading(opened, context, make_photo):
    ada = context.gallery.enrol("W" * 80, make_photo())
    dialog = opened(DeleteDialog(context.tasks, context.gallery, ada))
    assert dialog.width() < 1024
