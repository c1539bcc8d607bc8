"""The page that looks inside: what the encoder has learned, and who is near whom."""

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from facedesk.ui.context import AppContext
from facedesk.ui.gallery_map_view import GalleryMapView
from facedesk.ui.pages.page import Page
from facedesk.ui.units_view import UnitsView
from facedesk.ui.widgets.labels import page_title
from facedesk.ui.widgets.segments import Segments


class InsightPage(Page):
    """Two views, of which one is in front."""

    title = QT_TRANSLATE_NOOP("Pages", "Insight")
    icon = "insight"
    shortcut = "Ctrl+8"

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.views = Segments(
            ((self.tr("What it sees"), "units"), (self.tr("Who is near whom"), "map"))
        )
        self.units = UnitsView(context)
        self.map = GalleryMapView(context)
        self._stack = QStackedWidget()
        for view in (self.units, self.map):
            self._stack.addWidget(view)
        header = QHBoxLayout()
        header.setSpacing(16)
        header.addWidget(page_title(self.tr("Insight")))
        header.addWidget(self.views, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        column.addLayout(header)
        column.addWidget(self._stack, 1)
        self.views.chosen.connect(self._choose)
        self.map.enrolment_wanted.connect(self.enrolment_wanted)
        self.units.enrolment_wanted.connect(self.enrolment_wanted)

    def shown(self) -> None:
        """Let the view in front follow what it shows."""
        self._stack.currentWidget().shown()

    def hidden(self) -> None:
        """Let it follow nothing any more; what is under way goes on."""
        self._stack.currentWidget().hidden()

    def _choose(self, index: int) -> None:
        if index == self._stack.currentIndex():
            return
        self._stack.currentWidget().hidden()
        self._stack.setCurrentIndex(index)
        self._stack.currentWidget().shown()
