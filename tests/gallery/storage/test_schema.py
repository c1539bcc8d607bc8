import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy.exc import OperationalError

from facedesk import errors
from facedesk.gallery.storage import schema
from facedesk.gallery.store import open_gallery

MIGRATIONS = Path(schema.__file__).with_name("migrations")

BROKEN = """
import sqlalchemy as sa
from alembic import op
revision, down_revision = "9999", "NEWEST"
def upgrade():
    op.create_table("later", sa.Column("id", sa.Integer, primary_key=True))
    op.execute("DELETE FROM person")
    op.execute("no SQL at all")
"""


def scripts():
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    return ScriptDirectory.from_config(config)


def test_the_newest_version_is_that_of_the_last_migration():
    assert scripts().get_heads() == [schema.NEWEST]


def test_a_gallery_up_to_date_needs_no_migrations(database, monkeypatch):
    open_gallery(database).close()
    monkeypatch.setattr(schema, "migrate", None)
    open_gallery(database).close()


def test_a_migration_that_fails_half_way_changes_nothing(
    database, make_photo, monkeypatch, tmp_path, caplog
):
    gallery = open_gallery(database)
    people = (gallery.enrol("Ada", make_photo()),)
    gallery.close()
    later = tmp_path / "migrations"
    (later / "versions").mkdir(parents=True)
    for script in (MIGRATIONS / "env.py", *(MIGRATIONS / "versions").glob("0*.py")):
        (later / script.relative_to(MIGRATIONS)).write_text(script.read_text())
    (later / "versions/9999_broken.py").write_text(BROKEN.replace("NEWEST", schema.NEWEST))
    with monkeypatch.context() as patch:
        patch.setattr(schema, "_MIGRATIONS", later)
        patch.setattr(schema, "NEWEST", "9999")
        with pytest.raises(errors.StorageError) as failure:
            open_gallery(database)
        assert isinstance(failure.value.__cause__, OperationalError)
    caplog.clear()
    gallery = open_gallery(database)
    assert gallery.people() == people
    gallery.close()
    with closing(sqlite3.connect(database)) as connection:
        assert connection.execute(
            "SELECT count(*) FROM sqlite_master WHERE name = 'later'"
        ).fetchone() == (0,)


def test_migrating_leaves_logging_as_it_is(database):
    import logging

    before = (logging.root.level, list(logging.root.handlers))
    open_gallery(database).close()
    assert (logging.root.level, logging.root.handlers) == before
