"""The button that says what is looked at, and its menu of everything else."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from facedesk.capture.cameras import Camera
from facedesk.capture.source import Source, camera_source
from facedesk.ui.widgets.camera_list import CameraList
from facedesk.ui.widgets.source_actions import SourceActions

_WIDEST = 260


class SourcePicker(QPushButton):
    """Emits chosen with the Source of a camera; all else goes through the actions."""

    chosen = Signal(object)

    def __init__(
        self, cameras: CameraList, actions: SourceActions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._cameras = cameras
        self._actions = actions
        self._source: Source | None = None
        self._shown: tuple[Camera, ...] | None = None
        self.setMaximumWidth(_WIDEST)
        self.setMenu(QMenu(self))
        self.menu().aboutToShow.connect(cameras.refresh)
        cameras.updated.connect(self._fill_menu)
        self._fill_menu()
        self.show_source(None)

    def show_source(self, source: Source | None) -> None:
        """Say what is looked at; None: nothing."""
        self._source = source
        label = source.label if source else self.tr("Choose a source")
        room = _WIDEST - 64
        self.setText(self.fontMetrics().elidedText(label, Qt.TextElideMode.ElideMiddle, room))
        self.setToolTip(label)
        self.setAccessibleName(self.tr("Source: {name}").format(name=label))
        self._actions.stop.setEnabled(source is not None)
        self._check_current()

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(180, 0))

    def _fill_menu(self) -> None:
        """Build the menu anew; only when cameras come or go, since it may be open."""
        cameras = self._cameras.cameras
        if self._shown == cameras:
            return
        self._shown = cameras
        self.menu().clear()
        group = QActionGroup(self.menu())
        for source in map(camera_source, cameras):
            action = QAction(source.label, self.menu(), checkable=True)
            action.setData(source)
            action.triggered.connect(lambda _checked, chosen=source: self.chosen.emit(chosen))
            group.addAction(action)
            self.menu().addAction(action)
        if not cameras:
            self.menu().addAction(self.tr("No camera found")).setEnabled(False)
        self.menu().addSeparator()
        for action in (self._actions.open_file, self._actions.open_folder):
            self.menu().addAction(action)
        self.menu().addAction(self._actions.open_address)
        self.menu().addSeparator()
        self.menu().addAction(self._actions.stop)
        self._check_current()

    def _check_current(self) -> None:
        for action in self.menu().actions():
            if action.isCheckable():
                action.setChecked(action.data() == self._source)
