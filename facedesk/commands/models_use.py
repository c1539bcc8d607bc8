"""facedesk models use MODEL."""

import argparse

from facedesk.commands.output import Output, add_json_option
from facedesk.commands.store import choice_of, settings_of
from facedesk.encoder.registry import chosen_setting, registered_model, replace_model

HELP = "recognise, or find faces, with this model from now on"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this job."""
    parser.add_argument("model", metavar="MODEL", help="its id or name")
    add_json_option(parser)


def run(options: argparse.Namespace) -> int:
    """Choose it, once it has turned out to work; who is enrolled is encoded when next needed."""
    from facedesk.live.loading import load_parts

    choice = choice_of(options)
    model = registered_model(choice.models, options.model)
    load_parts(replace_model(choice, model))
    settings = settings_of(options)
    settings.set(*chosen_setting(model))
    settings.save()
    Output(options).answer({"model": model.id}, f"{model.name} is used from the next start on")
    return 0
