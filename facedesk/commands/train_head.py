"""facedesk train-head --images FOLDER --name NAME --out FILE."""

import argparse
import dataclasses
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from facedesk.commands.data_set import add_data_set_options, encoded_data_set, people_part
from facedesk.commands.output import Output, add_json_option, check_writable, write_file
from facedesk.commands.store import calibrations_of
from facedesk.matching.heads import Head

if TYPE_CHECKING:
    import numpy as np

    from facedesk.encoder.models import Models
    from facedesk.evaluation.head_figures import HeadFigures
    from facedesk.evaluation.reliability import Reliability
    from facedesk.evaluation.verdict_shares import VerdictShares
    from facedesk.matching.cohort import Cohort

HELP = "fit what says how probably two pictures show one person, on a folder of people"

_RATES = (0.01, 0.001, 0.0001)
_HELD_OUT, _CHECKED = "held out", "checked"  # of whom figures are


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this command."""
    add_data_set_options(parser)
    parser.add_argument("--name", required=True, help="the data set's name, kept with the head")
    parser.add_argument("--out", type=Path, required=True, help="the .json file to write")
    parser.add_argument(
        "--check",
        type=people_part,
        metavar="I/N",
        help="try heads and verdicts on this part of the people, too, but for those fitted on",
    )
    add_json_option(parser)


def run(options: argparse.Namespace) -> int:
    """Fit a head for each form, and write the one with the lowest log-loss."""
    from facedesk.encoder.models import load_models
    from facedesk.evaluation.train_heads import train_heads
    from facedesk.matching.cohort import load_cohort
    from facedesk.matching.heads import save_head

    check_writable(options.out)
    output = Output(options)
    models = load_models()
    cohort = load_cohort(models.encoder.id)
    data = encoded_data_set(options, models)
    trained = train_heads(data.vectors, data.persons, cohort, options.name, date.today())
    for each in trained:
        _answer_figures(output, each.head, _HELD_OUT, each.figures)
    heads = [each.head for each in trained]
    if options.check:
        _check(options, output, models, cohort, heads, set(data.persons))
    best = heads[0]
    write_file(options.out, save_head(best).encode())
    output.answer(
        {
            "best": best.form.value,
            "people": best.people,
            "pairs": best.pairs,
            "file": str(options.out),
        },
        f"{best.form.value} is best: {best.pairs} pairs of {best.people} people, "
        f"written to {options.out}",
    )
    return 0


def _check(
    options: argparse.Namespace,
    output: Output,
    models: "Models",
    cohort: "Cohort",
    heads: list[Head],
    fitted_on: set[str],
) -> None:
    """Try the heads, the best one first, and the verdicts on people not fitted on."""
    from facedesk.evaluation.head_figures import figures_of
    from facedesk.evaluation.reliability import reliability
    from facedesk.evaluation.training_pairs import training_pairs
    from facedesk.evaluation.verdict_shares import verdict_shares
    from facedesk.matching.thresholds import load_calibration

    vectors, persons = _of_others(options, models, fitted_on)
    drawn = training_pairs(vectors, persons, cohort)
    for head in heads:
        _answer_figures(output, head, _CHECKED, figures_of(head.logits(drawn.pairs), drawn.same))
    best = heads[0]
    _answer_reliability(output, best, reliability(best.probabilities(drawn.pairs), drawn.same))
    calibration = load_calibration(models.encoder.id, calibrations_of(options))
    for shares in verdict_shares(vectors, persons, cohort, calibration, _RATES):
        _answer_verdicts(output, shares)


def _of_others(
    options: argparse.Namespace, models: "Models", fitted_on: set[str]
) -> "tuple[np.ndarray, list[str]]":
    """Return the vectors of --check, and whose they are, without some people."""
    data = encoded_data_set(options, models, options.check)
    rows = [row for row, person in enumerate(data.persons) if person not in fitted_on]
    return data.vectors[rows], [data.persons[row] for row in rows]


def _answer_figures(output: Output, head: Head, people: str, figures: "HeadFigures") -> None:
    tar = ", ".join(f"{share:.4f} at FAR {far}" for far, share in figures.tar.items())
    output.answer(
        {"form": head.form.value, "on": people, **dataclasses.asdict(figures)},
        f"{head.form.value:<10} ({people}): log-loss {figures.log_loss:.4f}, "
        f"accuracy {figures.accuracy:.4f}, AUC {figures.auc:.5f}, TAR {tar}, "
        f"calibration error {figures.calibration_error:.4f}",
    )


def _answer_reliability(output: Output, head: Head, found: "Reliability") -> None:
    bins = [dataclasses.asdict(each) for each in found.bins]
    rows = "\n".join(
        f"  said {each.predicted:.3f}, true {each.observed:.3f} ({each.pairs} pairs)"
        for each in found.bins
    )
    output.answer(
        {"form": head.form.value, "reliability": bins, "calibration_error": found.error},
        f"reliability of {head.form.value}, calibration error {found.error:.4f}\n{rows}",
    )


def _answer_verdicts(output: Output, shares: "VerdictShares") -> None:
    output.answer(
        dataclasses.asdict(shares),
        f"FAR {shares.far:g} asked for: yes to {shares.strangers_yes:.5f} of {shares.strangers} "
        f"pairs of two people; of {shares.mates} pairs of one person yes {shares.mates_yes:.4f}, "
        f"unsure {shares.mates_unsure:.4f}, no {shares.mates_no:.4f}",
    )
