"""What every page is given."""

from dataclasses import dataclass

from facedesk.errors import FacedeskError
from facedesk.gallery.store import Gallery
from facedesk.live.session import LiveSession
from facedesk.paths import Paths
from facedesk.settings import Settings, Value
from facedesk.ui.messages import Messages
from facedesk.ui.tasks import TaskRunner


@dataclass(frozen=True)
class AppContext:
    """The parts of the running application. All live as long as the window."""

    paths: Paths
    settings: Settings
    gallery: Gallery
    session: LiveSession
    tasks: TaskRunner
    messages: Messages

    def keep(self, key: str, value: Value) -> None:
        """Give a setting a value and save it, or say why it can't be saved."""
        self.settings.set(key, value)
        try:
            self.settings.save()
        except FacedeskError as error:
            self.messages.show_error(error)
