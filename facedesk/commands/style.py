"""facedesk style CONTENT STYLE --out FILE."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from facedesk import errors
from facedesk.commands.download_progress import DownloadProgress, what_is_fetched
from facedesk.commands.interruption import stopped_by_ctrl_c
from facedesk.commands.output import Output, add_json_option, check_writable
from facedesk.commands.store import fpir_of, gallery_of, parts_of
from facedesk.commands.style_options import FETCHED, add_style_options, style_settings
from facedesk.paths import default_paths, prepare
from facedesk.style.vgg19 import VGG19, fetch_vgg19, vgg19_at

if TYPE_CHECKING:
    from facedesk.style.disguise import Disguise
    from facedesk.style.progress import StyleProgress

HELP = "draw a picture in the style of another one"
_TOLD_EVERY = 10  # steps


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this command."""
    add_style_options(parser)
    add_json_option(parser)


def run(options: argparse.Namespace) -> int:
    """Draw, with progress on stderr; Ctrl+C keeps what there is. 1: still recognised."""
    from facedesk.capture.photo_file import read_photo
    from facedesk.picture_file import write_picture
    from facedesk.style.perceptual import load_perceptual
    from facedesk.style.room import check_room
    from facedesk.style.transfer import transfer

    check_writable(options.out)
    settings = style_settings(options)
    content, network = read_photo(options.content), load_perceptual(_network(options))
    check_room(content, network, settings.size)  # before a pattern is painted as large
    style, disguise = _style(options), _disguise(options, content)
    last = None
    with stopped_by_ctrl_c() as stopped:
        for last in transfer(content, style, network, settings, disguise, stopped.is_set):
            _tell(options, last)
    if last is None:  # Ctrl+C in the first step
        return 1
    write_picture(options.out, last.picture)
    Output(options).answer(
        {"file": str(options.out), **_line(last)}, f"drawn to {options.out}{_outcome(last)}"
    )
    return 1 if last.recognised else 0


def _style(options: argparse.Namespace) -> np.ndarray:
    """Return the style: a pattern by its id, or a picture file."""
    from facedesk.capture.photo_file import read_photo
    from facedesk.style.patterns import PATTERNS, draw_pattern

    for pattern in PATTERNS:
        if pattern.id == options.style:
            return draw_pattern(pattern, options.size, options.seed)
    return read_photo(Path(options.style))


def _network(options: argparse.Namespace) -> Path | None:
    """Return the file of the network, None for facedesk's own. Raises DownloadFailed."""
    if options.network != FETCHED:
        return Path(options.network) if options.network else None
    places = default_paths(options.data_dir)
    if (file := vgg19_at(places)) is not None:
        return file
    prepare(places)
    Output(options).note(what_is_fetched(VGG19))
    progress = DownloadProgress(VGG19)
    try:
        return fetch_vgg19(places, progress.show)
    finally:
        progress.close()


def _disguise(options: argparse.Namespace, content: np.ndarray) -> "Disguise | None":
    """Return whom the face shall not be recognised as. Raises PersonNotFound, NoFace."""
    if options.unlike is None:
        return None
    from facedesk.live.loading import encode_outdated
    from facedesk.style.disguise import disguise_as_nobody

    with gallery_of(options) as gallery:
        person = gallery.person(options.unlike)
        models, knowledge = parts_of(options)
        encode_outdated(gallery, models)
        enrolled = gallery.templates(models.encoder.id)
    if person.id not in (each.id for each in enrolled.people):
        raise errors.PersonGone
    recognition = knowledge.recognition_of(enrolled, fpir_of(options))
    return disguise_as_nobody(content, person.id, recognition, models)


def _tell(options: argparse.Namespace, progress: "StyleProgress") -> None:
    output = Output(options)
    if options.json:
        output.answer(_line(progress), "")
    elif progress.step % _TOLD_EVERY == 0 or progress.step == 1:
        width, height = progress.size
        text = f"step {progress.step} of {progress.steps}, {width} × {height}"
        text += f", J {progress.losses.total:.3f}"
        if progress.distance is not None:
            text += f", distance {progress.distance:.4f} of {progress.target:.4f}"
        output.note(text)


def _line(progress: "StyleProgress") -> dict[str, object]:
    losses = progress.losses
    line: dict[str, object] = {
        "step": progress.step,
        "steps": progress.steps,
        "size": list(progress.size),
        "content": round(losses.content, 6),
        "style": round(losses.style, 6),
        "smoothness": round(losses.smoothness, 6),
    }
    if progress.target is not None:
        line |= {
            "disguise": round(losses.disguise, 6),
            "distance": None if progress.distance is None else round(progress.distance, 5),
            "target": round(progress.target, 5),
            "recognised": progress.recognised,
        }
    return line


def _outcome(progress: "StyleProgress") -> str:
    if progress.recognised is None:
        return ""
    return "; still recognised" if progress.recognised else "; no longer recognised"
