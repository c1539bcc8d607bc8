"""The speed is measured as a task; the figures are shown in words, and can be copied."""

import pytest
from PySide6.QtGui import QGuiApplication

from facedesk import errors
from facedesk.bench import own_process
from facedesk.bench.figure import Figure
from facedesk.ui.dialogs.speed_dialog import SpeedDialog
from facedesk.ui.pages.settings_page import SettingsPage
from facedesk.ui.widgets.speed_words import speed_table

ENCODE = Figure("encode_1", 7.04, 6.5, 8.0, peer="dlib-bin", ratio=10.52)
TRACK = Figure("track_640x480", 1.5, 1.4, 1.6)
PEER = Figure("encode_1_dlib-bin", 74.0, 73.0, 75.0)


@pytest.fixture
def measured(monkeypatch):
    """What each part measures, and the parts that were measured; the real ones take a while."""
    figures = {"encode": [ENCODE, PEER], "track": [TRACK], "detect": [], "liveness": []}
    asked = []

    def measure(part, conditions):
        asked.append((part, conditions))
        for figure in figures[part]:
            if isinstance(figure, Exception):
                raise figure
            yield figure

    monkeypatch.setattr(own_process, "figures", measure)
    figures["asked"] = asked
    return figures


@pytest.fixture
def opened(qtbot, context):
    """A function that opens the dialog."""

    def open_dialog():
        dialog = SpeedDialog(context.tasks)
        qtbot.addWidget(dialog)
        dialog.open()
        return dialog

    return open_dialog


def test_the_figures_are_told_in_words_and_those_of_peers_beside_ours():
    table = speed_table([ENCODE, PEER, TRACK])
    assert table.headings == ("What", "Milliseconds", "Mostly between", "Times as fast as")
    assert table.rows == (
        ("Encode a face", "7.0", "6.5 … 8.0", "dlib-bin: 10.5"),
        ("Follow a face, 640 × 480", "1.5", "1.4 … 1.6", ""),
    )


def test_without_a_peer_there_is_no_column_for_it():
    table = speed_table([TRACK])
    assert len(table.headings) == len(table.rows[0]) == 3


def test_the_figures_are_shown_and_can_be_copied(qtbot, measured, opened):
    dialog = opened()
    assert not dialog.cancel.isHidden()
    qtbot.waitUntil(lambda: dialog.table is not None)
    assert [part for part, _ in measured["asked"]] == ["encode", "track", "detect", "liveness"]
    assert all(conditions.leaves_a_core for _, conditions in measured["asked"])
    assert dialog.progress.isHidden()
    assert dialog.cancel.isHidden()
    dialog.copy.click()
    assert QGuiApplication.clipboard().text().splitlines()[1].startswith("Encode a face\t7.0\t")
    with qtbot.waitSignal(dialog.finished):
        dialog.closing.click()


def test_what_went_wrong_is_said_in_the_dialog(qtbot, measured, opened, said):
    measured["track"] = [errors.ResourceMissing(name="x")]
    dialog = opened()
    qtbot.waitUntil(dialog.progress.isHidden)
    assert dialog.heading.text() == "The speed could not be measured"
    assert dialog.words.text()
    assert dialog.copy.isHidden()
    assert said == []


def test_closing_the_dialog_ends_the_measuring(qtbot, measured, opened, context):
    measured["encode"] = iter(lambda: ENCODE, None)  # for ever
    dialog = opened()
    qtbot.waitUntil(lambda: dialog.words.text() == "Encoding faces")
    dialog.reject()
    qtbot.waitUntil(lambda: not context.tasks.running)
    assert [part for part, _ in measured["asked"]] == ["encode"]


def test_the_settings_page_opens_it(qtbot, measured, context):
    page = SettingsPage(context)
    qtbot.addWidget(page)
    page.about.measure_speed.click()
    (dialog,) = page.findChildren(SpeedDialog)
    qtbot.waitUntil(lambda: dialog.table is not None)
    dialog.accept()
