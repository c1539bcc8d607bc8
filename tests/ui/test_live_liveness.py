"""The Live page says whether a face is alive, in words and with an icon, and why."""

import pytest
from live_stage import FLAT, LIVE, NOT_SURE, face, frame, known, stage, unknown, view
from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QFont

from facedesk.ui.dialogs.liveness_dialog import LivenessDialog
from facedesk.ui.pages.live_page import LivePage
from facedesk.ui.widgets.face_label import FaceLabel, LabelPart
from facedesk.ui.widgets.face_overlay import FaceOverlay
from facedesk.ui.widgets.face_words import decision_words, face_sentence, face_title
from facedesk.ui.widgets.in_view_list import InViewList
from facedesk.ui.widgets.picture_map import PictureMap

WITHHELD = face(liveness=NOT_SURE, withheld=True)
PICTURE = face(liveness=FLAT, withheld=True)
PLACE = PictureMap(640, 480, QRectF(0, 0, 640, 480), False)


class TestTheWords:
    def test_a_name_that_is_withheld_is_not_said(self):
        assert (face_title(WITHHELD), face_title(PICTURE)) == ("Checking…", "Looks like a picture")
        assert decision_words(WITHHELD) == "Not sure yet. Turn your head a little."
        assert decision_words(PICTURE) == "Nobody is named"

    def test_the_picture_is_described_with_it(self):
        assert face_sentence(known(1, "Ada", liveness=LIVE)) == "Ada: Live"
        assert face_sentence(known(1, "Ada")) == "Ada"
        assert face_sentence(known(1, "Ada", liveness=NOT_SURE)) == "Ada"
        assert face_sentence(WITHHELD) == "Checking…"


class TestOverThePicture:
    @pytest.mark.parametrize(
        ("seen", "text"),
        [
            (known(1, "Ada"), "Ada"),
            (known(1, "Ada", liveness=LIVE), "Ada  Live"),
            (unknown(1, liveness=FLAT), "Unknown  Looks flat"),
            (known(1, "Ada", liveness=NOT_SURE), "Ada"),
            (WITHHELD, "Checking…"),
            (PICTURE, "Looks like a picture"),
            (face(liveness=LIVE), "Live"),
        ],
    )
    def test_name_and_liveness_stand_side_by_side(self, qapp, seen, text):
        ((_, label, _),) = FaceOverlay(QFont()).labels(view(seen), PLACE)
        assert label.text == text

    def test_of_an_undecided_face_that_nobody_asks_about_there_is_nothing(self, qapp):
        ((_, label, room),) = FaceOverlay(QFont()).labels(view(face()), PLACE)
        assert (label, room) == (None, None)

    def test_a_long_name_gives_way_to_the_rest(self, qapp):
        parts = (
            LabelPart("known", "#4ade80", "Maximiliane " * 10),
            LabelPart("known", "#4ade80", "Live"),
        )
        label = FaceLabel(parts, QFont(), QSizeF(600, 400))
        assert label.text.startswith("Maxim")
        assert label.text.endswith("…  Live")
        assert label.size.width() < 400

    def test_without_room_the_icon_alone_stays_and_it_never_gets_too_wide(self, qapp):
        parts = (LabelPart("known", "#4ade80", "Ada"), LabelPart("known", "#4ade80", "Not sure"))
        label = FaceLabel(parts, QFont(), QSizeF(90, 40))
        assert "Not sure" not in label.text
        assert label.size.width() <= 90


class TestInView:
    @pytest.fixture
    def in_view(self, qtbot):
        widget = InViewList()
        qtbot.addWidget(widget)
        widget.resize(300, 400)
        widget.show()
        return widget

    def test_each_row_has_a_button_that_says_it_and_leads_to_the_evidence(self, in_view, qtbot):
        in_view.show_view(view(known(1, liveness=LIVE), unknown(2, liveness=FLAT), unknown(3)))
        rows = [in_view.row(number) for number in (1, 2, 3)]
        assert [row.liveness.text() for row in rows[:2]] == ["Live", "Looks flat"]
        assert rows[2].liveness.isHidden()
        assert rows[0].liveness.accessibleName() == "Live: what says so?"
        with qtbot.waitSignal(in_view.liveness_wanted) as wanted:
            qtbot.keyClick(rows[1].liveness, Qt.Key.Key_Space)
        assert wanted.args == [2]

    def test_it_changes_while_the_name_stays(self, in_view):
        in_view.show_view(view(known(1, liveness=NOT_SURE)))
        assert in_view.row(1).liveness.text() == "Live?"
        assert in_view.row(1).liveness.accessibleName() == "Not sure yet: what says so?"
        in_view.show_view(view(known(1, liveness=LIVE)))
        assert in_view.row(1).liveness.text() == "Live"

    def test_a_withheld_face_can_be_neither_corrected_nor_enrolled(self, in_view):
        in_view.show_view(view(WITHHELD))
        row = in_view.row(1)
        assert row.title.text() == "Checking…"
        assert row.correct.isHidden()
        assert row.enrol.isHidden()


class TestTheEvidence:
    def test_follows_the_face_and_says_when_it_is_gone(self, qtbot):
        first = view(known(1, "Ada", liveness=NOT_SURE))
        dialog = LivenessDialog(first.faces[0], first)
        qtbot.addWidget(dialog)
        assert dialog.card.words.text() == "Not sure yet"
        dialog.observe(view(known(1, "Ada", liveness=LIVE)))
        assert (dialog.heading.text(), dialog.card.words.text()) == ("Ada", "Live")
        assert dialog.gone.isHidden()
        for other in (None, view(), view(known(2)), view(known(1), of=frame(scene=1))):
            dialog.observe(other)
            assert not dialog.gone.isHidden()
            assert dialog.card.words.text() == "Live"

    def test_opens_from_the_page_and_stays_up_to_date(self, qtbot, tmp_path):
        set_up = stage(tmp_path)
        page = LivePage(set_up.context)
        qtbot.addWidget(page)
        page.show()
        set_up.session.play(known(1, "Ada", liveness=NOT_SURE))
        page._look()
        page.in_view.row(1).liveness.click()
        (dialog,) = page.findChildren(LivenessDialog)
        set_up.session.play(known(1, "Ada", liveness=FLAT))
        page._look()
        assert dialog.card.words.text() == "Looks flat"
        dialog.closing.click()
        qtbot.waitUntil(lambda: not page.findChildren(LivenessDialog))
        page._look()
        page.hide()
