"""Brings a gallery to the tables this facedesk works with, and refuses what it can't."""

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from facedesk import errors
from facedesk.gallery.storage.backup import drop_backup, keep_backup
from facedesk.gallery.storage.sqlite import use_log, writing

NEWEST = "0008"  # the last of migrations/versions
_MIGRATIONS = Path(__file__).with_name("migrations")


def bring_up_to_date(engine: Engine, path: Path) -> None:
    """Run the migrations that are missing, all of them or none, and keep a copy of what was.

    Raises GalleryTooNew, GalleryDamaged; the gallery is then as it was.
    """
    with engine.connect() as connection:
        found = version(connection, path)
    use_log(engine)
    if found == NEWEST:
        drop_backup(path)
        return
    with writing(engine).begin() as connection:
        # Asked again, since another facedesk may have been faster.
        found = version(connection, path)
        if found == NEWEST:
            return
        if found is not None:
            keep_backup(path)
        try:
            migrate(connection, path)
        except errors.GalleryTooNew:
            drop_backup(path)
            raise


def version(connection: Connection, path: Path | str) -> str | None:
    """Return the last migration that was run, None where there are no tables yet.

    path: what the database is called. Raises GalleryDamaged for that of another program.
    """
    tables = inspect(connection).get_table_names()
    if not tables:
        return None
    if "alembic_version" not in tables:
        raise errors.GalleryDamaged(path=path)  # another program's database
    versions = connection.execute(text("SELECT version_num FROM alembic_version")).scalars().all()
    if len(versions) != 1:
        raise errors.GalleryDamaged(path=path)
    return versions[0]


def migrate(connection: Connection, path: Path | str) -> None:
    """Run the migrations that are missing. Raises GalleryTooNew."""
    # A tenth of a second to import, and needed once per update.
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, NEWEST)
    except CommandError as error:
        # The only reason: it is at a migration that this facedesk does not know.
        raise errors.GalleryTooNew(path=path) from error
