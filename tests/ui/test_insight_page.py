"""The Insight page with real networks, two people, and a camera that shows what it is told."""

import dataclasses

import numpy as np
import pytest
from live_stage import StageSession, known, unknown
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from facedesk.encoder.models import detect_in_photo
from facedesk.encoder.template import Template, unit
from facedesk.gallery.enrolment import prepare_photo
from facedesk.live.knowledge import load_knowledge
from facedesk.ui.dialogs.unit_dialog import FACE, LIVE, PHOTO, UnitDialog
from facedesk.ui.pages.insight_page import InsightPage
from facedesk.vision.alignment import align
from facedesk.vision.quality import judge
from facedesk.vision.shot import Shot

LONG = 20_000


@pytest.fixture(scope="module")
def knowledge(models):
    return load_knowledge(models.encoder.id)


@pytest.fixture
def session(models, knowledge):
    made = StageSession()
    made.models, made.knowledge = models, knowledge
    return made


@pytest.fixture
def ready(context, session):
    return dataclasses.replace(context, session=session)


@pytest.fixture
def page(qtbot, ready):
    made = InsightPage(ready)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    made.shown()
    yield made
    made.hidden()


@pytest.fixture(scope="module")
def admiral_photo(admiral, models):
    return prepare_photo(admiral, models)


@pytest.fixture
def two(context, astronaut_photo, admiral_photo):
    """Two people, enrolled."""
    return (
        context.gallery.enrol("Eileen", astronaut_photo),
        context.gallery.enrol("Grace", admiral_photo),
    )


@pytest.fixture(scope="module")
def eileen_shot(astronaut, models):
    image = np.ascontiguousarray(astronaut[:, ::-1])
    detection = detect_in_photo(image, models)[0]
    return Shot(image, detection, judge(image, align(image, detection)))


@pytest.fixture
def looked(qtbot, page, two):
    """The page with what excites the units on the photos of two people."""
    page.units.faces.start.click()
    qtbot.waitUntil(lambda: page.units.model.rowCount() > 0, timeout=LONG)
    return page.units


@pytest.fixture
def mapped(qtbot, page, two):
    """The page with the map of two people."""
    page.views.button(1).click()
    qtbot.waitUntil(lambda: page.map.map.isVisible(), timeout=LONG)
    return page.map


def titles(model):
    return [row.title for row in model.rows]


class TestWhatItSees:
    def test_at_first_it_says_what_it_would_show(self, page):
        assert page.units.nothing.isVisible()
        assert page.units.faces.start.isEnabled()

    def test_without_anybody_enrolled_it_says_what_to_do(self, qtbot, page):
        page.units.faces.start.click()
        qtbot.waitUntil(page.units.nobody.isVisible, timeout=LONG)

    def test_every_unit_of_a_layer_is_shown_from_the_shallowest_to_the_deepest(self, qtbot, looked):
        layers = looked._looked.inside.layers
        for index in (0, len(layers) - 1):
            looked.layer.slider.setValue(index)
            assert looked.model.rowCount() == layers[index].units
            assert looked.layer.title.text() == f"Layer {index + 1} of {len(layers)}"
        assert "whole face" in looked.layer.words.text()

    def test_the_interesting_come_first(self, looked):
        units = [looked.model.unit(row) for row in range(looked.model.rowCount())]
        interest = [unit.interest for unit in units]
        assert interest == sorted(interest, reverse=True)

    def test_their_patches_come_when_they_are_seen(self, qtbot, looked):
        def there():
            picture = looked.model.index(0).data(Qt.ItemDataRole.DecorationRole)
            return picture is not None and picture.width() > 0

        qtbot.waitUntil(there, timeout=LONG)

    def test_nobody_who_was_removed_stays_to_be_seen(self, qtbot, looked, two, context):
        context.gallery.remove(two[0].id)
        qtbot.waitUntil(looked.nothing.isVisible, timeout=LONG)
        assert not looked.grid.isVisible()

    def test_nothing_of_anybody_enrolled_is_left_in_a_file(self, looked, context):
        assert not context.paths.insight.exists()

    def test_a_folder_is_remembered_and_looked_through_once(
        self, qtbot, page, tmp_path, astronaut, monkeypatch, context
    ):
        from facedesk.insight import found_before

        Image.fromarray(astronaut).save(tmp_path / "she.png")
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
        page.units.faces.ways.button(1).click()
        assert page.units.faces.folder == tmp_path
        assert context.settings.get("insight.folder") == str(tmp_path)
        page.units.faces.start.click()
        qtbot.waitUntil(lambda: page.units.model.rowCount() > 0, timeout=LONG)
        monkeypatch.setattr(found_before, "find_strongest", None)
        with qtbot.waitSignal(page.units.looking.found, timeout=LONG):
            page.units.faces.start.click()

    def test_a_folder_without_faces_is_told(self, qtbot, page, tmp_path):
        Image.new("RGB", (80, 80)).save(tmp_path / "nobody.png")
        page.units.faces.choose_folder(tmp_path)
        page.units.faces.start.click()
        qtbot.waitUntil(page.units.failure.isVisible, timeout=LONG)
        assert "shows a face" in page.units.failure.sentence.text()

    def test_who_chooses_no_folder_stays_with_everyone(self, page, monkeypatch):
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
        page.units.faces.ways.button(1).click()
        assert page.units.faces.folder is None

    def test_cancelled_it_goes_back(self, qtbot, page, two):
        page.units.faces.start.click()
        page.units.faces.cancel.click()
        qtbot.waitUntil(lambda: not page.units.looking.running, timeout=LONG)
        assert page.units.nothing.isVisible() or page.units.grid.isVisible()
        assert page.units.faces.start.isVisible()


