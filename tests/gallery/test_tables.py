from datetime import datetime, timedelta, timezone

import numpy as np
from sqlalchemy import create_engine, inspect

from facedesk.gallery import tables


def test_times_are_kept_as_utc():
    type_ = tables.UtcTime()
    noon_in_india = datetime(2026, 5, 1, 12, 0, tzinfo=timezone(timedelta(hours=5.5)))
    kept = type_.process_bind_param(noon_in_india, None)
    assert kept == datetime(2026, 5, 1, 6, 30)
    assert type_.process_result_value(kept, None) == noon_in_india


def test_arrays_are_the_same_bytes_on_every_computer():
    type_ = tables.Floats()
    values = np.array([[1.5, -2.0]], np.float32)
    kept = type_.process_bind_param(values.astype(">f4"), None)
    assert kept == b"\x00\x00\xc0\x3f\x00\x00\x00\xc0"
    np.testing.assert_array_equal(type_.process_result_value(kept, None), [1.5, -2.0])


def test_the_migrations_make_the_tables_that_are_declared(gallery):
    declared = create_engine("sqlite://")
    tables.metadata.create_all(declared)
    expected, made = inspect(declared), inspect(gallery._engine)
    for name in tables.metadata.tables:
        for what in ("columns", "pk_constraint", "foreign_keys", "indexes", "unique_constraints"):
            assert str(getattr(made, f"get_{what}")(name)) == str(
                getattr(expected, f"get_{what}")(name)
            )
    assert set(made.get_table_names()) == {*tables.metadata.tables, "alembic_version"}
    declared.dispose()
