import dataclasses
import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette

from facedesk.ui.colours import DARK, LIGHT
from facedesk.ui.style_sheet import style_sheet
from facedesk.ui.theme import Theme, palette


@pytest.fixture
def dressed(qapp):
    """The application, undressed again after the test."""
    before = qapp.palette(), qapp.styleSheet()
    yield qapp
    qapp.setPalette(before[0])
    qapp.setStyleSheet(before[1])
    qapp.styleHints().setColorScheme(Qt.ColorScheme.Unknown)


def luminance(colour: str) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in QColor(colour).getRgbF()[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2, 1…21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


TEXTS = [
    *((text, ground) for text in ("text", "muted") for ground in ("page", "side", "surface")),
    *(("text", ground) for ground in ("hover", "tint", "line")),
    *((text, "surface") for text in ("danger", "success", "warning", "accent")),
    ("danger", "page"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("page", "text"),
]
SHAPES = [
    *((edge, ground) for edge in ("edge", "accent", "danger") for ground in ("page", "surface")),
    *((edge, "surface") for edge in ("success", "warning")),
    ("accent", "side"),
    ("accent", "tint"),
]


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
class TestContrast:
    @pytest.mark.parametrize(("text", "ground"), TEXTS)
    def test_texts_can_be_read(self, colours, text, ground):
        assert contrast(getattr(colours, text), getattr(colours, ground)) >= 4.5

    @pytest.mark.parametrize(("shape", "ground"), SHAPES)
    def test_borders_icons_and_focus_rings_can_be_seen(self, colours, shape, ground):
        assert contrast(getattr(colours, shape), getattr(colours, ground)) >= 3


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_the_style_sheet_names_only_colours_of_the_theme(colours):
    sheet = style_sheet(colours, 10.0)
    assert "$" not in sheet
    assert set(re.findall(r"#[0-9a-f]{6}\b", sheet)) <= set(dataclasses.astuple(colours))


def test_texts_grow_with_the_font_of_the_system():
    assert "font-size: 17.5pt" in style_sheet(LIGHT, 10.0)
    assert "font-size: 35.0pt" in style_sheet(LIGHT, 20.0)


def test_the_user_may_choose_light_or_dark(dressed):
    theme = Theme(dressed, "dark")
    assert dressed.palette().color(QPalette.ColorRole.Window) == QColor(DARK.page)
    theme.choose("light")
    assert dressed.palette().color(QPalette.ColorRole.Window) == QColor(LIGHT.page)


def test_without_a_choice_the_theme_is_that_of_the_system_while_it_runs(dressed, monkeypatch):
    theme = Theme(dressed)
    assert theme.colours == LIGHT
    hints = dressed.styleHints()
    monkeypatch.setattr(type(hints), "colorScheme", lambda _: Qt.ColorScheme.Dark)
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert dressed.palette().color(QPalette.ColorRole.Window) == QColor(DARK.page)


def test_disabled_texts_are_paler():
    made = palette(LIGHT)
    disabled = made.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText)
    assert disabled == QColor(LIGHT.disabled)
