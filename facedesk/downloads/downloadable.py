"""A file that can be fetched from the internet, and what is known of it before."""

from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Downloadable:
    """A file and what it must be.

    name: what people call it. file: its name on disk. addresses: where it is, in the order in
    which they are tried. size: in bytes. sha256: of the contents we trust, 64 hex digits.
    page: where its authors say what it is.
    """

    name: str
    file: str
    addresses: tuple[str, ...]
    size: int
    sha256: str
    licence: str
    page: str

    @property
    def hosts(self) -> tuple[str, ...]:
        """Whom the computer will ask for it, in that order."""
        return tuple(host_of(address) for address in self.addresses)


def host_of(address: str) -> str:
    """Return the server's name in an address."""
    return urlsplit(address).hostname or address
