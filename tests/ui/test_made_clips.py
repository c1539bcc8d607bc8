import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel

from facedesk.liveness.made.contact_sheet import ClipRow
from facedesk.liveness.made.kinds import Kind
from facedesk.liveness.made.scene import SIZE
from facedesk.ui import making_clips
from facedesk.ui.dialogs.made_clips_dialog import KINDS, MadeClipsDialog
from facedesk.ui.making_clips import ClipsWish, MadeClips, MakingClips
from facedesk.ui.pages.lab_page import LabPage

WAIT_MS = 60_000


def plain_rows(face, other, seed):
    """Rows that are made in a moment: the grey value of the picture tells face and draw."""
    grey = int(face.image.mean()) // 10 * 10 + seed
    for kind in Kind:
        yield ClipRow(kind, [np.full((*SIZE[::-1], 3), grey, np.uint8)] * 6)


@pytest.fixture
def quick(monkeypatch):
    monkeypatch.setattr(making_clips, "clip_rows", plain_rows)


@pytest.fixture
def make(qtbot, context):
    """A function that makes clips and returns what came of it."""

    def make(wish):
        making = MakingClips(context, context.tasks)
        came = []
        making.found.connect(came.append)
        making.failed.connect(came.append)
        making.start(wish)
        qtbot.waitUntil(lambda: bool(came), timeout=WAIT_MS)
        return came[0]

    return make


@pytest.fixture
def page(qtbot, context):
    made = LabPage(context)
    qtbot.addWidget(made)
    made.show()
    return made


class TestMaking:
    def test_a_row_of_each_kind_for_each_of_three_people(self, make, quick, enrol):
        enrol("Ada", "Grace", "Alan", "Edsger")
        made = make(ClipsWish(None, 1))
        assert [[row.kind for row in rows] for rows in made.sheets] == [list(Kind)] * 3

    def test_one_person_is_enough(self, make, enrol):
        enrol("Ada")
        (rows,) = make(ClipsWish(None, 1)).sheets
        assert rows[0].pictures[0].shape == (*SIZE[::-1], 3)

    def test_without_anybody_it_says_what_to_do(self, make):
        assert make(ClipsWish(None, 1)).code == "nobody_to_see"

    def test_of_a_folder_it_takes_the_photos_that_show_a_face(
        self, make, quick, tmp_path, astronaut, models, context, monkeypatch
    ):
        monkeypatch.setattr(type(context.session), "models", models)
        Image.fromarray(astronaut).save(tmp_path / "astronaut.jpg")
        Image.new("RGB", (300, 200), "green").save(tmp_path / "meadow.png")
        (tmp_path / "broken.jpg").write_text("no picture")
        assert len(make(ClipsWish(tmp_path, 1)).sheets) == 1

    def test_of_a_folder_without_faces_it_says_so(
        self, make, quick, tmp_path, models, context, monkeypatch
    ):
        monkeypatch.setattr(type(context.session), "models", models)
        Image.new("RGB", (300, 200), "green").save(tmp_path / "meadow.png")
        assert make(ClipsWish(tmp_path, 1)).code == "no_faces_to_see"


class TestInTheLab:
    def test_a_button_leads_to_the_clips_of_the_own_people(self, page, quick, enrol, qtbot):
        enrol("Ada", "Grace")
        qtbot.keyClick(page.made_clips.people, Qt.Key.Key_Space)
        qtbot.waitUntil(lambda: bool(page.findChildren(MadeClipsDialog)), timeout=WAIT_MS)
        (dialog,) = page.findChildren(MadeClipsDialog)
        named = {label.text() for label in dialog.sheet.findChildren(QLabel)}
        assert set(KINDS.values()) <= named
        dialog.close_button.click()

    def test_others_can_be_drawn(self, page, quick, enrol, qtbot):
        enrol("Ada")
        page.clips.make(ClipsWish(None, 1))
        qtbot.waitUntil(lambda: page.clips.dialog is not None, timeout=WAIT_MS)
        first = page.clips.dialog
        picture = first.picture()
        first.again.click()
        qtbot.waitUntil(lambda: page.clips.dialog is not first, timeout=WAIT_MS)
        assert not np.array_equal(page.clips.dialog.picture(), picture)
        page.clips.dialog.close_button.click()

    def test_what_cannot_be_made_is_said_in_the_card(self, page, qtbot):
        page.made_clips.people.click()
        qtbot.waitUntil(page.made_clips.problem.isVisible, timeout=WAIT_MS)
        assert "Nobody is enrolled yet" in page.made_clips.problem.text()
        assert page.made_clips.people.isVisible()

    def test_it_can_be_cancelled(self, page, monkeypatch, enrol, qtbot):
        monkeypatch.setattr(making_clips, "clip_rows", endless_rows)
        enrol("Ada")
        page.made_clips.people.click()
        qtbot.waitUntil(lambda: "clips" in page.made_clips.words.text(), timeout=WAIT_MS)
        assert page.made_clips.people.isHidden()
        page.made_clips.cancel.click()
        qtbot.waitUntil(page.made_clips.people.isVisible, timeout=WAIT_MS)
        assert page.clips.dialog is None

    def test_they_are_saved_as_one_picture_in_full_size(
        self, page, context, quick, enrol, qtbot, tmp_path, monkeypatch
    ):
        enrol("Ada", "Grace")
        file = tmp_path / "clips.png"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), "*.png"))
        page.clips.make(ClipsWish(None, 1))
        qtbot.waitUntil(lambda: page.clips.dialog is not None, timeout=WAIT_MS)
        page.clips.dialog.save.click()
        qtbot.waitUntil(lambda: file.exists() and not context.tasks.running, timeout=WAIT_MS)
        with Image.open(file) as saved:
            assert saved.size == (6 * SIZE[0], 2 * len(Kind) * (SIZE[1] + 16))
        page.clips.dialog.close_button.click()


def endless_rows(face, other, seed):
    """Rows without an end."""
    while True:
        yield ClipRow(Kind.LIVE, [])


def test_every_kind_has_a_name(qtbot):
    dialog = MadeClipsDialog(MadeClips(ClipsWish(None, 7), ()))
    qtbot.addWidget(dialog)
    assert set(KINDS) == set(Kind)
    assert any("Draw 7." in label.text() for label in dialog.findChildren(QLabel))
