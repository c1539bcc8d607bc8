"""facedesk evaluate openset."""

import argparse
import dataclasses

from facedesk.commands.arguments import count, rate
from facedesk.commands.data_set import add_data_set_options, encoded_data_set
from facedesk.commands.output import Output, add_json_option

HELP = "measure what the answers are worth on a folder of people (FOLDER/PERSON/*.jpg)"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this command."""
    protocols = parser.add_subparsers(title="protocols", metavar="PROTOCOL", required=True)
    text = "who is enrolled is found, who is not is not named"
    openset = protocols.add_parser("openset", help=text, description=text)
    add_data_set_options(openset)
    openset.add_argument("--gallery-size", type=count, nargs="+", default=[10, 100], metavar="N")
    openset.add_argument("--fpir", type=rate, nargs="+", default=[0.01, 0.001], metavar="RATE")
    openset.add_argument(
        "--repeats", type=count, default=10, metavar="R", help="draws per size (10)"
    )
    add_json_option(openset)
    openset.set_defaults(evaluate=_openset)


def run(options: argparse.Namespace) -> int:
    """Run the protocol that was asked for."""
    return options.evaluate(options)


def _openset(options: argparse.Namespace) -> int:
    from facedesk.evaluation.openset import evaluate_open_set
    from facedesk.live.loading import load_parts
    from facedesk.matching.thresholds import thresholds_for

    output = Output(options)
    models, knowledge = load_parts()
    data = encoded_data_set(options, models)
    for size in options.gallery_size:
        result = evaluate_open_set(
            data.vectors,
            data.persons,
            knowledge.cohort,
            thresholds_for(knowledge.calibration, size),
            size,
            options.fpir,
            options.repeats,
        )
        found = ", ".join(f"{value:.3f} at FPIR {rate}" for rate, value in result.dir.items())
        output.answer(
            dataclasses.asdict(result),
            f"{size} people: rank-1 {result.rank1:.3f}; DIR {found}; with the shipped threshold "
            f"{result.dir_at_shipped_threshold:.3f} found, "
            f"{result.wrong_at_shipped_threshold:.4f} given a wrong name, "
            f"{result.fpir_at_shipped_threshold:.4f} of strangers named",
        )
    return 0
