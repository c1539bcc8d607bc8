"""facedesk models measure MODEL --images FOLDER."""

import argparse
from pathlib import Path

from facedesk import errors
from facedesk.commands.data_set import cache_of, report
from facedesk.commands.output import Output, add_json_option
from facedesk.commands.store import choice_of
from facedesk.encoder.registry import RegisteredModel, registered_model

HELP = "measure which scores strangers reach with an encoder that was added, before it is used"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this job."""
    parser.add_argument("model", metavar="MODEL", help="its id or name")
    parser.add_argument(
        "--images", type=Path, required=True, metavar="FOLDER", help="one folder per person"
    )
    add_json_option(parser)


def run(options: argparse.Namespace) -> int:
    """Encode everyone in the folder, and keep what was measured."""
    model = registered_model(choice_of(options).models, options.model, "encoder")
    if model.built_in:
        raise errors.ModelBuiltIn(name=model.name)
    fields, text = measured(options, model)
    Output(options).answer({"model": model.id, **fields}, text)
    return 0


def measured(options: argparse.Namespace, model: RegisteredModel) -> tuple[dict[str, object], str]:
    """Measure on --images with progress on stderr; return what was done, in fields and words."""
    from facedesk.evaluation.carry_over import was_carried_over
    from facedesk.evaluation.measure_model import measure_model

    grounds = measure_model(model, options.images, choice_of(options), cache_of(options), report)
    table, cohort = grounds.calibration, grounds.cohort
    fields = {
        "data_set": table.data_set,
        "strangers": cohort.count,
        "people": table.people,
        "pairs": table.pairs,
        "carried_over": was_carried_over(table),
    }
    if was_carried_over(table):
        return fields, f"too few people to measure {model.name}; it decides by {table.data_set}"
    return fields, (
        f"{model.name} was measured on {options.images.name}: {cohort.count} faces of strangers, "
        f"{table.pairs} pairs of {table.people} others"
    )
