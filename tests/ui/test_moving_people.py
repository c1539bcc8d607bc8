import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from facedesk.gallery.protection.passphrase import ScryptCost
from facedesk.gallery.store import open_gallery
from facedesk.gallery.transfer.exporting import export_people
from facedesk.ui.dialogs.clash_dialog import ClashDialog
from facedesk.ui.dialogs.export_dialog import ExportDialog
from facedesk.ui.dialogs.file_passphrase_dialog import FilePassphraseDialog
from facedesk.ui.dialogs.import_plan_dialog import ImportPlanDialog
from facedesk.ui.messages import Level
from facedesk.ui.pages.people_page import PeoplePage

PASSPHRASE = "correct horse battery"


@pytest.fixture
def page(qtbot, context, enrol):
    enrol("Ada", "Grace")
    made = PeoplePage(context)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    made.shown()
    qtbot.waitUntil(lambda: made.grid.model().rowCount() == 2)
    yield made
    made.hidden()


@pytest.fixture
def path(tmp_path):
    return tmp_path / "people.facedesk"


@pytest.fixture
def theirs(tmp_path, make_photo, path):
    """A file with the same Ada, another Grace, another Emmy where there is one, and a new Hedy."""
    gallery = open_gallery(tmp_path / "elsewhere" / "gallery.sqlite3")
    for number, name in ((0, "Ada"), (7, "Grace"), (8, "Emmy"), (9, "Hedy")):
        gallery.enrol(name, make_photo(number))
    export_people(gallery, path, PASSPHRASE, lambda *_: None, None, ScryptCost(n=16))
    gallery.close()
    return path


def dialog(qtbot, page, kind):
    """Wait for a dialog of this kind."""
    found = []

    def there():
        found[:] = [d for d in page.findChildren(kind) if d.isVisible()]
        return bool(found)

    qtbot.waitUntil(there)
    return found[0]


def names(page):
    model = page.grid.model()
    return [model.index(row).data() for row in range(model.rowCount())]


class TestExporting:
    @pytest.fixture(autouse=True)
    def chosen_file(self, monkeypatch, path):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))

    def test_everyone_or_only_who_is_selected(self, qtbot, page, path, said, tmp_path):
        page.grid.choose(page.grid.model().person(1).id)
        page.export.trigger()
        asked = dialog(qtbot, page, ExportDialog)
        assert asked.one.text() == "Export only Grace"
        assert not asked.one.isChecked()
        asked.one.setChecked(True)
        qtbot.keyClicks(asked.passphrase, PASSPHRASE)
        qtbot.keyClicks(asked.again, PASSPHRASE)
        qtbot.keyClick(asked.again, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: bool(said))
        assert (said[0].level, said[0].text) == (Level.SUCCESS, "One person is exported.")
        assert path.exists()

    @pytest.mark.parametrize(
        ("first", "second", "problem"),
        [("short", "short", "at least 8"), (PASSPHRASE, "correct horse", "not the same")],
    )
    def test_a_passphrase_too_short_or_mistyped_is_said_there(
        self, qtbot, page, path, first, second, problem
    ):
        page.export.trigger()
        asked = dialog(qtbot, page, ExportDialog)
        qtbot.keyClicks(asked.passphrase, first)
        qtbot.keyClicks(asked.again, second)
        asked.action.click()
        assert problem in asked.problem.text()
        assert asked.isVisible()
        asked.reject()
        assert not path.exists()

    def test_without_the_passphrase_nobody_can_open_it_and_that_is_said(self, qtbot, page):
        page.export.trigger()
        asked = dialog(qtbot, page, ExportDialog)
        assert "nobody can open it" in asked.sentence.text()
        assert not asked.one.isVisible()
        asked.reject()


class TestImporting:
    @pytest.fixture
    def opened(self, qtbot, page, theirs, enrol, context, make_photo):
        """The file is chosen, and its passphrase typed."""
        context.gallery.enrol("Emmy", make_photo(3))
        page.moving.import_file(theirs)
        asked = dialog(qtbot, page, FilePassphraseDialog)
        qtbot.keyClicks(asked.passphrase, PASSPHRASE)
        qtbot.keyClick(asked.passphrase, Qt.Key.Key_Return)
        return dialog(qtbot, page, ImportPlanDialog)

    def test_the_plan_says_who_is_new_and_who_clashes(self, opened):
        assert opened.heading.text() == "New: 1. Here with other pictures: 2. Here already: 1."
        rows = [line.split("\t") for line in opened.lists[0].text.splitlines()]
        assert [(row[0], row[2]) for row in rows] == [
            ("Grace", "Here with other pictures"),
            ("Emmy", "Here with other pictures"),
            ("Hedy", "New"),
            ("Ada", "Here already, the same"),
        ]

    def test_each_clash_is_asked_about_and_then_everyone_comes(
        self, qtbot, page, opened, said, context
    ):
        opened.go_on.click()
        asked = dialog(qtbot, page, ClashDialog)
        assert asked.heading.text() == "Grace is here with other pictures"
        assert asked.for_all.isVisible()
        qtbot.waitUntil(lambda: None not in (asked.mine.face.image, asked.theirs.face.image))
        asked.both.click()
        assert asked.heading.text() == "Emmy is here with other pictures"
        assert not asked.for_all.isVisible()
        asked.replace.click()
        qtbot.waitUntil(lambda: bool(said))
        assert said[0].text == "Added: 2. Replaced: 1. Left as they were: 1."
        qtbot.waitUntil(lambda: names(page) == ["Ada", "Emmy", "Grace", "Grace (2)", "Hedy"])
        context.tasks.stop()

    def test_one_answer_can_be_for_all(self, qtbot, page, opened, said, context):
        opened.go_on.click()
        asked = dialog(qtbot, page, ClashDialog)
        asked.for_all.setChecked(True)
        asked.action.click()
        qtbot.waitUntil(lambda: bool(said))
        assert said[0].text == "Added: 1. Replaced: 0. Left as they were: 3."
        context.tasks.stop()

    def test_given_up_at_a_clash_nothing_has_changed(self, qtbot, page, opened, context):
        before = context.gallery.revision()
        opened.go_on.click()
        asked = dialog(qtbot, page, ClashDialog)
        asked.both.click()
        asked.reject()
        qtbot.wait(50)
        assert context.gallery.revision() == before


def test_a_wrong_passphrase_is_said_and_can_be_typed_again(qtbot, page, theirs):
    page.moving.import_file(theirs)
    asked = dialog(qtbot, page, FilePassphraseDialog)
    qtbot.keyClicks(asked.passphrase, "wrong horse battery")
    asked.action.click()
    qtbot.waitUntil(asked.problem.isVisible)
    assert "does not open the file" in asked.problem.text()
    assert asked.passphrase.isEnabled()
    qtbot.keyClicks(asked.passphrase, PASSPHRASE)
    assert not asked.problem.isVisible()
    asked.action.click()
    dialog(qtbot, page, ImportPlanDialog).reject()


def test_a_file_of_another_kind_is_said_so(qtbot, page, tmp_path, said):
    (tmp_path / "notes.txt").write_text("no people")
    page.moving.import_file(tmp_path / "notes.txt")
    asked = dialog(qtbot, page, FilePassphraseDialog)
    asked.action.click()
    qtbot.waitUntil(lambda: bool(said))
    assert "not made by facedesk" in said[0].text
