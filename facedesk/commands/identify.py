"""facedesk identify PHOTO…"""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from facedesk import errors
from facedesk.commands.output import Output, add_json_option, reason_of
from facedesk.commands.store import fpir_of, gallery_of, parts_of
from facedesk.matching.decision import Answer, Match

if TYPE_CHECKING:
    from facedesk.live.identify import IdentifiedFace

HELP = "name the people in photos"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this command."""
    parser.add_argument("photos", metavar="PHOTO", type=Path, nargs="+", help="a picture")
    add_json_option(parser)


def run(options: argparse.Namespace) -> int:
    """Print one answer per photo; a photo that can't be read is said and passed over."""
    from facedesk.capture.photo_file import read_photo
    from facedesk.live.identify import identify
    from facedesk.live.loading import encode_outdated

    output = Output(options)
    status = 0
    models, knowledge = parts_of(options)
    with gallery_of(options) as gallery:
        encode_outdated(gallery, models)
        recognition = knowledge.recognition_of(
            gallery.templates(models.encoder.id), fpir_of(options)
        )
    for path in options.photos:
        try:
            faces = identify(read_photo(path), models, recognition)
        except errors.PhotoRefused as error:
            status = 1
            output.note(f"{path}: {error.text}")
            if options.json:
                output.answer({"photo": str(path), "faces": [], "error": reason_of(error)}, "")
            continue
        output.answer(
            {"photo": str(path), "faces": [_face(face) for face in faces]},
            f"{path}: {', '.join(_in_words(face) for face in faces) or 'no face'}",
        )
    return status


def _face(identified: "IdentifiedFace") -> dict[str, object]:
    decision = identified.decision
    known = decision.answer is Answer.KNOWN
    match = decision.match
    return {
        "box": [round(float(side), 1) for side in identified.face.detection.box],
        "person": match.name if known else None,
        "decision": decision.answer.value,
        "distance": round(match.distance, 4) if match else None,
        "score": round(match.score, 2) if match else None,
        "runner_up": _runner_up(decision.runner_up),
    }


def _runner_up(match: Match | None) -> dict[str, object] | None:
    if match is None:
        return None
    return {
        "person": match.name,
        "distance": round(match.distance, 4),
        "score": round(match.score, 2),
    }


def _in_words(identified: "IdentifiedFace") -> str:
    decision = identified.decision
    if decision.answer is Answer.KNOWN:
        return f"{decision.match.name} (score {decision.match.score:.1f})"
    if decision.answer is Answer.UNSURE:
        return f"perhaps {decision.match.name} (score {decision.match.score:.1f})"
    return "unknown"
