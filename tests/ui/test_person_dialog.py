import dataclasses

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog

from facedesk.gallery.photo import Role
from facedesk.ui.dialogs.look_doubt_dialog import LookDoubtDialog
from facedesk.ui.dialogs.person_dialog import PersonDialog
from facedesk.ui.dialogs.remove_avatar_dialog import RemoveAvatarDialog
from facedesk.ui.dialogs.remove_photo_dialog import RemovePhotoDialog


@pytest.fixture
def show(qtbot, context, ready_session):
    """A function that opens the dialog about a person."""

    def show_(person):
        made = PersonDialog(dataclasses.replace(context, session=ready_session), person)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(made)
        made.open()
        qtbot.waitUntil(lambda: made.face.image is not None)
        return made

    return show_


@pytest.fixture
def eileen(context, astronaut_photo):
    return context.gallery.enrol("Eileen", astronaut_photo)


@pytest.fixture
def eileens_file(tmp_path, astronaut):
    path = tmp_path / "eileen.png"
    Image.fromarray(astronaut[:, ::-1]).save(path)
    return path


@pytest.fixture
def graces_file(tmp_path, admiral):
    path = tmp_path / "grace.png"
    Image.fromarray(admiral).save(path)
    return path


def child(dialog, kind):
    return next((made for made in dialog.findChildren(kind) if made.isVisible()), None)


def roles(context, person):
    return [photo.role for photo in context.gallery.photos(person.id)]


class TestSomeoneWithOnePhoto:
    @pytest.fixture
    def dialog(self, show, enrol):
        return show(enrol("Ada")[0])

    def test_is_told_what_looks_and_corrections_are_for(self, dialog):
        assert "help to recognise Ada" in dialog.looks.sentence.text()
        assert dialog.looks.sentence.text().endswith("4 more can be added.")
        assert dialog.corrections.sentence.text().startswith("None.")
        assert dialog.looks.tiles == dialog.corrections.tiles == ()

    def test_escape_closes_it(self, qtbot, dialog):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        assert not dialog.isVisible()


class TestSomeoneWithSeveral:
    @pytest.fixture
    def ada(self, context, enrol, make_photo):
        (ada,) = enrol("Ada")
        context.gallery.add_look(ada.id, make_photo(1))
        context.gallery.add_look(ada.id, make_photo(2))
        context.gallery.correct(ada.id, make_photo(3))
        return ada

    def test_looks_and_corrections_are_shown_with_names_for_screen_readers(self, show, ada):
        dialog = show(ada)
        assert [tile.accessibleName() for tile in dialog.looks.tiles] == ["Look 1", "Look 2"]
        assert [tile.accessibleName() for tile in dialog.corrections.tiles] == ["Not Ada"]
        assert dialog.looks.tiles[1].remove.accessibleName() == "Remove: Look 2"
        assert dialog.looks.sentence.text().endswith("2 more can be added.")

    def test_tab_goes_through_it_from_top_to_bottom(self, qtbot, show, ada, context, make_photo):
        context.gallery.set_avatar(ada.id, make_photo(4))
        dialog = show(ada)
        dialog.add_look.setFocus()
        tiles = (*dialog.looks.tiles, *dialog.corrections.tiles, *dialog.avatar.tiles)
        qtbot.waitUntil(lambda: all(tile.remove.isVisible() for tile in tiles))
        enrolment = (dialog.enrolment.edit, dialog.enrolment.save, dialog.enrolment.print)
        for widget in (*(tile.remove for tile in tiles), *enrolment, dialog.close_button):
            qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
            assert dialog.focusWidget() is widget

    def test_a_look_is_removed_once_that_is_confirmed(self, qtbot, show, ada, context):
        dialog = show(ada)
        dialog.looks.tiles[0].remove.click()
        question = child(dialog, RemovePhotoDialog)
        with qtbot.waitSignal(dialog.changed) as changed:
            question.action.click()
        assert changed.args == [ada.id]
        assert roles(context, ada) == [Role.PHOTO, Role.LOOK, Role.CORRECTION]
        qtbot.waitUntil(lambda: len(dialog.looks.tiles) == 1)

    def test_a_correction_is_taken_back(self, qtbot, show, ada, context):
        dialog = show(ada)
        dialog.corrections.tiles[0].remove.click()
        question = child(dialog, RemovePhotoDialog)
        assert question.action.text() == "Take back"
        with qtbot.waitSignal(dialog.changed):
            question.action.click()
        assert roles(context, ada) == [Role.PHOTO, Role.LOOK, Role.LOOK]
        qtbot.waitUntil(lambda: dialog.corrections.tiles == ())

    def test_enter_alone_removes_nothing(self, qtbot, show, ada, context):
        dialog = show(ada)
        dialog.looks.tiles[0].remove.click()
        qtbot.keyClick(child(dialog, RemovePhotoDialog), Qt.Key.Key_Return)
        assert len(roles(context, ada)) == 4

    def test_the_limit_is_told_before_it_is_hit(self, show, ada, context, make_photo):
        context.gallery.add_look(ada.id, make_photo(4))
        assert show(ada).looks.sentence.text().endswith("One more can be added.")
        context.gallery.add_look(ada.id, make_photo(5))
        dialog = show(ada)
        assert not dialog.add_look.isEnabled()
        assert "Remove one to add another" in dialog.looks.sentence.text()


