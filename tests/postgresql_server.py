"""A real PostgreSQL server of the tests' own, with a folder, a port and a password of its own."""

import os
import secrets
import shutil
import signal
import socket
import subprocess
import time
from itertools import count
from pathlib import Path

_ADMIN = "postgres"
_PATIENCE_S = 30.0
_QUICK = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "shared_buffers=16MB")


def find_programs() -> Path | None:
    """Return the folder with initdb and postgres, None where PostgreSQL is not installed."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: path.parent.name)
    on_path = shutil.which("postgres")
    folders = [*reversed(debian), *([Path(on_path).resolve().parent] if on_path else [])]
    complete = (folder for folder in folders if (folder / "initdb").exists())
    return next(complete, None)


class PostgresqlServer:
    """One server; each test takes a database of its own from it."""

    def __init__(self, programs: Path, folder: Path) -> None:
        """folder: an empty one that every user gets to."""
        self._programs = programs
        self._data = folder / "data"
        self._log = folder / "log"
        self._as_user = _unprivileged_user()
        self._process: subprocess.Popen | None = None
        self._numbers = count(1)
        self.password = secrets.token_hex(12)
        self.port = _free_port()
        self._make(folder)

    def start(self) -> None:
        """Start, and wait until it answers."""
        options = [f"--{option}" for option in (*_QUICK, f"port={self.port}")]
        addresses = ["--listen_addresses=127.0.0.1", "--unix_socket_directories="]
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                [self._programs / "postgres", "-D", self._data, *options, *addresses],
                stdout=log, stderr=log, cwd="/", **self._as_user,
            )  # fmt: skip
        deadline = time.monotonic() + _PATIENCE_S
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"PostgreSQL does not start: {self._log.read_text()}")
            time.sleep(0.05)

    def stop(self) -> None:
        """Cut all connections and stop."""
        if self._process is not None:
            self._process.send_signal(signal.SIGINT)
            self._process.wait(_PATIENCE_S)
            self._process = None

    def new_database(self) -> str:
        """Create an empty database and return its address."""
        name = f"desk_{next(self._numbers)}"
        self.execute(f"CREATE DATABASE {name}", _ADMIN)
        return self.address(name)

    def drop_database(self, address: str) -> None:
        """Delete a database, whoever is connected."""
        self.execute(f"DROP DATABASE {address.rpartition('/')[2]} WITH (FORCE)", _ADMIN)

    def address(self, name: str, port: int | None = None) -> str:
        """Return the address of a database, through another port if one is given."""
        return f"postgresql+psycopg://{_ADMIN}:{self.password}@127.0.0.1:{port or self.port}/{name}"

    def execute(self, statement: str, name: str) -> list[tuple]:
        """Run a statement in a database of this name, past facedesk; return its rows."""
        with self._connect(name) as connection:
            cursor = connection.execute(statement)
            return cursor.fetchall() if cursor.description else []

    def _connect(self, name: str):
        import psycopg

        address = self.address(name).replace("postgresql+psycopg", "postgresql")
        return psycopg.connect(address, autocommit=True)

    def _answers(self) -> bool:
        import psycopg

        try:
            self._connect(_ADMIN).close()
        except psycopg.OperationalError:
            return False
        return True

    def _make(self, folder: Path) -> None:
        secret = folder / "password"
        secret.write_text(self.password)
        if self._as_user:
            for path in (folder, secret):
                shutil.chown(path, self._as_user["user"], self._as_user["group"])
        subprocess.run(
            [
                self._programs / "initdb", "--no-sync", "--no-locale", "--encoding=UTF8",
                f"--username={_ADMIN}", f"--pwfile={secret}", "--auth=scram-sha-256",
                "-D", self._data,
            ],
            check=True, capture_output=True, cwd="/", **self._as_user,
        )  # fmt: skip
        secret.unlink()


def _unprivileged_user() -> dict[str, object]:
    """Return whom the server runs as: it refuses to be run by root."""
    if os.geteuid() != 0:
        return {}
    return {"user": "nobody", "group": "nogroup", "extra_groups": []}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
