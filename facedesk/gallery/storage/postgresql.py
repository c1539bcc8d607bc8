"""The PostgreSQL side of a shared gallery: its connections and its transactions."""

from sqlalchemy import Connection, Engine, create_engine, text

from facedesk import errors
from facedesk.database_address import DatabaseAddress

CHANNEL = "facedesk_changed"
_WRITERS = 0x66616365  # the advisory lock of whoever writes
_CONNECT_S = 3
_LIMITS_MS = {
    "lock_timeout": 5_000,  # how long to wait for someone else who writes
    "statement_timeout": 60_000,
    # A desk that falls asleep while it writes must not hold up the others.
    "idle_in_transaction_session_timeout": 15_000,
}
# A cable that was pulled says nothing: the other end is asked, and given up after some seconds.
_ALIVE = {
    "keepalives_idle": "3",
    "keepalives_interval": "1",
    "keepalives_count": "3",
    "tcp_user_timeout": "5000",
}


def postgresql_engine(address: DatabaseAddress) -> Engine:
    """Return an engine for a database; it connects when it is used first.

    Raises DatabaseDriverMissing.
    """
    limits = " ".join(f"-c {name}={value}" for name, value in _LIMITS_MS.items())
    ours = {"connect_timeout": str(_CONNECT_S), "options": limits, **_ALIVE}
    try:
        return create_engine(
            address.url,
            connect_args={**ours, **dict(address.options), "application_name": "facedesk"},
            hide_parameters=True,  # names stay out of the log
            pool_size=3,  # kept by each desk while nothing happens
            pool_pre_ping=True,  # a connection may have been lost while it was not used
        )
    except ImportError as error:
        raise errors.DatabaseDriverMissing from error


def reading(engine: Engine) -> Engine:
    """Return the engine for transactions that read: they see the gallery at one moment."""
    return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


def wait_for_turn(connection: Connection) -> None:
    """Let nobody else write until the transaction ends, as it is with SQLite."""
    connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _WRITERS})


def take_time(connection: Connection) -> None:
    """Let this transaction, such as a change of all tables, take as long as it needs."""
    connection.execute(text("SET LOCAL statement_timeout = 0"))


def announce(connection: Connection, revision: int) -> None:
    """Tell all desks of a change, as soon as the transaction is complete."""
    told = {"channel": CHANNEL, "revision": str(revision)}
    connection.execute(text("SELECT pg_notify(:channel, :revision)"), told)