class TestTheAvatar:
    @pytest.fixture
    def dialog(self, show, enrol, context, make_photo):
        (ada,) = enrol("Ada")
        context.gallery.set_avatar(ada.id, make_photo(1))
        return show(ada)

    def test_is_shown_apart_from_the_photos_by_which_they_are_recognised(self, dialog):
        (tile,) = dialog.avatar.tiles
        assert tile.accessibleName() == "The avatar"
        assert "stands for Ada in lists" in dialog.avatar.sentence.text()
        assert dialog.looks.tiles == ()

    def test_is_removed_once_that_is_confirmed(self, qtbot, dialog, context):
        dialog.avatar.tiles[0].remove.click()
        question = child(dialog, RemoveAvatarDialog)
        with qtbot.waitSignal(dialog.changed):
            question.action.click()
        assert context.gallery.avatar(1) is None
        qtbot.waitUntil(lambda: dialog.avatar.isHidden())

    def test_is_no_part_of_it_for_most(self, show, enrol):
        assert show(enrol("Grace")[0]).avatar.isHidden()


class TestAddingLooks:
    def test_a_photo_of_the_person_is_added_at_once(
        self, qtbot, show, eileen, eileens_file, context
    ):
        dialog = show(eileen)
        with qtbot.waitSignal(dialog.changed, timeout=20_000):
            dialog.add([eileens_file])
        assert roles(context, eileen) == [Role.PHOTO, Role.LOOK]
        assert dialog.status.text() == "One look was added."
        qtbot.waitUntil(lambda: len(dialog.looks.tiles) == 1)

    def test_files_can_be_chosen_or_dropped(self, show, eileen, eileens_file, monkeypatch):
        dialog = show(eileen)
        added = []
        monkeypatch.setattr(dialog.adding, "add", added.append)
        monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(eileens_file)], ""))
        dialog.add_look.click()
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(eileens_file))])
        dialog.dropEvent(
            QDropEvent(
                QPointF(5, 5),
                Qt.DropAction.CopyAction,
                data,
                Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.NoModifier,
            )
        )
        assert added == [[eileens_file], [eileens_file]]

    def test_a_photo_of_somebody_else_is_questioned_and_may_be_left_out(
        self, qtbot, show, eileen, graces_file, context
    ):
        dialog = show(eileen)
        dialog.add([graces_file])
        qtbot.waitUntil(lambda: child(dialog, LookDoubtDialog) is not None, timeout=20_000)
        question = child(dialog, LookDoubtDialog)
        reason = question.content.itemAt(0).widget().text()
        assert reason.startswith("This does not look like Eileen (score ")
        qtbot.keyClick(question, Qt.Key.Key_Return)
        assert not question.isVisible()
        assert roles(context, eileen) == [Role.PHOTO]

    def test_or_added_all_the_same(self, qtbot, show, eileen, graces_file, context):
        dialog = show(eileen)
        dialog.add([graces_file])
        qtbot.waitUntil(lambda: child(dialog, LookDoubtDialog) is not None, timeout=20_000)
        with qtbot.waitSignal(dialog.changed):
            child(dialog, LookDoubtDialog).action.click()
        assert roles(context, eileen) == [Role.PHOTO, Role.LOOK]

    def test_that_it_looks_like_someone_enrolled_is_said(
        self, qtbot, show, eileen, graces_file, context, admiral, models
    ):
        from facedesk.gallery.enrolment import prepare_photo

        context.gallery.enrol("Grace", prepare_photo(admiral, models))
        dialog = show(eileen)
        dialog.add([graces_file])
        qtbot.waitUntil(lambda: child(dialog, LookDoubtDialog) is not None, timeout=20_000)
        reason = child(dialog, LookDoubtDialog).content.itemAt(0).widget().text()
        assert reason.startswith("This looks more like Grace (score ")

    def test_of_several_each_refusal_is_told_and_the_rest_goes_on(
        self, qtbot, show, eileen, eileens_file, context
    ):
        bad = eileens_file.with_name("bad.jpg")
        bad.write_text("no picture")
        dialog = show(eileen)
        with qtbot.waitSignal(dialog.changed, timeout=20_000):
            dialog.add([bad, eileens_file])
        lines = dialog.status.text().splitlines()
        assert lines[0] == "One look was added."
        assert lines[1].startswith("bad.jpg: This file is not a picture.")

    def test_more_than_there_is_room_for_are_told(
        self, qtbot, show, eileen, eileens_file, context, astronaut_photo
    ):
        for _ in range(3):
            context.gallery.add_look(eileen.id, astronaut_photo)
        dialog = show(eileen)
        with qtbot.waitSignal(dialog.changed, timeout=20_000):
            dialog.add([eileens_file] * 3)
        assert context.gallery.person("Eileen").photos == 5
        lines = dialog.status.text().splitlines()
        assert [line.partition(":")[0] for line in lines[1:]] == ["eileen.png"] * 2
        assert "Remove one first" in lines[1]

    def test_a_person_removed_meanwhile_is_told(self, qtbot, show, eileen, eileens_file, context):
        dialog = show(eileen)
        context.gallery.remove(eileen.id)
        dialog.add([eileens_file])
        qtbot.waitUntil(lambda: "was removed" in dialog.status.text(), timeout=20_000)

    def test_closing_gives_up_what_is_under_way(self, qtbot, show, eileen, eileens_file, context):
        dialog = show(eileen)
        dialog.add([eileens_file] * 4)
        dialog.reject()
        qtbot.waitUntil(lambda: context.tasks.running == (), timeout=20_000)
        assert "added" not in dialog.status.text()
