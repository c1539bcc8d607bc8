"""An encoder of the user's own that is quick to make and to run, for tests of what uses one."""

import copy
from dataclasses import replace

import numpy as np
import torch
from onnx_file import encoder_file
from torch import nn

from facedesk.encoder.adding_models import Candidate, add_model, examine
from facedesk.encoder.encoder_id import ENCODER_ID
from facedesk.encoder.network_file import save_network
from facedesk.encoder.pixels import Pixels
from facedesk.encoder.trial import Tried
from facedesk.matching.grounds import Grounds, keep_grounds, load_grounds


def add_small_encoder(folder, name="Small", seed=1, measured=True):
    """Add an ONNX encoder of 128 numbers to the models in a folder.

    measured: it decides by what is known of the default encoder, which has as many numbers.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    file = folder.parent / f"{name}.onnx"
    file.write_bytes(encoder_file(np.random.default_rng(seed)))
    model = add_model(Candidate(file, Tried("encoder", 128), None), folder, name, Pixels())
    if measured:
        keep_grounds(grounds_for(model.id), model.file.parent)
    return model


def add_default_again(models, folder, name="Again", measured=True):
    """Add the default encoder as one that was trained here, for tests of what it decides.

    models: those that come with facedesk.
    """
    model = add_model(examine(default_file(models, folder.parent / "again")), folder, name)
    if measured:
        keep_grounds(grounds_for(model.id), model.file.parent)
    return model


def default_file(models, folder):
    """Write the default encoder into a folder, as `facedesk train` would, with a card."""
    folder.mkdir(parents=True, exist_ok=True)
    network = copy.deepcopy(models.encoder.network)
    network.head.weight = nn.Parameter(torch.from_numpy(models.encoder.last_layer))
    file = folder / "encoder.safetensors"
    file.write_bytes(save_network(network))
    file.with_suffix(".md").write_text("# A card")
    return file


def grounds_for(encoder_id):
    """What is known of the default encoder, as if it were known of another."""
    known = load_grounds(ENCODER_ID)
    return Grounds(
        replace(known.cohort, encoder_id=encoder_id),
        replace(known.calibration, encoder_id=encoder_id, data_set="borrowed"),
        replace(known.head, encoder_id=encoder_id),
    )
