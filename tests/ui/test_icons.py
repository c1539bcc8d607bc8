import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QPalette

from facedesk.ui import icons
from facedesk.ui.colours import DARK, LIGHT
from facedesk.ui.theme import palette


@pytest.fixture
def plain(qapp):
    before = qapp.palette()
    yield qapp
    qapp.setPalette(before)


def colour_of(icon: QIcon, mode=QIcon.Mode.Normal, state=QIcon.State.Off) -> QColor:
    """The colour of an icon's most opaque pixel."""
    image = icon.pixmap(QSize(32, 32), mode, state).toImage()
    pixels = (image.pixelColor(x, y) for x in range(32) for y in range(32))
    return QColor(max(pixels, key=QColor.alpha).name())


@pytest.mark.parametrize("name", sorted(icons._GLYPHS))
def test_every_icon_of_ours_is_in_the_font(qapp, name):
    assert not icons.icon(name).pixmap(QSize(16, 16)).toImage().isNull()


def test_an_icon_follows_the_theme(plain):
    icon = icons.icon("people")
    for colours in (LIGHT, DARK):
        plain.setPalette(palette(colours))
        assert colour_of(icon) == QColor(colours.text)
        assert colour_of(icon, QIcon.Mode.Disabled) == QColor(colours.disabled)
        assert colour_of(icon, state=QIcon.State.On) == QColor(colours.accent)


def test_an_icon_may_have_the_colour_of_a_role(plain):
    plain.setPalette(palette(LIGHT))
    assert colour_of(icons.icon("delete", QPalette.ColorRole.BrightText)) == QColor(LIGHT.danger)


def test_an_icon_may_keep_its_colour(plain):
    icon = icons.icon("known", "#4ade80")
    plain.setPalette(palette(DARK))
    assert colour_of(icon) == QColor("#4ade80")


def test_icons_of_the_font_go_by_their_own_names_too(qapp):
    assert not icons.icon("mdi6.web").isNull()


def test_an_icon_that_does_not_exist_is_a_mistake(qapp):
    with pytest.raises(KeyError):
        icons.icon("no such icon")
