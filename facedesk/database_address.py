"""Where a gallery is that several desks share: the address of a database on a server."""

import os
from dataclasses import dataclass, field
from urllib.parse import parse_qs, quote, unquote, urlencode, urlsplit

from facedesk.errors import DatabaseAddressWrong

VARIABLE = "FACEDESK_DATABASE"
DEFAULT_PORT = 5432
_SCHEMES = frozenset({"postgresql", "postgresql+psycopg", "postgres"})


@dataclass(frozen=True)
class DatabaseAddress:
    """A database of a PostgreSQL server.

    user and password may be empty: libpq then asks its own files, such as ~/.pgpass. options: what
    else libpq is told, such as sslmode.
    """

    server: str
    database: str
    port: int = DEFAULT_PORT
    user: str = ""
    password: str = field(default="", repr=False)
    options: tuple[tuple[str, str], ...] = ()

    @property
    def url(self) -> str:
        """The whole address, with the password: to be kept and used, never to be shown."""
        login = quote(self.user, safe="")
        if self.password:
            login += ":" + quote(self.password, safe="")
        server = f"[{self.server}]" if ":" in self.server else self.server
        place = f"{server}:{self.port}/{quote(self.database, safe='')}"
        query = "?" + urlencode(self.options) if self.options else ""
        return f"postgresql+psycopg://{login}{'@' if login else ''}{place}{query}"

    def __str__(self) -> str:
        """Return what may be shown: the database and its server."""
        host = dict(self.options).get("host", self.server)
        port = "" if self.port == DEFAULT_PORT else f":{self.port}"
        return f"{self.database} ({host}{port})"


def read_address(text: str) -> DatabaseAddress:
    """Read postgresql+psycopg://USER:PASSWORD@SERVER:PORT/DATABASE; raises DatabaseAddressWrong.

    Instead of a server, `?host=` may name the folder of a Unix socket.
    """
    try:
        parts = urlsplit(text.strip())
        port = DEFAULT_PORT if parts.port is None else parts.port
        options = parse_qs(parts.query, strict_parsing=bool(parts.query))
    except ValueError:
        raise DatabaseAddressWrong from None  # the text holds a password
    address = DatabaseAddress(
        server=unquote(parts.hostname or ""),
        database=unquote(parts.path.lstrip("/")),
        port=port,
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        options=tuple((name, values[-1]) for name, values in options.items()),
    )
    if parts.scheme not in _SCHEMES or not address.database or not port:
        raise DatabaseAddressWrong
    if not address.server and "host" not in options:
        raise DatabaseAddressWrong
    return address


def is_address(text: str) -> bool:
    """Tell whether a text is the address of a database."""
    try:
        read_address(text)
    except DatabaseAddressWrong:
        return False
    return True


def text_in_use(chosen: str) -> str:
    """Return the address that is used, "" when the gallery is on this computer alone.

    chosen: the setting; FACEDESK_DATABASE comes before it.
    """
    return os.environ.get(VARIABLE, "").strip() or chosen.strip()


def address_in_use(chosen: str) -> DatabaseAddress | None:
    """Return where the gallery is shared, None when it is on this computer alone.

    chosen: see text_in_use. Raises DatabaseAddressWrong.
    """
    text = text_in_use(chosen)
    return read_address(text) if text else None
