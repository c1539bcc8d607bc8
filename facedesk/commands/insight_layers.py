"""facedesk insight layers."""

import argparse

from facedesk.commands.output import Output, add_json_option
from facedesk.commands.store import parts_of

HELP = "list the layers of the encoder, from shallow to deep"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this command."""
    add_json_option(parser)


def run(options: argparse.Namespace) -> int:
    """Print each layer."""
    from facedesk.insight.inside import Inside

    models, _ = parts_of(options)
    for layer in Inside(models.encoder).layers:
        rows, columns = layer.boxes.shape[:2]
        Output(options).answer(
            {"layer": layer.key, "units": layer.units, "places": [rows, columns]}
            | {"field": layer.field},
            f"{layer.key}: {layer.units} units at {rows} × {columns} places, each of which sees "
            f"up to {layer.field} pixels of the face's 150",
        )
    return 0
