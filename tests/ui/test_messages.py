from PySide6.QtCore import QCoreApplication, QTranslator

from facedesk import errors
from facedesk.ui.messages import Level, Messages, error_text


def test_an_error_is_told_with_its_sentence_filled_in(qtbot):
    messages = Messages()
    with qtbot.waitSignal(messages.posted) as posted:
        messages.show_error(errors.SeveralFaces(count=2), "both.jpg")
    message = posted.args[0]
    assert message.level is Level.ERROR
    assert message.text == "There are 2 faces in this photo. Use one that shows a single person."
    assert message.detail == "both.jpg"


def test_the_sentence_is_translated_before_it_is_filled_in(qapp):
    class German(QTranslator):
        def translate(self, context, text, *_):
            known = {("Errors", errors.NameTaken.sentence): "„{name}“ gibt es schon."}
            return known.get((context, text), "")

        def isEmpty(self):
            return False

    german = German()
    QCoreApplication.installTranslator(german)
    try:
        assert error_text(errors.NameTaken(name="Ada")) == "„Ada“ gibt es schon."
    finally:
        QCoreApplication.removeTranslator(german)


def test_braces_in_a_name_are_harmless():
    assert "“{name} {}”" in error_text(errors.NameTaken(name="{name} {}"))
