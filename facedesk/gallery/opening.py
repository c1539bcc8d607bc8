"""Opens the gallery that the user has chosen: in a file, or on a server."""

from facedesk.database_address import address_in_use
from facedesk.gallery.consent import consent_of_new
from facedesk.gallery.protection.protecting import Progress
from facedesk.gallery.sharing.shared_gallery import open_shared_gallery
from facedesk.gallery.store import Gallery, open_gallery
from facedesk.paths import Paths
from facedesk.settings import Settings


def open_chosen_gallery(
    places: Paths,
    chosen: Settings,
    passphrase: str | None = None,
    progress: Progress = lambda *_: None,
) -> Gallery:
    """Open the gallery of the settings, or of FACEDESK_DATABASE, which comes before them.

    Raises DatabaseAddressWrong, and as open_gallery and open_shared_gallery do.
    """
    address = address_in_use(chosen.get("gallery.database"))
    if address is None:
        return open_own_gallery(places, chosen, passphrase, progress)
    gallery = open_shared_gallery(address, places.home, passphrase)
    note_consent_of_new(gallery, chosen)
    return gallery


def open_own_gallery(
    places: Paths,
    chosen: Settings,
    passphrase: str | None = None,
    progress: Progress = lambda *_: None,
) -> Gallery:
    """Open the gallery of this computer, whatever the settings say. Raises as open_gallery does."""
    gallery = open_gallery(places.database, passphrase, progress)
    note_consent_of_new(gallery, chosen)
    return gallery


def note_consent_of_new(gallery: Gallery, chosen: Settings) -> None:
    """Let the gallery note about new people what the settings say."""
    gallery.consent_of_new = consent_of_new(
        chosen.get("people.enrolled_by"), chosen.get("people.basis")
    )
