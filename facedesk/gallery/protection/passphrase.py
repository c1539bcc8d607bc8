"""Makes keys of passphrases; each guess at a passphrase costs as much as the first."""

import unicodedata
from dataclasses import dataclass

from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from facedesk.errors import PassphraseTooShort
from facedesk.gallery.protection.seal import KEY_BYTES

SHORTEST_PASSPHRASE = 8
SALT_BYTES = 16
_MOST_MEMORY = 2**30
_MOST_ROUNDS = 16


@dataclass(frozen=True)
class ScryptCost:
    """What making a key costs: RFC 7914. Memory is 128·n·r bytes."""

    n: int = 2**17
    r: int = 8
    p: int = 1

    @property
    def sensible(self) -> bool:
        """Whether facedesk may have chosen it: a file can ask for more than the computer has."""
        power = self.n > 1 and self.n & (self.n - 1) == 0
        return (
            power
            and 128 * self.n * self.r <= _MOST_MEMORY
            and self.r > 0
            and (0 < self.p <= _MOST_ROUNDS)
        )


COST = ScryptCost()


def check_passphrase(passphrase: str) -> None:
    """Raises PassphraseTooShort for one that is guessed too soon."""
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise PassphraseTooShort(shortest=SHORTEST_PASSPHRASE)


def key_of_passphrase(passphrase: str, salt: bytes, cost: ScryptCost = COST) -> bytes:
    """Return the key of 32 bytes that a passphrase and a salt give, after some tenths of a second.

    The passphrase counts in its compatibility form (NFKC), since keyboards of other systems write
    the same letters in other ways.
    """
    letters = unicodedata.normalize("NFKC", passphrase).encode()
    return Scrypt(salt=salt, length=KEY_BYTES, n=cost.n, r=cost.r, p=cost.p).derive(letters)
