"""facedesk protect."""

import argparse

from facedesk import errors
from facedesk.commands.gallery_passphrase import NEW_VARIABLE, new_passphrase
from facedesk.commands.output import Output, add_json_option
from facedesk.commands.store import gallery_of
from facedesk.gallery.protection.data_key import Method
from facedesk.gallery.protection.protecting import (
    methods_of,
    protect_by_keyring,
    protect_by_passphrase,
    remove_method,
)
from facedesk.gallery.sharing.shared_gallery import SharedGallery
from facedesk.gallery.storage.database import Database

HELP = "say what opens the gallery, or change it"

_WORDS = {Method.KEYRING: "the system's keyring", Method.PASSPHRASE: "a passphrase"}


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this command."""
    change = parser.add_mutually_exclusive_group()
    change.add_argument(
        "--passphrase",
        action="store_true",
        help=f"set or change the passphrase: asks for it, or takes it from {NEW_VARIABLE}",
    )
    change.add_argument(
        "--keyring",
        action="store_true",
        help="let the system's keyring open the gallery, so that nobody is asked",
    )
    change.add_argument("--no-passphrase", action="store_true", help="remove the passphrase")
    change.add_argument(
        "--no-keyring",
        action="store_true",
        help="ask for the passphrase at every start, even where there is a keyring",
    )
    add_json_option(parser)


def run(options: argparse.Namespace) -> int:
    """Change what is asked for, then print what opens the gallery."""
    output = Output(options)
    with gallery_of(options) as gallery:
        database = gallery.database
        if options.passphrase:
            protect_by_passphrase(database, new_passphrase())
        elif options.keyring:
            _use_keyring(database, isinstance(gallery, SharedGallery))
        elif options.no_passphrase:
            remove_method(database, Method.PASSPHRASE)
        elif options.no_keyring:
            _ask_always(database)
        methods = methods_of(database)
    ways = [method.value for method in Method if method in methods]
    names = " or ".join(words for method, words in _WORDS.items() if method in methods)
    output.answer({"opens_with": ways}, f"The gallery opens with {names or 'nothing asked'}.")
    if not methods:
        output.note("The gallery is not protected: whoever gets its file sees everyone's photos.")
    return 0


def _use_keyring(database: Database, shared: bool) -> None:
    # One desk's keyring can't open a gallery for the others.
    if shared or not protect_by_keyring(database):
        raise errors.NoKeyring


def _ask_always(database: Database) -> None:
    if Method.PASSPHRASE not in methods_of(database):
        raise errors.NoPassphrase
    remove_method(database, Method.KEYRING)
