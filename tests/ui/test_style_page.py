import dataclasses

import numpy as np
import pytest
from live_stage import StageSession, known, picture
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog

from facedesk.style.style_settings import Colour, Start, StyleLayer, StyleSettings
from facedesk.ui.dialogs.avatar_dialog import AvatarDialog
from facedesk.ui.messages import Level
from facedesk.ui.pages.style_page import StylePage
from facedesk.ui.widgets.style_content import CAMERA
from facedesk.ui.widgets.style_options import StyleOptions

TINY = StyleSettings(size=64, steps=3)
ENDLESS = StyleSettings(size=64, steps=100_000)


@pytest.fixture
def session(models):
    """One with a camera to play with, and the networks."""
    session = StageSession()
    session.models = models
    return session


@pytest.fixture
def page(qtbot, context, session):
    made = StylePage(dataclasses.replace(context, session=session))
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    made.shown()
    yield made
    made.hidden()
    context.tasks.stop()


@pytest.fixture
def file(tmp_path, astronaut):
    path = tmp_path / "eileen.png"
    Image.fromarray(astronaut).save(path)
    return path


@pytest.fixture
def quickly(monkeypatch):
    """A function that lets the page draw with these settings, whatever is chosen."""

    def draw(settings):
        monkeypatch.setattr(StyleOptions, "settings", settings)

    return draw


@pytest.fixture
def draw(qtbot, page, file, quickly):
    """A function that draws a picture to the end."""

    def draw_():
        quickly(TINY)
        page.content.take_file(file)
        qtbot.waitUntil(page.start.isEnabled)
        with qtbot.waitSignal(page.styling.ended, timeout=60_000):
            page.start.click()

    return draw_


def drop(page, where, file):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    centre = QPointF(where.mapTo(page, where.rect().center()))
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    page.dropEvent(QDropEvent(centre, Qt.DropAction.CopyAction, data, buttons, keys))


class TestChoosing:
    def test_it_begins_with_what_to_do_and_nothing_to_start(self, page):
        assert page.stage.empty.isVisible()
        assert not page.start.isEnabled()
        assert page.start.accessibleDescription() == "Choose a picture first."
        assert not page.stage.save.isEnabled()

    def test_a_file_is_shown_large(self, qtbot, page, file):
        page.content.take_file(file)
        qtbot.waitUntil(page.start.isEnabled)
        assert page.content.name.text() == "eileen.png"
        assert page.content.note.text() == "512 × 512"
        assert page.stage.compare.isVisible()

    def test_what_is_no_picture_is_refused_with_the_reason(self, qtbot, page, tmp_path):
        text = tmp_path / "notes.txt"
        text.write_text("no picture")
        page.content.take_file(text)
        qtbot.waitUntil(lambda: page.content.note.property("role") == "error")
        assert "not a picture" in page.content.note.text()
        assert not page.start.isEnabled()

    def test_the_photo_of_somebody_enrolled_can_be_drawn(self, qtbot, page, enrol):
        ada, _ = enrol("Ada", "Grace")
        page._watch.look()
        qtbot.waitUntil(page.content.field.isEnabled)
        page.content.field.person_chosen.emit(ada)
        qtbot.waitUntil(lambda: page.content.picture is not None)
        assert page.content.picture.person == ada
        assert page.content.name.text() == "Ada"
        assert page.disguise.field.person == ada  # suggested, not switched on
        assert page.disguise.person is None

    def test_the_camera_is_looked_at_until_the_picture_is_taken(self, qtbot, page, session):
        page.content.ways.button(CAMERA).click()
        assert page.content.take.text() == "Open a camera…"
        with qtbot.waitSignal(page.page_wanted) as wanted:
            page.content.take.click()
        assert wanted.args == ["Live"]
        session.play(known())
        qtbot.waitUntil(lambda: page.content.take.text() == "Take the picture")
        page.content.take.click()
        assert page.content.picture.image is not None
        assert np.array_equal(page.content.picture.image, picture())
        assert page.content.take.text() == "Look again"
        page.content.take.click()
        assert page.content.take.text() == "Take the picture"
        assert page.start.isEnabled()  # with the one that was taken

    def test_a_file_is_dropped_on_the_style_or_elsewhere(self, qtbot, page, file):
        drop(page, page.style_choice, file)
        qtbot.waitUntil(lambda: page.style_choice.name == "Your picture")
        assert page.content.picture is None
        assert page.style_choice.draw(64).shape == (512, 512, 3)
        drop(page, page.stage, file)
        qtbot.waitUntil(page.start.isEnabled)

    def test_the_patterns_are_thumbnails_with_names(self, qtbot, page):
        first = page.style_choice.group.button(0)
        qtbot.waitUntil(lambda: not first.icon().isNull(), timeout=30_000)
        names = [button.accessibleName() for button in page.style_choice.group.buttons()]
        assert all(names)
        assert page.style_choice.draw(64).shape == (64, 64, 3)


