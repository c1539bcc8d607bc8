"""Opens the gallery that the user has chosen; asks what to do where its server is no help."""

from functools import partial

from facedesk.database_address import text_in_use
from facedesk.errors import StorageError
from facedesk.gallery.opening import open_chosen_gallery, open_own_gallery
from facedesk.gallery.store import Gallery
from facedesk.paths import Paths
from facedesk.settings import Settings
from facedesk.ui.dialogs.no_server_box import NoServer, ask_without_server
from facedesk.ui.opening import opened_gallery


def chosen_gallery(places: Paths, chosen: Settings) -> Gallery | None:
    """Return the gallery, None when the user would rather quit. Raises StorageError.

    Of a gallery that can't be shared now, the user may use the one of this computer instead: else
    a wrong address could never be put right in the settings.
    """
    while text_in_use(chosen.get("gallery.database")):
        try:
            return opened_gallery(partial(open_chosen_gallery, places, chosen), None)
        except StorageError as error:
            answer = ask_without_server(error)
        if answer is NoServer.QUIT:
            return None
        if answer is NoServer.OWN:
            break
    return opened_gallery(partial(open_own_gallery, places, chosen), places.database)
