"""facedesk models list."""

import argparse

from facedesk.commands.output import Output, add_json_option
from facedesk.commands.store import choice_of
from facedesk.encoder.registry import RegisteredModel, registered

HELP = "name the models there are, and those in use"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this job."""
    add_json_option(parser)


def run(options: argparse.Namespace) -> int:
    """Print a line per model."""
    from facedesk.matching.grounds import has_grounds

    output, choice = Output(options), choice_of(options)
    for model in registered(choice.models):
        used = model.id in (choice.encoder, choice.detector)
        measured = model.kind == "detector" or model.built_in or has_grounds(model.file.parent)
        output.answer(_fields(model, used, measured), _in_words(model, used, measured))
    return 0


def _fields(model: RegisteredModel, used: bool, measured: bool) -> dict[str, object]:
    return {
        "model": model.id,
        "name": model.name,
        "kind": model.kind,
        "licence": model.licence,
        "source": model.source,
        "built_in": model.built_in,
        "file": str(model.file) if model.file else None,
        "used": used,
        "measured": measured,
    }


def _in_words(model: RegisteredModel, used: bool, measured: bool) -> str:
    marks = [model.licence, *(["in use"] if used else []), *([] if measured else ["not measured"])]
    return f"{model.kind} {model.id}: {model.name} ({', '.join(marks)})"
