"""The models of one kind: those at hand, and those that can be downloaded."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facedesk.ui.downloading import Downloading
from facedesk.ui.listed_models import ListedModel
from facedesk.ui.widgets.download_row import DownloadRow
from facedesk.ui.widgets.labels import text_label
from facedesk.ui.widgets.model_row import ModelRow


class ModelGroup(QWidget):
    """A row for each. Emits the ListedModel whose button was pressed."""

    use_wanted = Signal(ListedModel)
    card_wanted = Signal(ListedModel)
    removal_wanted = Signal(ListedModel)

    def __init__(self, name: str, explanation: str, downloads: Sequence[Downloading]) -> None:
        super().__init__()
        self.rows: list[ModelRow] = []
        self.downloads = [DownloadRow(downloading) for downloading in downloads]
        self._models = QVBoxLayout()
        self._models.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(0)
        column.addWidget(text_label(name, "heading"))
        column.addSpacing(2)
        column.addWidget(text_label(explanation, "secondary"))
        column.addSpacing(12)
        column.addLayout(self._models)
        for row in self.downloads:
            column.addWidget(row)

    def show_models(self, found: Sequence[ListedModel]) -> None:
        """Have a row for each of these, and for each download that is not among them."""
        if [row.listed for row in self.rows] != list(found):
            self._remove_rows()
            self.rows = [self._row(listed) for listed in found]
        here = {listed.model.sha256 for listed in found}
        for row in self.downloads:
            row.setVisible(row.downloading.wanted.sha256 not in here)

    def _row(self, listed: ListedModel) -> ModelRow:
        row = ModelRow(listed)
        row.use.clicked.connect(lambda: self.use_wanted.emit(listed))
        row.card.clicked.connect(lambda: self.card_wanted.emit(listed))
        row.remove.clicked.connect(lambda: self.removal_wanted.emit(listed))
        self._models.addWidget(row)
        return row

    def _remove_rows(self) -> None:
        for row in self.rows:
            self._models.removeWidget(row)
            row.deleteLater()