class TestUnit:
    @pytest.fixture
    def dialog(self, qtbot, looked):
        looked.layer.slider.setValue(2)
        looked.grid.setCurrentIndex(looked.model.index(0))
        qtbot.keyClick(looked.grid, Qt.Key.Key_Return)
        made = looked.findChild(UnitDialog)
        qtbot.waitUntil(lambda: bool(made.patches.buttons), timeout=LONG)
        yield made
        made.reject()

    def test_enter_shows_its_patches_and_the_photo_of_the_strongest(self, dialog):
        assert dialog.heading.text().startswith("Layer 3 of 16, Unit")
        assert len(dialog.patches.buttons) == 2  # of two faces
        assert dialog.views.taken == PHOTO
        assert "1 of 9:" in dialog.caption.text()
        assert "Eileen" in dialog.caption.text() or "Grace" in dialog.caption.text()

    def test_another_patch_shows_another_photo(self, dialog):
        before = dialog.caption.text()
        dialog.patches.buttons[1].click()
        assert dialog.caption.text().startswith("2 of 9:")
        assert dialog.caption.text() != before

    def test_on_its_face_the_strongest_is_all_there_is(self, dialog):
        dialog.views.button(FACE).click()
        assert dialog.heat.isVisible()
        assert dialog.heat.heat.max() == pytest.approx(1, abs=0.05)

    def test_on_the_live_face(self, qtbot, dialog, session, astronaut, eileen_shot):
        dialog.views.button(LIVE).click()
        assert "Nobody is in view" in dialog.words.text()
        session.play(unknown(box=tuple(eileen_shot.detection.box)))
        qtbot.waitUntil(lambda: dialog.heat.heat is not None, timeout=LONG)
        dialog.views.button(PHOTO).click()

    def test_of_a_picture(self, qtbot, dialog, tmp_path, astronaut, monkeypatch):
        Image.fromarray(astronaut).save(tmp_path / "she.png")
        path = str(tmp_path / "she.png")
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (path, ""))
        dialog.views.button(3).click()
        qtbot.waitUntil(lambda: dialog.heat.heat is not None, timeout=LONG)
        assert dialog.caption.text() == "she.png"

    def test_a_picture_without_a_face_is_told(self, qtbot, dialog, tmp_path, monkeypatch):
        Image.new("RGB", (80, 80)).save(tmp_path / "nobody.png")
        path = str(tmp_path / "nobody.png")
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (path, ""))
        dialog.views.button(3).click()
        qtbot.waitUntil(lambda: "face" in dialog.words.text() and "…" not in dialog.words.text())


