from PySide6.QtGui import QTextTable

from facedesk import resources
from facedesk.ui.dialogs.model_card_dialog import ModelCardDialog

CARD = """# encoder.safetensors: an encoder

| | |
|---|---|
| Data | 40 photos |
| Licence | none <b>stated</b> |
"""


def shown(qtbot, card):
    dialog = ModelCardDialog("Mine", card)
    qtbot.addWidget(dialog)
    return dialog


def tables(dialog):
    frames = dialog.card.document().rootFrame().childFrames()
    return [frame for frame in frames if isinstance(frame, QTextTable)]


def test_it_shows_the_card_with_its_table_and_without_an_empty_row(qtbot):
    dialog = shown(qtbot, CARD)
    assert dialog.windowTitle() == "Model card of Mine"
    (table,) = tables(dialog)
    assert table.rows() == 2
    assert table.cellAt(0, 1).firstCursorPosition().block().text() == "40 photos"


def test_a_row_with_words_is_kept(qtbot):
    dialog = shown(qtbot, "| Set | DIR |\n|---|---|\n| LFW | .89 |\n")
    (table,) = tables(dialog)
    assert table.rows() == 2


def test_the_html_of_a_stranger_is_no_html(qtbot):
    assert "<b>stated</b>" in shown(qtbot, CARD).card.toPlainText()


def test_it_begins_at_the_beginning(qtbot):
    dialog = shown(qtbot, resources.read("models/dlib-resnet29-v2.md").decode())
    dialog.show()
    assert dialog.card.verticalScrollBar().value() == 0
