"""The page that answers: is this the person they claim to be?"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QPointF, QTimer
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facedesk.errors import FacedeskError
from facedesk.matching.verification import FAR_PER_FPIR
from facedesk.ui.context import AppContext
from facedesk.ui.dialogs.why_dialog import WhyDialog
from facedesk.ui.dropped_files import dropped_files
from facedesk.ui.gallery_watch import GalleryWatch
from facedesk.ui.messages import error_text
from facedesk.ui.pages.page import Page
from facedesk.ui.tasks import Cancelled, Progress
from facedesk.ui.why_asked import why_claim
from facedesk.ui.widgets.buttons import push_button
from facedesk.ui.widgets.claimed_slot import ClaimedSlot
from facedesk.ui.widgets.labels import page_title, text_label
from facedesk.ui.widgets.probe_slot import ProbeSlot
from facedesk.ui.widgets.scrolling import scrolling
from facedesk.ui.widgets.verdict_card import VerdictCard
from facedesk.ui.widgets.verify_slot import VerifySlot

if TYPE_CHECKING:  # they bring torch, which takes a second to import
    from facedesk.live.claim import CheckedClaim

_LOOK_EVERY_MS = 250


class VerifyPage(Page):
    """Compares as soon as both sides have a face, and again whenever one has another."""

    title = QT_TRANSLATE_NOOP("Pages", "Verify")
    icon = "verify"
    shortcut = "Ctrl+4"

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self.setAcceptDrops(True)
        self._watch = GalleryWatch(context, self)
        self._timer = QTimer(self, interval=_LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)
        self.claimed = ClaimedSlot(context)
        self.probe = ProbeSlot(context)
        self.verdict = VerdictCard()
        self.clear = push_button(self.tr("Clear"), "mdi6.eraser")
        words = self.tr("facedesk is not a security device: a good photo of somebody can fool it.")
        self.limits = text_label(words, "secondary")
        self._lay_out()
        self._watch.changed.connect(self.claimed.show_people)
        self.claimed.face_changed.connect(self._check)
        self.probe.face_changed.connect(self._check)
        self.probe.source_wanted.connect(lambda: self.page_wanted.emit("Live"))
        self.clear.clicked.connect(self._clear)
        self.verdict.why_wanted.connect(self._explain)

    def shown(self) -> None:
        """Follow the gallery; what is accepted as a yes may have changed meanwhile."""
        self._watch.start()
        self._timer.start()
        self._check()

    def hidden(self) -> None:
        """Follow the gallery no more."""
        self._watch.stop()
        self._timer.stop()
        self.claimed.thumbnails.stop()

    def claim(self, person_id: int) -> None:
        """Check whether somebody is this person."""
        self.claimed.claim(person_id)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()
        self._aim(self._slot_at(event.position()))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._aim(None)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take a picture for the side it is dropped on."""
        event.acceptProposedAction()
        self._aim(None)
        self._slot_at(event.position()).take_files(dropped_files(event))

    def _slot_at(self, point: QPointF) -> VerifySlot:
        return self.claimed if point.x() < self.width() / 2 else self.probe

    def _aim(self, aimed: VerifySlot | None) -> None:
        for slot in (self.claimed, self.probe):
            slot.aim(slot is aimed)

    def _clear(self) -> None:
        self.claimed.clear()
        self.probe.clear()
        self.claimed.field.setFocus()

    # Comparing ----------------------------------------------------------------------------------

    def _check(self) -> None:
        """Compare the two faces, if they are there."""
        self._look()
        first, second = self.claimed.face, self.probe.face
        if first is None or second is None:
            return
        session = self._context.session
        knowledge, far = session.knowledge, session.fpir * FAR_PER_FPIR

        def job(_progress: Progress, _cancelled: Cancelled) -> "CheckedClaim":
            from facedesk.live.claim import check_claim

            return check_claim(first, second, knowledge.verifier(), far)

        title = self.tr("Comparing the faces")
        self._context.tasks.start(title, job, self._show, self._refuse)

    def _look(self) -> None:
        """Say what is missing, which changes when the networks have been loaded."""
        if self.claimed.face is None or self.probe.face is None:
            self.verdict.wait(self._missing())

    def _show(self, claim: "CheckedClaim") -> None:
        """Show what came out, unless there are other faces by now."""
        if claim.first is self.claimed.face and claim.second is self.probe.face:
            self.verdict.show_claim(claim)

    def _refuse(self, error: FacedeskError) -> None:
        self.verdict.wait(error_text(error))

    def _explain(self, claim: "CheckedClaim") -> None:
        WhyDialog(self._context, why_claim(claim), self).open()

    def _missing(self) -> str:
        """Return what to do to get a verdict."""
        session = self._context.session
        if session.engine.error is not None:
            return error_text(session.engine.error)
        if session.models is None:
            return self.tr("Getting ready to recognise faces…")
        if self.claimed.face is None:
            return self.tr("Choose whom they claim to be.")
        return self.tr("Let them look at the camera, or choose a picture of them.")

    def _lay_out(self) -> None:
        header = QHBoxLayout()
        header.addWidget(page_title(self.tr("Is this the person they claim to be?")), 1)
        header.addWidget(self.clear)
        slots = QHBoxLayout()
        slots.setSpacing(16)
        slots.addWidget(self.claimed, 1)
        slots.addWidget(self.probe, 1)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        column.addLayout(header)
        column.addLayout(slots)
        column.addWidget(self.verdict)
        column.addWidget(self.limits)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling(inside))
