"""Fetches a file from the internet: all of it and the right one, or a part that goes on later."""

import errno
import hashlib
import logging
import os
import shutil
from collections.abc import Callable
from http.client import HTTPException
from pathlib import Path

from facedesk import errors
from facedesk.downloads.connecting import Answer, ask
from facedesk.downloads.downloadable import Downloadable, host_of
from facedesk.paths import make_private_folder

_log = logging.getLogger(__name__)

_CHUNK = 1 << 16
_MEGABYTE = 1_000_000

Progress = Callable[[int, int], None]


def download(wanted: Downloadable, folder: Path, progress: Progress) -> Path:
    """Return the file, in that folder under its name, once its digest is right.

    progress: told bytes done and in all; what it raises breaks the download off. Whatever breaks
    it off, what has come stays in part_of(…), and the next download goes on from there.
    Raises DownloadFailed, NoRoomForDownload, FolderNotWritable.
    """
    target = folder / wanted.file
    if target.is_file() and _is_right(target, wanted):
        return target
    make_private_folder(folder)
    part = part_of(wanted, folder)
    failure = errors.DownloadFailed()
    for address in wanted.addresses:
        try:
            _complete(address, wanted, part, progress)
        except errors.DownloadFailed as error:
            _log.info("%s: %s", wanted.file, error)
            failure = error
        else:
            part.replace(target)
            return target
    raise failure


def part_of(wanted: Downloadable, folder: Path) -> Path:
    """Return where what has come of a file is kept."""
    return folder / f"{wanted.file}.part"


def _complete(address: str, wanted: Downloadable, part: Path, progress: Progress) -> None:
    """Fetch what is lacking; where the whole is not right, fetch it once more from its beginning.

    A part may be of a file that has been exchanged since, or what a hotel's network sent.
    """
    begun = _size(part) > 0
    _fetch(address, wanted, part, progress)
    if begun and not _is_right(part, wanted):
        part.unlink()
        _fetch(address, wanted, part, progress)
    if not _is_right(part, wanted):
        part.unlink()
        raise errors.NotTheFile(host=host_of(address), name=wanted.name)


def _fetch(address: str, wanted: Downloadable, part: Path, progress: Progress) -> None:
    """Append to the part until it is as long as the file. Never longer: more is not the file."""
    begin = _size(part)
    progress(min(begin, wanted.size), wanted.size)
    if begin >= wanted.size:
        return
    _check_room(wanted, part, begin)
    answer = ask(address, wanted, begin)
    with answer.response:
        if answer.total not in (None, wanted.size):
            raise errors.NotTheFile(host=host_of(address), name=wanted.name)
        _receive(answer, address, wanted, part, progress)


def _receive(
    answer: Answer, address: str, wanted: Downloadable, part: Path, progress: Progress
) -> None:
    done = answer.begins
    try:
        with part.open("ab") as file:
            file.truncate(done)
            while done < wanted.size:
                chunk = _chunk(answer, address, wanted)[: wanted.size - done]
                file.write(chunk)
                done += len(chunk)
                progress(done, wanted.size)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise _no_room(wanted) from error
        raise errors.FolderNotWritable(path=part.parent) from error


def _chunk(answer: Answer, address: str, wanted: Downloadable) -> bytes:
    """Return the next bytes, at least one. Raises ConnectionBroken."""
    broken = errors.ConnectionBroken(host=host_of(address), name=wanted.name)
    try:
        chunk = answer.response.read1(_CHUNK)
    except (OSError, HTTPException) as error:
        raise broken from error
    if not chunk:
        raise broken
    return chunk


def _check_room(wanted: Downloadable, part: Path, begin: int) -> None:
    if shutil.disk_usage(part.parent).free < wanted.size - begin:
        raise _no_room(wanted)


def _no_room(wanted: Downloadable) -> errors.NoRoomForDownload:
    return errors.NoRoomForDownload(name=wanted.name, megabytes=round(wanted.size / _MEGABYTE, 1))


def _is_right(path: Path, wanted: Downloadable) -> bool:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest() == wanted.sha256


def _size(part: Path) -> int:
    return part.stat().st_size if part.exists() else 0
