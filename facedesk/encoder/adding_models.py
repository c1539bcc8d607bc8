"""Adds models of the user's own, and removes them."""

import errno
import hashlib
import logging
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from facedesk.encoder.known_files import KNOWN_FILES, KnownFile
from facedesk.encoder.pixels import Pixels
from facedesk.encoder.registry import (
    CARD,
    ONNX_SUFFIX,
    REGISTRATION,
    TRAINED_SUFFIX,
    RegisteredModel,
    registered,
    registered_model,
    registration_of,
)
from facedesk.encoder.trial import Tried, try_onnx
from facedesk.errors import (
    DiskFull,
    FolderNotWritable,
    ModelBuiltIn,
    ModelFileMissing,
    ModelNameTaken,
    ModelNotSaved,
    ModelThere,
    NotAModel,
    PixelsUnknown,
)
from facedesk.paths import make_private_folder

_log = logging.getLogger(__name__)
_TRAINED_LICENCE = "see its card"
_TRAINED_SOURCE = "trained with facedesk"


@dataclass(frozen=True)
class Candidate:
    """A file that could be added. known: what is known about it; None for one not seen before."""

    file: Path
    tried: Tried
    known: KnownFile | None

    @property
    def lacks_pixels(self) -> bool:
        """Whether it must be found out how it wants its colours."""
        is_encoder = self.file.suffix == ONNX_SUFFIX and self.tried.kind == "encoder"
        return is_encoder and self.known is None


def examine(file: Path) -> Candidate:
    """Find out what a file is, in a process of its own.

    Raises ModelFileMissing, NotAModel, OnnxUnreadable, ModelInputWrong, ModelOutputWrong,
    EncodingsUseless.
    """
    data = _contents(file)
    if file.suffix == TRAINED_SUFFIX:
        from facedesk.encoder.trained_file import try_trained  # it brings torch

        return Candidate(file, try_trained(file, data), None)
    if file.suffix != ONNX_SUFFIX:
        raise NotAModel(path=file.name)
    return Candidate(file, try_onnx(file), KNOWN_FILES.get(_digest(data)))


def add_model(
    candidate: Candidate, folder: Path, name: str = "", pixels: Pixels | None = None
) -> RegisteredModel:
    """Copy a model in and register it; nothing is changed when that can't be done.

    folder: of the user's own models. name: "" for what it is known as, or the file's. pixels: how
    it wants its colours, where that is not known. A model card beside it (.md) comes along.
    Raises ModelFileMissing, PixelsUnknown, ModelThere, ModelNameTaken, DiskFull,
    FolderNotWritable, ModelNotSaved.
    """
    data = _contents(candidate.file)
    if candidate.lacks_pixels and pixels is None:
        raise PixelsUnknown(path=candidate.file.name)
    model = _described(candidate, data, name, pixels)
    _check_new(model, folder)
    make_private_folder(folder)
    with _saving(folder) as made:
        (made / model.file.name).write_bytes(data)
        (made / REGISTRATION).write_bytes(registration_of(model))
        card = candidate.file.with_suffix(".md")
        if card.is_file():
            shutil.copyfile(card, made / CARD)
        made.rename(folder / model.id)
    return registered_model(folder, model.id)


def remove_model(model: RegisteredModel) -> None:
    """Delete what is kept of a model; templates made with it stay, should it be added again.

    Raises ModelBuiltIn, ModelNotSaved.
    """
    if model.built_in:
        raise ModelBuiltIn(name=model.name)
    try:
        shutil.rmtree(model.file.parent)
    except OSError as error:
        _log.info("a model can't be removed: %s", error.strerror)
        raise ModelNotSaved from error


def _described(
    candidate: Candidate, data: bytes, name: str, pixels: Pixels | None
) -> RegisteredModel:
    """Return how a model is to be registered."""
    known, file = candidate.known, candidate.file
    trained = file.suffix == TRAINED_SUFFIX
    is_onnx_encoder = candidate.tried.kind == "encoder" and not trained
    wanted = (known.pixels if known else pixels) if is_onnx_encoder else None
    name = name.strip() or (known.name if known else file.stem)
    sha256 = _digest(data)
    # Templates of the same file come to other numbers when its colours are given otherwise.
    made_of = hashlib.sha256(f"{sha256} {wanted}".encode()).hexdigest()
    slug = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:40] or candidate.tried.kind
    return RegisteredModel(
        id=f"{slug}-{made_of[:8]}",
        name=name,
        kind=candidate.tried.kind,
        licence=known.licence if known else _TRAINED_LICENCE if trained else "not stated",
        source=known.source if known else _TRAINED_SOURCE if trained else "not stated",
        built_in=False,
        file=Path(f"model{file.suffix}"),
        sha256=sha256,
        pixels=wanted,
        added=date.today().isoformat(),
    )


def _check_new(model: RegisteredModel, folder: Path) -> None:
    for other in registered(folder):
        if (other.sha256, other.pixels) == (model.sha256, model.pixels):
            raise ModelThere(name=other.name)
        if other.name.casefold() == model.name.casefold():
            raise ModelNameTaken(name=model.name)


@contextmanager
def _saving(folder: Path) -> Iterator[Path]:
    """Give a folder beside the others, which is removed unless the block has renamed it."""
    try:
        made = Path(tempfile.mkdtemp(prefix=".adding-", dir=folder))
        try:
            yield made
        finally:
            shutil.rmtree(made, ignore_errors=True)
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise DiskFull from error
        if isinstance(error, PermissionError):
            raise FolderNotWritable(path=folder) from error
        _log.info("a model can't be kept: %s", error.strerror)
        raise ModelNotSaved from error


def _contents(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise ModelFileMissing(path=file) from error


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
