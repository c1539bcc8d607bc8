"""The models of the Settings: encoders, detectors, and how to add one from a file."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from facedesk.encoder.known_files import KNOWN_FILES
from facedesk.ui.downloading import Downloading
from facedesk.ui.widgets.buttons import push_button
from facedesk.ui.widgets.labels import text_label
from facedesk.ui.widgets.line import line
from facedesk.ui.widgets.model_group import ModelGroup


class ModelsCard(QFrame):
    """Two groups, and a button."""

    def __init__(self, downloads: Sequence[Downloading]) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        encoders = [each for each in downloads if _kind(each) == "encoder"]
        detectors = [each for each in downloads if _kind(each) == "detector"]
        compared = self.tr(
            "Turns a face into the numbers that are compared. With another one, all photos are "
            "encoded again, and the figures differ."
        )
        found = self.tr("Finds the faces in a picture.")
        self.encoders = ModelGroup(self.tr("Encoder"), compared, encoders)
        self.detectors = ModelGroup(self.tr("Detector"), found, detectors)
        self.add = push_button(self.tr("Add a file…"), "import")
        self._lay_out()

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


def _kind(downloading: Downloading) -> str:
    return KNOWN_FILES[downloading.wanted.sha256].kind
