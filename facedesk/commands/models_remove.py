"""facedesk models remove MODEL."""

import argparse

from facedesk.commands.output import Output, add_json_option
from facedesk.commands.store import choice_of, settings_of
from facedesk.encoder.registry import BUILT_IN, chosen_setting, registered_model

HELP = "remove a model that was added; what it has encoded stays, should it come back"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this job."""
    parser.add_argument("model", metavar="MODEL", help="its id or name")
    add_json_option(parser)


def run(options: argparse.Namespace) -> int:
    """Delete its folder; where it is in use, facedesk's own takes its place."""
    from facedesk.encoder.adding_models import remove_model

    choice = choice_of(options)
    model = registered_model(choice.models, options.model)
    remove_model(model)
    if model.id in (choice.encoder, choice.detector):
        own = next(each for each in BUILT_IN if each.kind == model.kind)
        settings = settings_of(options)
        settings.set(*chosen_setting(own))
        settings.save()
    Output(options).answer({"removed": model.id}, f"{model.name} is removed")
    return 0
