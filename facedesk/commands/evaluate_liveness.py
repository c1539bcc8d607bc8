"""facedesk evaluate liveness --images FOLDER."""

import argparse
import shlex
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from facedesk.commands.arguments import count, positive, rate, whole
from facedesk.commands.data_set import add_data_set_options, report
from facedesk.commands.evaluating import check_report_folder
from facedesk.commands.liveness_figures import (
    look_as_json,
    look_in_text,
    words_as_json,
    words_in_text,
)
from facedesk.commands.output import Output, add_json_option

if TYPE_CHECKING:
    from facedesk.encoder.models import Models
    from facedesk.evaluation.liveness.measured_clips import Measured
    from facedesk.evaluation.liveness.watched import Watched
    from facedesk.liveness.networks import LivenessNetworks

HELP = "a living face is told from a print and a screen, in clips made of photos and in real ones"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this protocol."""
    add_data_set_options(parser)
    parser.add_argument(
        "--people", type=count, default=100, metavar="N", help="of whom clips are made (100)"
    )
    parser.add_argument("--seed", type=whole, default=0, metavar="N", help="draws people and clips")
    parser.add_argument(
        "--seconds", type=positive, default=3.0, metavar="S", help="the time limit (3)"
    )
    parser.add_argument(
        "--longest", type=positive, metavar="S", help="ask every second up to here, too"
    )
    parser.add_argument(
        "--bpcer",
        type=rate,
        default=0.05,
        metavar="RATE",
        help="compare looks at this BPCER (0.05)",
    )
    parser.add_argument(
        "--clips", type=Path, metavar="FOLDER", help="real clips, to be measured as well"
    )
    parser.add_argument(
        "--fit", action="store_true", help="also what weights of the looks fit the made clips best"
    )
    parser.add_argument(
        "--report", type=Path, metavar="FOLDER", help="write a page with tables and plots there"
    )
    add_json_option(parser)


def run(options: argparse.Namespace) -> int:
    """Print what was said of each kind of clip, and what each look alone is worth."""
    from facedesk.encoder.models import load_models
    from facedesk.evaluation.liveness.measured_clips import MADE, REAL
    from facedesk.evaluation.liveness.real_faces import clips_in
    from facedesk.liveness.networks import load_networks

    check_report_folder(options)
    if options.clips:
        clips_in(options.clips)  # refused before the long part of the work
    output = Output(options)
    networks, models = load_networks(), load_models()
    for problem in networks.problems:
        output.note(problem.text)
    made = _watch_made(options, networks, models)
    measured = [_answer(options, output, MADE, made, _moments(options))]
    if options.clips:
        real = _watch_real(options, networks, models)
        measured.append(_answer(options, output, REAL, real, [options.seconds]))
    if options.fit:
        _answer_fit(options, output, made)
    if options.report:
        _write(options, output, measured)
    return 0


def _moments(options: argparse.Namespace) -> list[float]:
    longest = options.longest or options.seconds
    whole = [float(second) for second in range(1, int(longest) + 1)]
    return sorted({*(whole if options.longest else ()), options.seconds})


def _watch_made(
    options: argparse.Namespace, networks: "LivenessNetworks", models: "Models"
) -> "list[Watched]":
    from facedesk.capture.labelled_photos import labelled_photos
    from facedesk.evaluation.liveness.made_people import sitters_of, watch_made_clips

    photos = labelled_photos(options.images, options.part)
    sitters = sitters_of(photos, options.people, options.seed, models)
    return list(watch_made_clips(sitters, options.seed, networks, _moments(options), _progress))


def _watch_real(
    options: argparse.Namespace, networks: "LivenessNetworks", models: "Models"
) -> "list[Watched]":
    from facedesk.evaluation.liveness.real_clips import watch_real_clips

    return list(watch_real_clips(options.clips, options.seed, networks, models, options.seconds))


def _progress(done: int, total: int) -> None:
    report(done, total, "clips")


def _answer(
    options: argparse.Namespace,
    output: Output,
    clips: str,
    watched: "Sequence[Watched]",
    moments: Sequence[float],
) -> "Measured":
    from facedesk.evaluation.liveness.measured_clips import measured_clips

    measured = measured_clips(clips, watched, moments, options.seconds, options.bpcer)
    for said in (each for words in measured.words for each in words):
        output.answer({"clips": clips, **words_as_json(said)}, f"{clips}: {words_in_text(said)}")
    for errors in measured.looks:
        output.answer({"clips": clips, **look_as_json(errors)}, f"{clips}: {look_in_text(errors)}")
    return measured


def _answer_fit(options: argparse.Namespace, output: Output, made: "Sequence[Watched]") -> None:
    from facedesk.evaluation.liveness.fusion_fit import fit_fusion
    from facedesk.evaluation.liveness.measured_clips import MADE
    from facedesk.liveness.fusion import FUSION

    fit = fit_fusion(made, options.seconds, FUSION)
    settings = fit.settings
    weights = {look.value: round(weight, 3) for look, weight in settings.weights.items()}
    fitted = {
        "weights": weights,
        "prior": round(settings.prior, 3),
        "flat_from": round(settings.flat_from, 3),
        "live_to": round(settings.live_to, 3),
    }
    output.answer(
        {"fit": fitted, "clips": MADE, "count": fit.clips, "log_loss": fit.log_loss},
        f"fitted to {fit.clips} made clips, log-loss {fit.log_loss:.4f}: {fitted}",
    )


def _write(options: argparse.Namespace, output: Output, measured: "Sequence[Measured]") -> None:
    from facedesk.evaluation.liveness.liveness_report import liveness_sections
    from facedesk.evaluation.report import Section, write_report

    facts = (
        ("Command", shlex.join(["facedesk", *map(str, options.words)])),
        ("Date", date.today().isoformat()),
        ("Made clips", f"of {measured[0].at_limit[0].live.sources} people, of {options.images}"),
        ("Real clips", str(options.clips or "none")),
    )
    sections = [*liveness_sections(measured), Section("What was run", facts=facts)]
    file = write_report(options.report, "facedesk: alive, or a picture", sections)
    output.note(f"the report is {file}")
