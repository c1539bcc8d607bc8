"""facedesk verify A B."""

import argparse
from typing import TYPE_CHECKING

from facedesk import errors
from facedesk.commands.output import Output, add_json_option, reason_of
from facedesk.commands.photo_or_person import PHOTO_OR_PERSON, face_of, photo_or_person
from facedesk.commands.store import fpir_of, gallery_of, parts_of
from facedesk.matching.verification import FAR_PER_FPIR, Verdict, Verification

if TYPE_CHECKING:
    from facedesk.live.claim import CheckedClaim

HELP = "tell whether two faces are of the same person"

_WORDS = {
    Verdict.YES: "Yes, the same person.",
    Verdict.NO: "No, not the same person.",
    Verdict.UNSURE: "Not sure.",
}


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this command."""
    parser.add_argument("first", metavar="A", help=PHOTO_OR_PERSON)
    parser.add_argument("second", metavar="B", help="likewise")
    add_json_option(parser)


def run(options: argparse.Namespace) -> int:
    """Print the verdict and its grounds; 0 for yes, 1 for no, not sure, or refused."""
    from facedesk.live.claim import REASONS, check_claim
    from facedesk.live.loading import encode_outdated

    output = Output(options)
    given = (options.first, options.second)
    with gallery_of(options) as gallery:
        sides = [photo_or_person(each, gallery) for each in given]  # before networks are loaded
        models, knowledge = parts_of(options)
        encode_outdated(gallery, models)
        faces = []
        for name, side in zip(given, sides, strict=True):
            try:
                faces.append(face_of(side, gallery, models))
            except errors.PhotoRefused as error:
                _refuse(options, output, name, error)
                return 1
    claim = check_claim(*faces, knowledge.verifier(), FAR_PER_FPIR * fpir_of(options))
    reason = {"code": claim.reason, "sentence": REASONS[claim.reason]}
    problems = _problems(options, claim)
    output.answer(_line(options, reason, problems, claim.verification), _in_words(claim))
    if claim.reason == "poor_picture":
        for problem in problems:
            output.note(f"{problem['photo']}: {problem['sentence']}")
    return 0 if claim.verification.verdict is Verdict.YES else 1


def _refuse(
    options: argparse.Namespace, output: Output, photo: str, error: errors.PhotoRefused
) -> None:
    """Say which photo can't be compared, and why."""
    output.note(f"{photo}: {error.text}")
    if options.json:
        reason = reason_of(error)
        output.answer(_line(options, reason, [{"photo": photo, **reason}]), "")


def _line(
    options: argparse.Namespace,
    reason: dict[str, str],
    problems: list[dict[str, str]],
    found: Verification | None = None,
) -> dict[str, object]:
    """Return the answer as data; found: None when nothing could be compared."""
    return {
        "first": options.first,
        "second": options.second,
        "verdict": found.verdict.value if found else None,
        "distance": round(found.distance, 5) if found else None,
        "threshold": round(found.threshold, 5) if found else None,
        "probability": round(found.probability, 6) if found else None,
        "reason": reason,
        "score": round(found.score, 2) if found else None,
        "score_threshold": round(found.score_threshold, 2) if found else None,
        "far": round(found.far, 6) if found else None,
        "problems": problems,
    }


def _problems(options: argparse.Namespace, claim: "CheckedClaim") -> list[dict[str, str]]:
    """Return what is wrong with the photos."""
    sides = ((options.first, claim.first), (options.second, claim.second))
    return [
        {"photo": photo, **reason_of(refusal)} for photo, face in sides for refusal in face.refusals
    ]


def _in_words(claim: "CheckedClaim") -> str:
    from facedesk.live.claim import REASONS

    found = claim.verification
    return (
        f"{_WORDS[found.verdict]} {REASONS[claim.reason]}\n"
        f"Distance {found.distance:.4f}, threshold {found.threshold:.4f}; score {found.score:.1f}, "
        f"needed {found.score_threshold:.1f}; probability {_in_digits(found.probability)}; "
        f"yes to 1 in {round(1 / found.far):,} pairs of different people."
    )


def _in_digits(probability: float) -> str:
    """Return a probability that is never certain."""
    if probability < 0.001:
        return "below 0.001"
    return f"{probability:.3f}" if probability <= 0.999 else "above 0.999"
