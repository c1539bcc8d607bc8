"""Puts the window's texts, and Qt's own, into the user's language."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from facedesk import resources
from facedesk.errors import ResourceMissing

_QT = QLibraryInfo.LibraryPath.TranslationsPath


@contextmanager
def translated(app: QCoreApplication) -> Iterator[None]:
    """Translate what is shown meanwhile, if there is a translation; else it is in English."""
    translators = _translators(QLocale())
    for translator in translators:
        app.installTranslator(translator)
    try:
        yield
    finally:
        for translator in translators:
            app.removeTranslator(translator)


def _translators(locale: QLocale) -> list[QTranslator]:
    """Return the translators of the first of the user's languages that we speak."""
    for name in locale.uiLanguages():
        language = QLocale(name).language()
        if language is QLocale.Language.English:
            break  # who also knows German, but rather reads English, gets English
        code = QLocale.languageToCode(language)
        try:
            ours = resources.path(f"translations/facedesk_{code}.qm")
        except ResourceMissing:
            continue
        return [_loaded(str(ours)), _loaded(f"{QLibraryInfo.path(_QT)}/qtbase_{code}")]
    return []


def _loaded(file: str) -> QTranslator:
    """Return a translator; one that could not be loaded translates nothing."""
    translator = QTranslator()
    translator.load(file)
    return translator
