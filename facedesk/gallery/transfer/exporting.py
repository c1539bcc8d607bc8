"""Writes people into one file that only a passphrase opens.

See gallery.transfer.sealed_file for the file, gallery.transfer.export_format for what is in it.
"""

from collections.abc import Callable, Collection
from datetime import datetime, timezone
from pathlib import Path

from facedesk.gallery import rows
from facedesk.gallery.copy_rows import copy_of
from facedesk.gallery.protection.passphrase import COST, ScryptCost
from facedesk.gallery.store import Gallery
from facedesk.gallery.transfer.export_format import ExportHead, head_as_bytes, person_as_bytes
from facedesk.gallery.transfer.sealed_file import sealed_writer

SUFFIX = ".facedesk"


def with_suffix(path: Path) -> Path:
    """Return the path of an export, with the ending that tells it from other files."""
    return path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)


def export_people(
    gallery: Gallery,
    path: Path,
    passphrase: str,
    progress: Callable[[int, int], None],
    person_ids: Collection[int] | None = None,
    cost: ScryptCost = COST,
) -> int:
    """Write everyone, or these people, as they are at one moment; return how many they are.

    progress: told how many are written, and how many there are; what it raises ends the export.
    However that ends, there is all of the file or none of it. Raises PersonGone for somebody who
    is not there, PassphraseTooShort, DiskFull, FileNotWritten, StorageError.
    """
    with gallery.database.reading() as connection, sealed_writer(path, passphrase, cost) as file:
        seal = gallery.database.seal_in(connection)
        wanted = rows.ids(connection) if person_ids is None else tuple(person_ids)
        file.write(head_as_bytes(ExportHead(datetime.now(timezone.utc), len(wanted))))
        for done, person_id in enumerate(wanted):
            progress(done, len(wanted))
            file.write(person_as_bytes(copy_of(connection, seal, person_id)))
    return len(wanted)
