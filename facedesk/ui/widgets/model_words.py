"""What is said of models in the Settings."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from facedesk.encoder.registry import RegisteredModel
from facedesk.matching.thresholds import Calibration
from facedesk.ui.widgets.labels import shortened

translate = QCoreApplication.translate
# What registrations say where nobody knows better, or the card does.
_STATED = (
    QT_TRANSLATE_NOOP("Models", "not stated"),
    QT_TRANSLATE_NOOP("Models", "see its card"),
    QT_TRANSLATE_NOOP("Models", "trained with facedesk"),
)


def facts_words(model: RegisteredModel, calibration: Calibration | None) -> str:
    """Return where a model is from, its licence, and for an encoder what it was measured on."""
    source = translate("Models", "Origin: {source}").format(source=_stated(model.source))
    if model.built_in:
        source = translate("Models", "Comes with facedesk")
    licence = translate("Models", "Licence: {licence}").format(licence=_stated(model.licence))
    facts = [source, licence]
    if model.kind == "encoder":
        facts.append(_measured_words(calibration))
    return " · ".join(facts)


def _stated(text: str) -> str:
    return translate("Models", text) if text in _STATED else shortened(text)


def _measured_words(calibration: Calibration | None) -> str:
    if calibration is None:
        return translate("Models", "Not measured yet")
    text = translate("Models", "Measured on {n} people of “{name}”")
    number = QLocale().toString(calibration.people)
    return text.format(n=number, name=shortened(calibration.data_set))
