"""facedesk watch --source SOURCE."""

import argparse
import dataclasses
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from facedesk.commands.interruption import stopped_by_ctrl_c
from facedesk.commands.output import Output, add_json_option, check_writable
from facedesk.commands.store import (
    choice_of,
    fpir_of,
    gallery_of,
    liveness_of,
    settings_of,
    tell_unusable,
    use_liveness,
)

if TYPE_CHECKING:  # it brings torch, which takes a second to import
    from facedesk.live.sightings import Sighting

HELP = "say who is seen from when to when, without a window; Ctrl+C ends it"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this command."""
    parser.add_argument(
        "--source",
        metavar="SOURCE",
        required=True,
        help="a camera's name or number, a video, a picture, a folder, an rtsp or http address",
    )
    parser.add_argument(
        "--csv",
        type=Path,
        metavar="FILE",
        help="in the end, also write who was seen when into this file, as a table",
    )
    add_json_option(parser)


def run(options: argparse.Namespace) -> int:
    """Print a line for every sighting that ends, and a summary last."""
    from facedesk.capture.reader import reader_opener
    from facedesk.capture.source import parse_source
    from facedesk.live.loading import encode_outdated, load_engine
    from facedesk.live.watch import Sighting, watch

    output = Output(options)
    source = parse_source(options.source)
    if options.csv is not None:
        check_writable(options.csv)
    seen: list[Sighting] = []
    open_reader = reader_opener(settings_of(options))
    with gallery_of(options) as gallery, stopped_by_ctrl_c() as stopped:
        models, engine = load_engine(
            gallery, choice_of(options), lambda error: tell_unusable(error, options)
        )
        encode_outdated(gallery, models)
        engine.fpir = fpir_of(options)
        use_liveness(engine, liveness_of(options), output)
        items = watch(
            source, engine, stopped.is_set, open_reader, lambda error: output.note(error.text)
        )
        for item in items:
            if isinstance(item, Sighting):
                if options.csv is not None:
                    seen.append(dataclasses.replace(item, best_shot=None))
                who = item.person or "someone unknown"
                said = f" ({item.liveness.value})" if item.liveness else ""
                text = f"{_clock(item.start_s)} – {_clock(item.end_s)}  {who}{said}"
                output.answer(_fields(item), text)
            else:
                output.answer(
                    {"summary": dataclasses.asdict(item)},
                    f"{item.frames} frames, {item.answered} answered, {item.skipped} skipped, "
                    f"{item.frames_per_second:.1f} per second",
                )
    if options.csv is not None:
        _write(options.csv, seen)
    return 0


def _write(path: Path, seen: "Sequence[Sighting]") -> None:
    from facedesk.live.sightings_file import rows_of, write_sightings

    write_sightings(path, rows_of(seen))


def _fields(sighting: "Sighting") -> dict[str, object]:
    """Return a sighting as it stands in JSON answers."""
    return {
        "person": sighting.person,
        "start_s": round(sighting.start_s, 2),
        "end_s": round(sighting.end_s, 2),
        "frames": sighting.frames,
        "score": None if sighting.score is None else round(sighting.score, 2),
        "liveness": sighting.liveness.value if sighting.liveness else None,
    }


def _clock(seconds: float) -> str:
    minutes, seconds = divmod(round(seconds, 1), 60)
    return f"{minutes:02.0f}:{seconds:04.1f}"
