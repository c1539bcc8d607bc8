"""What is wrong with a gallery on a server."""

from facedesk.errors.storage import StorageError


class SharedGalleryAway(StorageError):
    """The server does not answer, or its connection was lost."""

    code = "shared_gallery_away"
    sentence = (
        "The shared gallery {place} can't be reached. "
        "Check the network and the server, then try again."
    )


class SharedGalleryRefused(StorageError):
    """The server answers, but lets nobody in."""

    code = "shared_gallery_refused"
    sentence = (
        "The database server does not let facedesk use {place}. "
        "Check the user, the password and the name of the database."
    )


class NotAGallery(StorageError):
    """The database of another program."""

    code = "not_a_gallery"
    sentence = "The database {place} holds something else than a gallery. Choose an empty one."


class DatabaseAddressWrong(StorageError):
    """A text that does not say where a database is. It is not repeated: it may hold a password."""

    code = "database_address_wrong"
    sentence = (
        "This is not the address of a database. "
        "Write it as postgresql+psycopg://USER:PASSWORD@SERVER/DATABASE."
    )


class DatabaseDriverMissing(StorageError):
    """The package that speaks with PostgreSQL is not installed."""

    code = "database_driver_missing"
    sentence = (
        "A shared gallery takes one more package. Run: python -m pip install 'facedesk[postgresql]'"
    )
