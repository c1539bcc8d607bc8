"""Mends what can be mended of a gallery, and says what is lost."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from sqlalchemy import Connection, delete, select, update

from facedesk.gallery import avatar_rows, photo_rows, rows
from facedesk.gallery.photo import Role
from facedesk.gallery.storage import tables
from facedesk.gallery.store import Gallery
from facedesk.gallery.upkeep.checking import Finding, Trouble, check_content, check_file
from facedesk.gallery.upkeep.rebuilding import rebuild
from facedesk.paths import make_private_folder
from facedesk.private_file import write_private

_photo, _template = tables.photo.c, tables.template.c


class Deed(Enum):
    """What was done.

    MADE_PRIVATE: others can't read it any more. REBUILT: the file was made anew of what could be
    read. ROWS_LOST: some could not. TEMPLATE_DROPPED: it is made again from its picture.
    PICTURE_SET_ASIDE: it can't be used, and is a file now. AVATAR_DROPPED: it can't be used; the
    photo stands for the person again. LOOK_USED: a look is the photo now.
    PERSON_REMOVED: nothing is left to recognise them by.
    """

    MADE_PRIVATE = "made_private"
    REBUILT = "rebuilt"
    ROWS_LOST = "rows_lost"
    TEMPLATE_DROPPED = "template_dropped"
    PICTURE_SET_ASIDE = "picture_set_aside"
    AVATAR_DROPPED = "avatar_dropped"
    LOOK_USED = "look_used"
    PERSON_REMOVED = "person_removed"


_LOSSES = frozenset(
    {Deed.ROWS_LOST, Deed.PICTURE_SET_ASIDE, Deed.AVATAR_DROPPED, Deed.PERSON_REMOVED}
)


@dataclass(frozen=True)
class Repair:
    """One thing that was done. detail: an English sentence. person: whom it is about, if anyone."""

    deed: Deed
    detail: str
    person: str | None = None

    @property
    def loses(self) -> bool:
        """Whether something is lost by it, or was before."""
        return self.deed in _LOSSES


def repair_file(path: Path) -> list[Repair]:
    """Mend the file of a gallery, which nobody may have open. Raises as check_file and rebuild."""
    found = list(check_file(path))
    done = []
    if any(finding.trouble is Trouble.READABLE for finding in found):
        path.parent.chmod(0o700)
        path.chmod(0o600)
        done.append(Repair(Deed.MADE_PRIVATE, "Only you may look into the gallery now."))
    if any(finding.trouble in (Trouble.FILE, Trouble.LINKS) for finding in found):
        rebuilt = rebuild(path)
        detail = f"The file was made anew; the damaged one is {rebuilt.kept_aside}."
        done.append(Repair(Deed.REBUILT, detail))
        for table, count in rebuilt.lost.items():
            detail = f"{count} rows of “{table}” could not be read."
            done.append(Repair(Deed.ROWS_LOST, detail))
        for name in rebuilt.names:
            detail = "This person could not be read. Enrol them again."
            done.append(Repair(Deed.PERSON_REMOVED, detail, name))
    return done


def repair_content(
    gallery: Gallery, aside: Path, progress: Callable[[int, int], None]
) -> list[Repair]:
    """Mend what is in a gallery, all of it or nothing.

    aside: the folder for pictures that can't be used. Templates that are dropped must be made
    again; see live.loading.encode_outdated. Raises StorageError.
    """
    found = list(check_content(gallery, progress))
    if not found:
        return []
    with gallery.database.writing() as connection:
        done = list(_mended(connection, found, aside))
    gallery.database.wipe()
    return done


def _mended(connection: Connection, found: list[Finding], aside: Path) -> Iterator[Repair]:
    for finding in found:
        name = rows.person_with(connection, finding.person_id).name
        if finding.trouble is Trouble.TEMPLATE:
            wanted = delete(tables.template).where(_template.id == finding.template_id)
            connection.execute(wanted)
            yield Repair(Deed.TEMPLATE_DROPPED, "A damaged template is made again.", name)
        elif finding.trouble is Trouble.PICTURE:
            file = _set_aside(connection, finding.picture_id, aside)
            yield Repair(Deed.PICTURE_SET_ASIDE, f"A picture can't be used; it is {file}.", name)
        elif finding.trouble is Trouble.AVATAR:
            avatar_rows.remove_avatar(connection, finding.person_id)
            yield Repair(Deed.AVATAR_DROPPED, "An avatar can't be used, and is deleted.", name)
    for person_id in sorted({finding.person_id for finding in found}):
        rows.begin_change(connection, person_id, None)
        yield from _with_photo(connection, person_id)


def _set_aside(connection: Connection, picture_id: int, aside: Path) -> Path:
    """Move what is stored of a picture into a file."""
    make_private_folder(aside)
    file = aside / f"picture-{picture_id}.{os.urandom(2).hex()}"
    stored = select(_photo.jpeg).where(_photo.id == picture_id)
    write_private(file, connection.execute(stored).scalar_one())
    photo_rows.remove_photo(connection, picture_id)
    return file


def _with_photo(connection: Connection, person_id: int) -> Iterator[Repair]:
    """Let a person have a photo: a look, if theirs is gone; without any they can't stay."""
    wanted = select(_photo.id, _photo.role).where(_photo.person_id == person_id)
    roles = {Role(role): number for number, role in connection.execute(wanted)}
    name = rows.person_with(connection, person_id).name
    if Role.PHOTO in roles:
        return
    if Role.LOOK in roles:
        is_it = _photo.id == roles[Role.LOOK]
        connection.execute(update(tables.photo).where(is_it).values(role=Role.PHOTO.value))
        yield Repair(Deed.LOOK_USED, "A look is the photo now.", name)
    else:
        rows.remove_person(connection, person_id)
        detail = "Nothing is left to recognise this person by. Enrol them again."
        yield Repair(Deed.PERSON_REMOVED, detail, name)