class TestWhoIsNear:
    def test_without_anybody_enrolled_it_says_what_to_do(self, qtbot, page):
        page.views.button(1).click()
        qtbot.waitUntil(page.map.nobody.isVisible, timeout=LONG)

    def test_everyone_is_on_the_map_and_in_the_list(self, mapped):
        assert titles(mapped.panel.everyone) == ["Eileen", "Grace"]
        assert "to Grace" in mapped.panel.everyone.rows[0].words
        assert mapped.map.spots.titles == ("Eileen", "Grace")
        assert "100 in 100 people" in mapped.limits.text()

    def test_one_person_alone_has_nobody_near(self, qtbot, page, context, astronaut_photo):
        context.gallery.enrol("Eileen", astronaut_photo)
        page.views.button(1).click()
        qtbot.waitUntil(lambda: page.map.map.isVisible(), timeout=LONG)
        assert page.map.panel.everyone.rows[0].words == "Nobody else is enrolled."
        assert not page.map.limits.text()
        page.map.map.select(0)
        assert page.map.panel.hint.text() == "Nobody else is enrolled."

    def test_who_is_chosen_in_the_list_is_selected_on_the_map_with_neighbours(self, mapped):
        mapped.panel.list.setCurrentIndex(mapped.panel.everyone.index(1))
        assert mapped.map.selected == 1
        assert mapped.panel.title.text() == "Near Grace"
        assert titles(mapped.panel.neighbours) == ["Eileen"]
        assert mapped.panel.neighbours.rows[0].words.startswith("distance d ")

    def test_who_is_selected_on_the_map_is_marked_in_the_list(self, qtbot, mapped):
        mapped.map.setFocus()
        qtbot.keyClick(mapped.map, Qt.Key.Key_Right)
        chosen = mapped.panel.list.currentIndex().row()
        assert mapped.panel.everyone.rows[chosen].spot == mapped.map.selected

    def test_enter_goes_on_to_a_neighbour(self, qtbot, mapped):
        mapped.map.select(0)
        mapped.panel.near.setCurrentIndex(mapped.panel.neighbours.index(0))
        assert mapped.map.selected == 0
        mapped.panel.near.activated.emit(mapped.panel.near.currentIndex())
        assert mapped.map.selected == 1

    def test_the_search_narrows_the_list_down(self, mapped):
        mapped.panel.search.setText("gra")
        assert titles(mapped.panel.everyone) == ["Grace"]

    def test_a_live_face_appears_near_its_person_and_leaves(
        self, qtbot, mapped, session, eileen_shot
    ):
        session.play(known(3, "Eileen", shot=eileen_shot))
        qtbot.waitUntil(lambda: len(mapped.map.spots.places) == 3, timeout=LONG)
        live = mapped.panel.everyone.rows[0]
        assert (live.title, live.sign) == ("Eileen", "live")
        assert live.words.startswith("In view, ")
        assert live.words.endswith("to Eileen")
        eileen, grace, place = mapped.map.spots.places
        assert np.linalg.norm(place - eileen) < np.linalg.norm(place - grace)
        mapped.map.select(2)
        assert mapped.panel.title.text() == "Near Eileen"
        session.play()
        qtbot.waitUntil(lambda: len(mapped.map.spots.places) == 2, timeout=LONG)
        assert mapped.map.selected is None

    def test_a_live_face_waits_until_the_map_is_of_the_same_encoder(
        self, qtbot, mapped, session, eileen_shot
    ):
        session.play(known(3, "Eileen", shot=eileen_shot))
        qtbot.waitUntil(lambda: len(mapped.map.spots.places) == 3, timeout=LONG)
        (face,) = mapped._live
        short = unit(np.ones(8, np.float32))
        mapped.faces.changed.emit((dataclasses.replace(face, vector=short, encoder_id="other"),))
        assert len(mapped.map.spots.places) == 2

    def test_who_is_too_close_is_marked_with_a_sign_and_words(
        self, qtbot, page, context, models, astronaut_photo
    ):
        vector = unit(astronaut_photo.template.vector + 0.001)
        twin = dataclasses.replace(astronaut_photo, template=Template(vector, models.encoder.id))
        context.gallery.enrol("Eileen", astronaut_photo)
        context.gallery.enrol("Twin", twin)
        page.views.button(1).click()
        qtbot.waitUntil(lambda: page.map.map.isVisible(), timeout=LONG)
        row = page.map.panel.everyone.rows[0]
        assert row.sign == "warning"
        assert row.words.startswith("Too close: ")
        assert page.map.map.spots.close == ((0, 1),)

    def test_somebody_new_joins_while_the_selection_stays(
        self, qtbot, mapped, context, models, make_photo
    ):
        mapped.map.select(1)
        vector = make_photo(5).template.vector
        photo = dataclasses.replace(make_photo(5), template=Template(vector, models.encoder.id))
        context.gallery.enrol("Ada", photo)
        qtbot.waitUntil(lambda: len(mapped.map.spots.places) == 3, timeout=LONG)
        assert titles(mapped.panel.everyone) == ["Ada", "Eileen", "Grace"]
        assert mapped.map.spots.titles[mapped.map.selected] == "Grace"
