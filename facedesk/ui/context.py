"""What every page is given."""

from dataclasses import dataclass

from facedesk.gallery.store import Gallery
from facedesk.live.session import LiveSession
from facedesk.paths import Paths
from facedesk.settings import Settings
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
