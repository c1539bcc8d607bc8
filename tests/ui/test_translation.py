import importlib.util
import re
import shutil
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QLabel,
    QStyle,
    QStyleOptionComboBox,
    QToolButton,
)

from facedesk import errors, resources
from facedesk.live.claim import REASONS
from facedesk.live.enrol_guide import Hint
from facedesk.settings import SETTINGS
from facedesk.ui.main_window import MainWindow
from facedesk.ui.messages import error_text
from facedesk.ui.pages import PAGES
from facedesk.ui.theme import Theme
from facedesk.ui.translation import translated
from facedesk.ui.widgets.elided_label import ElidedLabel

FOLDER = resources.path("translations")
LANGUAGES = sorted(file.stem.removeprefix("facedesk_") for file in FOLDER.glob("*.ts"))
_TITLES = [page.title for page in PAGES]
LIVE, PEOPLE, SETTINGS_PAGE = (_TITLES.index(title) for title in ("Live", "People", "Settings"))


@dataclass(frozen=True)
class Text:
    """One text of a .ts; translations: one, or one for each plural form."""

    context: str
    source: str
    translations: tuple[str, ...]
    finished: bool


def texts_of(file) -> list[Text]:
    found = []
    for context in ElementTree.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = [form.text or "" for form in translation.iter("numerusform")]
            found.append(
                Text(
                    context.findtext("name"),
                    message.findtext("source"),
                    tuple(forms or [translation.text or ""]),
                    "type" not in translation.attrib,
                )
            )
    return found


@pytest.fixture(scope="module")
def up_to_date(tmp_path_factory):
    """A folder with the translations as the tool leaves them now."""
    folder = tmp_path_factory.mktemp("translations")
    for file in FOLDER.glob("*.ts"):
        shutil.copy(file, folder)
    spec = importlib.util.spec_from_file_location("update", FOLDER / "update.py")
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    tool.update(folder)
    return folder


@pytest.fixture
def speak(qapp):
    """A function that makes a language the user's; what is shown meanwhile should be in it."""
    before = QLocale()
    contexts = []

    def begin(name: str):
        QLocale.setDefault(QLocale(name))
        contexts.append(translated(qapp))
        contexts[-1].__enter__()

    yield begin
    for context in reversed(contexts):
        context.__exit__(None, None, None)
    QLocale.setDefault(before)


@pytest.fixture
def german(speak):
    speak("de_DE")


@pytest.fixture
def dressed(qapp):
    """The application in its own style, undressed again after the test."""
    before = qapp.palette(), qapp.styleSheet()
    Theme(qapp, "light")
    yield
    qapp.setPalette(before[0])
    qapp.setStyleSheet(before[1])
    qapp.styleHints().setColorScheme(Qt.ColorScheme.Unknown)


@pytest.fixture
def window(qtbot, german, context):
    made = MainWindow(context)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show()
    qtbot.waitUntil(lambda: not context.tasks.running)
    return made