class TestOptions:
    @pytest.fixture
    def options(self, qtbot):
        made = StyleOptions()
        qtbot.addWidget(made)
        made.show()
        return made

    def test_they_begin_with_the_defaults(self, options):
        assert options.settings == StyleSettings()

    def test_each_of_them_counts(self, options):
        options.strength.slider.setValue(10)
        options.layer.take("5_1")
        options.colours.button(1).click()
        options.size.take(256)
        options.rest.start.take(Start.BOTH)
        options.rest.weights["2_1"].slider.setValue(-10)
        options.rest.weights["3_1"].slider.setValue(-21)
        chosen = options.settings
        assert chosen.style_weight == pytest.approx(10 * StyleSettings().style_weight)
        assert (chosen.content_layer, chosen.colour) == ("5_1", Colour.CONTENT)
        assert (chosen.size, chosen.start) == (256, Start.BOTH)
        before = {each.name: each.weight for each in StyleSettings().style_layers}
        assert StyleLayer("2_1", before["2_1"] / 10) in chosen.style_layers
        assert StyleLayer("3_1", 0.0) in chosen.style_layers

    def test_a_layer_is_explained(self, options):
        options.layer.take("1_1")
        shallow = options.about_layer.text()
        options.layer.take("5_1")
        assert options.about_layer.text() != shallow

    def test_the_rest_is_behind_more(self, options):
        assert options.rest.isHidden()
        options.more.click()
        assert options.rest.isVisible()
        sliders = [each.slider for each in options.rest.weights.values()]
        assert all(slider.accessibleName() for slider in sliders)


class TestDrawing:
    def test_the_result_comes_beside_the_original(self, page, draw):
        draw()
        assert page.stage.compare.divided
        assert page.stage.words.text() == "Done in 3 steps · 64 × 64"
        assert page.stage.save.isVisible()
        assert page.start.isEnabled()
        page.stage.views.button(1).click()
        assert page.stage.chart.legend.names[0].startswith("Content")

    def test_stopped_it_keeps_the_picture_there_is(self, qtbot, page, file, quickly):
        quickly(ENDLESS)
        page.content.take_file(file)
        qtbot.waitUntil(page.start.isEnabled)
        page.start.click()
        assert not page.content.isEnabled()
        qtbot.waitUntil(lambda: page.stage.compare.divided, timeout=60_000)
        page.stage.pause.click()
        assert page.styling.paused
        assert page.stage.pause.text() == "Go on"
        with qtbot.waitSignal(page.styling.ended, timeout=60_000):
            page.stage.cancel.click()
        assert page.stage.compare.divided
        assert page.stage.words.text().startswith("Stopped at step")
        assert page.content.isEnabled()

    def test_why_nothing_can_be_drawn_is_said(self, qtbot, page, tmp_path, said, quickly):
        quickly(TINY)
        strip = tmp_path / "strip.png"
        Image.new("RGB", (900, 20)).save(strip)
        page.content.take_file(strip)
        qtbot.waitUntil(page.start.isEnabled)
        with qtbot.waitSignal(page.styling.failed, timeout=60_000):
            page.start.click()
        assert said[-1].level is Level.ERROR
        assert "too short" in said[-1].text
        assert page.start.isEnabled()

    def test_whom_to_hide_must_be_chosen(self, qtbot, page, file, enrol):
        ada, _ = enrol("Ada", "Grace")
        page._watch.look()
        qtbot.waitUntil(page.disguise.field.isEnabled)
        page.content.take_file(file)
        qtbot.waitUntil(page.start.isEnabled)
        page.disguise.switch.click()
        assert not page.start.isEnabled()
        page.disguise.suggest(ada)
        assert page.start.isEnabled()


class TestTheResult:
    @pytest.mark.parametrize("name", ["result.png", "result.jpg"])
    def test_is_saved(self, qtbot, page, draw, tmp_path, monkeypatch, said, name):
        draw()
        path = tmp_path / name
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
        page.stage.save.click()
        qtbot.waitUntil(lambda: any(each.level is Level.SUCCESS for each in said))
        with Image.open(path) as saved:
            assert saved.size == (64, 64)

    def test_becomes_the_avatar_of_somebody_but_never_their_photo(
        self, qtbot, page, draw, context, enrol, said
    ):
        ada, grace = enrol("Ada", "Grace")
        photo = context.gallery.photo(grace.id)
        draw()
        page.stage.avatar.click()
        qtbot.waitUntil(lambda: page.findChildren(AvatarDialog) != [], timeout=30_000)
        (dialog,) = page.findChildren(AvatarDialog)
        assert not dialog.action.isEnabled()
        dialog.field.person_chosen.emit(grace)
        dialog.field.show_person(grace)
        dialog.action.click()
        qtbot.waitUntil(lambda: said != [])
        assert said[-1].text == "Grace has an avatar now."
        assert context.gallery.avatar(grace.id) is not None
        assert context.gallery.avatar(ada.id) is None
        assert context.gallery.photo(grace.id).jpeg == photo.jpeg
        said[-1].action.do()
        qtbot.waitUntil(lambda: context.gallery.avatar(grace.id) is None)

    def test_is_nobody_s_avatar_where_nobody_is_enrolled(self, qtbot, page, draw, said):
        draw()
        page.stage.avatar.click()
        qtbot.waitUntil(lambda: said != [], timeout=30_000)
        assert said[-1].level is Level.INFO


def test_everything_can_be_reached_by_tab(qtbot, page, draw):
    draw()
    page.options.more.click()
    wanted = {
        page.content.choose, page.style_choice.choose, page.options.strength.slider,
        page.options.layer, page.options.size, page.options.more,
        page.options.rest.weights["5_1"].slider, page.disguise.switch, page.start,
        page.stage.compare, page.stage.save, page.stage.avatar,
    }  # fmt: skip
    seen = set()
    page.content.choose.setFocus()
    for _ in range(80):
        seen.add(page.focusWidget())
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    assert wanted <= seen
