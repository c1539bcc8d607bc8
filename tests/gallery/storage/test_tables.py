from datetime import datetime, timedelta, timezone

from sqlalchemy import LargeBinary, create_engine, inspect

from facedesk.gallery.storage import tables


def test_times_are_kept_as_utc():
    type_ = tables.UtcTime()
    noon_in_india = datetime(2026, 5, 1, 12, 0, tzinfo=timezone(timedelta(hours=5.5)))
    kept = type_.process_bind_param(noon_in_india, None)
    assert kept == datetime(2026, 5, 1, 6, 30)
    assert type_.process_result_value(kept, None) == noon_in_india


def test_the_migrations_make_the_tables_that_are_declared(gallery):
    declared = create_engine("sqlite://")
    tables.metadata.create_all(declared)
    expected, made = inspect(declared), inspect(gallery.database._engine)
    for name in tables.metadata.tables:
        for what in ("columns", "pk_constraint", "foreign_keys", "indexes", "unique_constraints"):
            assert str(getattr(made, f"get_{what}")(name)) == str(
                getattr(expected, f"get_{what}")(name)
            )
    assert set(made.get_table_names()) == {*tables.metadata.tables, "alembic_version"}
    declared.dispose()


def test_whatever_is_stored_as_bytes_is_sealed():
    """Except for the keys, which are locked by themselves, and what is random."""
    assert [
        str(column)
        for table in tables.metadata.tables.values()
        if table is not tables.protection
        for column in table.c
        if isinstance(column.type, LargeBinary) and "sealed" not in column.info
    ] == ["sighting.key"]