def shown_in(widget) -> set[str]:
    labelled = (*widget.findChildren(QLabel), *widget.findChildren(QAbstractButton))
    return {part.text() for part in labelled}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_the_sources_is_translated(up_to_date, language):
    """If this fails, run resources/translations/update.py and see to what is unfinished."""
    now = texts_of(up_to_date / f"facedesk_{language}.ts")
    assert [text.source for text in now if not (text.finished and all(text.translations))] == []
    assert texts_of(FOLDER / f"facedesk_{language}.ts") == now


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_shipped_was_made_from_the_texts(language):
    """If this fails, run resources/translations/update.py."""
    translator = QTranslator()
    assert translator.load(str(FOLDER / f"facedesk_{language}.qm"))
    for text in texts_of(FOLDER / f"facedesk_{language}.ts"):
        number = 2 if len(text.translations) > 1 else -1
        shown = translator.translate(text.context, text.source, None, number)
        assert shown == text.translations[-1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_details_have_their_place_in_every_translation(language):
    def details(sentence):
        return set(re.findall(r"\{\w*\}|%n|%\d", sentence))

    for text in texts_of(FOLDER / f"facedesk_{language}.ts"):
        for translation in text.translations:
            assert details(translation) == details(text.source), text.source


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_looked_up_at_run_time_is_among_the_texts(up_to_date, language):
    now = texts_of(up_to_date / f"facedesk_{language}.ts")
    found = {(text.context, text.source) for text in now}
    assert ("Errors", errors.DiskFull.sentence) in found
    assert {("Hint", hint.value) for hint in Hint} <= found
    assert {("Reasons", text) for text in REASONS.values()} <= found
    assert {("Settings", setting.label) for setting in SETTINGS if not setting.hidden} <= found


@pytest.mark.parametrize("name", ["de_DE", "de_AT", "de_CH"])
def test_german_is_spoken_in_every_country_that_speaks_it(speak, name):
    speak(name)
    assert error_text(errors.NameEmpty()) == "Bitte einen Namen eingeben."


def test_details_are_filled_into_the_translation(german):
    assert error_text(errors.NameTaken(name="Ada")).startswith("„Ada“ gibt es schon.")


def test_qt_speaks_the_same_language(qtbot, german):
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(buttons)
    assert buttons.button(QDialogButtonBox.StandardButton.Cancel).text() == "Abbrechen"


@pytest.mark.parametrize("name", ["C", "en_US", "en_GB", "is_IS"])
def test_whoever_we_do_not_speak_to_gets_english(speak, name):
    speak(name)
    assert error_text(errors.NameEmpty()) == "Please type a name."


def test_who_knows_german_too_but_rather_reads_english_gets_english(speak, monkeypatch):
    monkeypatch.setattr(QLocale, "uiLanguages", lambda _: ["is-IS", "en-GB", "en", "de-DE", "de"])
    speak("is_IS")
    assert error_text(errors.NameEmpty()) == "Please type a name."


def test_who_reads_german_second_best_gets_german_rather_than_english(speak, monkeypatch):
    monkeypatch.setattr(QLocale, "uiLanguages", lambda _: ["is-IS", "is", "de-DE", "de"])
    speak("is_IS")
    assert error_text(errors.NameEmpty()) == "Bitte einen Namen eingeben."


def test_afterwards_everything_is_as_before(qapp):
    before = QLocale()
    QLocale.setDefault(QLocale("de_DE"))
    try:
        with translated(qapp):
            assert QCoreApplication.translate("Pages", "People") == "Personen"
        assert QCoreApplication.translate("Pages", "People") == "People"
    finally:
        QLocale.setDefault(before)


def test_the_window_speaks_german(window):
    assert {"Live", "Personen", "Einstellungen", "Einklappen"} <= shown_in(window.side_bar)
    live, people, settings = (
        shown_in(window.pages[index]) for index in (LIVE, PEOPLE, SETTINGS_PAGE)
    )
    assert {"Person hinzufügen", "Quelle wählen", "Kameras werden gesucht…"} & live
    assert {"Noch ist niemand dabei", "Foto auswählen…"} <= people
    assert {"Einstellungen", "Farben", "Kameraauflösung", "Ordner öffnen"} <= settings
    assert window.side_bar.button(PEOPLE).toolTip() == "Personen (Strg+2)"


@pytest.mark.parametrize("size", [(1280, 720), (1024, 640), (760, 520)])
def test_german_texts_fit(qtbot, dressed, window, enrol, size):
    enrol("Ada Lovelace")
    window.resize(*size)
    window.show_page(PEOPLE)
    qtbot.waitUntil(window.page.add_photo.isVisible)
    for index in range(len(window.pages)):
        window.show_page(index)
        QApplication.processEvents()
        assert window.size().toTuple() == size
        assert cut_off(window) == []


def cut_off(window) -> list[str]:
    """The texts of buttons, labels and choices that are wider than their room."""
    shown = [*window.findChildren(QAbstractButton), *window.findChildren(QLabel)]
    fixed = [part for part in shown if part.isVisible() and part.text() and not may_be_cut(part)]
    cut = [part.text() for part in fixed if part.width() < part.sizeHint().width()]
    combos = [combo for combo in window.findChildren(QComboBox) if combo.isVisible()]
    return cut + [text for combo in combos for text in too_wide(combo)]


def may_be_cut(part) -> bool:
    if isinstance(part, QToolButton):
        return part.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
    return isinstance(part, ElidedLabel) or (isinstance(part, QLabel) and part.wordWrap())


def too_wide(combo) -> list[str]:
    option = QStyleOptionComboBox()
    combo.initStyleOption(option)
    control, field = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
    room = combo.style().subControlRect(control, option, field, combo).width()
    texts = [combo.itemText(index) for index in range(combo.count())]
    return [text for text in texts if combo.fontMetrics().horizontalAdvance(text) > room]
