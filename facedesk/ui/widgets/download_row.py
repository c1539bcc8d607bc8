"""A file that can be downloaded: what it is, from whom, how large, and a button."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout

from facedesk.ui.downloading import Downloading
from facedesk.ui.widgets.buttons import push_button
from facedesk.ui.widgets.data_size import size_words, some_of
from facedesk.ui.widgets.labels import text_label


class DownloadRow(QFrame):
    """Its button begins the download, breaks it off, and goes on with it."""

    def __init__(self, downloading: Downloading) -> None:
        super().__init__()
        self.setProperty("kind", "row")
        self.downloading = downloading
        wanted = downloading.wanted
        name = text_label(wanted.name)
        offer = self.tr("Not here · Licence: {licence} · {size} from {hosts}").format(
            licence=wanted.licence,
            size=size_words(wanted.size),
            hosts=self.tr(" or ").join(wanted.hosts),
        )
        self.offer = text_label(offer, "secondary")
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setRange(0, wanted.size)
        self.progress.setAccessibleName(self.tr("Download of {name}").format(name=wanted.name))
        self.here = text_label("", "secondary")
        self.button = push_button("")
        self.button.setAccessibleDescription(offer)
        self.button.clicked.connect(self._press)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(name)
        texts.addWidget(self.offer)
        texts.addSpacing(4)
        texts.addWidget(self.progress)
        texts.addSpacing(2)
        texts.addWidget(self.here)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 12, 0, 12)
        row.setSpacing(24)
        row.addLayout(texts, 1)
        row.addWidget(self.button)
        downloading.changed.connect(self.show_state)
        self.show_state()

    def show_state(self) -> None:
        """Say how far it is, and what the button does."""
        running, here = self.downloading.running, self.downloading.here
        wanted = self.downloading.wanted
        self.progress.setValue(here)
        self.progress.setVisible(running)
        self.here.setText(some_of(here, wanted.size) if running or here else "")
        self.here.setVisible(running or here > 0)
        if running:
            text, spoken = self.tr("Cancel"), self.tr("Cancel the download of {name}")
        elif here:
            text, spoken = self.tr("Go on"), self.tr("Go on with the download of {name}")
        else:
            text, spoken = self.tr("Download"), self.tr("Download {name}")
        self.button.setText(text)
        self.button.setAccessibleName(spoken.format(name=wanted.name))

    def _press(self) -> None:
        if self.downloading.running:
            self.downloading.cancel()
            self.here.setText(self.tr("Stopping…"))
        else:
            self.downloading.start()
