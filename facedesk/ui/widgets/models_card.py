"""The models of the Settings: encoders, detectors, and how to add one from a file."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from facedesk.encoder.known_files import KNOWN_FILES, Kind
from facedesk.ui.choosing_models import ChoosingModels
from facedesk.ui.downloading import Downloading
from facedesk.ui.listed_models import ListedModel
from facedesk.ui.widgets.buttons import push_button
from facedesk.ui.widgets.labels import text_label
from facedesk.ui.widgets.line import line
from facedesk.ui.widgets.model_group import ModelGroup


class ModelsCard(QFrame):
    """Two groups, and a button."""

    def __init__(self, choosing: ChoosingModels) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._choosing = choosing
        compared = self.tr(
            "Turns a face into the numbers that are compared. With another one, all photos are "
            "encoded again, and the figures differ."
        )
        found = self.tr("Finds the faces in a picture.")
        self.encoders = ModelGroup(self.tr("Encoder"), compared, self._downloads("encoder"))
        self.detectors = ModelGroup(self.tr("Detector"), found, self._downloads("detector"))
        self.add = push_button(self.tr("Add a file…"), "import")
        self._lay_out()
        self._connect()

    def show_models(self, found: Sequence[ListedModel]) -> None:
        """Have a row for each, with what is known of it."""
        for group, kind in ((self.encoders, "encoder"), (self.detectors, "detector")):
            group.show_models([each for each in found if each.model.kind == kind])
            for row in group.rows:
                row.show_used(self._choosing.in_use(row.listed.model))

    def _downloads(self, kind: Kind) -> list[Downloading]:
        known = KNOWN_FILES
        return [each for each in self._choosing.downloads if known[each.wanted.sha256].kind == kind]

    def _connect(self) -> None:
        choosing = self._choosing
        choosing.found.connect(self.show_models)
        self.add.clicked.connect(choosing.add_file)
        for group in (self.encoders, self.detectors):
            group.use_wanted.connect(lambda listed: choosing.use(listed.model))
            group.card_wanted.connect(choosing.show_card)
            group.removal_wanted.connect(lambda listed: choosing.ask_to_remove(listed.model))

    def _lay_out(self) -> None:
        takes = self.tr(
            "An encoder of the ArcFace family or a YuNet detector as an ONNX file, or an encoder "
            "that you have trained. Files are only read."
        )
        adding = QHBoxLayout()
        adding.setContentsMargins(0, 12, 0, 12)
        adding.setSpacing(24)
        adding.addWidget(text_label(takes, "secondary"), 1)
        adding.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 4, 16, 4)
        column.setSpacing(0)
        column.addWidget(self.encoders)
        column.addWidget(line())
        column.addWidget(self.detectors)
        column.addWidget(line())
        column.addLayout(adding)
