"""facedesk liveness --source SOURCE."""

import argparse
from typing import TYPE_CHECKING

from facedesk.commands.interruption import stopped_by_ctrl_c
from facedesk.commands.output import Output, add_json_option
from facedesk.commands.store import (
    choice_of,
    gallery_of,
    settings_of,
    tell_unusable,
    use_liveness,
)
from facedesk.live.liveness_mode import LivenessMode
from facedesk.liveness.answer import Evidence, Liveness

if TYPE_CHECKING:  # it brings torch, which takes a second to import
    from facedesk.live.liveness_log import JudgedFace

HELP = "say of each face whether it is alive or a picture of one; advice, not security"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this command."""
    parser.add_argument(
        "--source",
        metavar="SOURCE",
        required=True,
        help="a camera's name or number, a video, a picture, a folder, an rtsp or http address; "
        "Ctrl+C ends it. Exit status 0: at least one face was found live, and none flat",
    )
    add_json_option(parser)


def run(options: argparse.Namespace) -> int:
    """Print a line for every face as it leaves."""
    from facedesk.capture.reader import reader_opener
    from facedesk.capture.source import parse_source
    from facedesk.live.loading import load_engine
    from facedesk.live.watch import watch_liveness

    output = Output(options)
    source = parse_source(options.source)
    words = set()
    with gallery_of(options) as gallery, stopped_by_ctrl_c() as stopped:
        _, engine = load_engine(
            gallery, choice_of(options), lambda error: tell_unusable(error, options)
        )
        use_liveness(engine, LivenessMode.SHOW, output)
        faces = watch_liveness(
            source,
            engine,
            stopped.is_set,
            reader_opener(settings_of(options)),
            lambda error: output.note(error.text),
        )
        for face in faces:
            words.add(face.answer.liveness)
            output.answer(_fields(face), _in_words(face))
    return 0 if Liveness.LIVE in words and Liveness.FLAT not in words else 1


def _fields(face: "JudgedFace") -> dict[str, object]:
    answer = face.answer
    return {
        "track": face.track_id,
        "start_s": round(face.start_s, 2),
        "end_s": round(face.end_s, 2),
        "frames": face.frames,
        "liveness": answer.liveness.value,
        "doubt": answer.doubt.value if answer.doubt else None,
        "flat_log_odds": _rounded(answer.flat),
        "seconds": round(answer.seconds, 2),
        "evidence": [_evidence(each) for each in answer.evidence],
    }


def _evidence(evidence: Evidence) -> dict[str, object]:
    return {
        "look": evidence.look.value,
        "flat_log_odds": _rounded(evidence.flat),
        "enough": round(evidence.enough, 2),
        "numbers": {name: round(value, 3) for name, value in evidence.numbers.items()},
    }


def _rounded(log_odds: float | None) -> float | None:
    return None if log_odds is None else round(log_odds, 2)


def _in_words(face: "JudgedFace") -> str:
    answer = face.answer
    why = f", {answer.doubt.value}" if answer.doubt else ""
    parts = [
        f"{each.look.value} {each.flat:+.1f}" for each in answer.evidence if each.flat is not None
    ]
    looks = f"  [flat: {', '.join(parts)}]" if parts else ""
    return (
        f"{face.start_s:.1f} – {face.end_s:.1f} s  face {face.track_id}: {answer.liveness.value}"
        f"{why}, watched for {answer.seconds:.1f} s{looks}"
    )
