import numpy as np
import pytest
import torch
from torch import nn

from facedesk.liveness.signals.event import Event
from facedesk.liveness.signals.eye_network import EyeNetwork
from facedesk.liveness.signals.signals_network import (
    EVENT_LAYERS,
    PULSE_LAYERS,
    SignalsNetwork,
    lengths,
)
from facedesk.liveness.signals.window import CHANNELS, LENGTH, MIRRORED


@pytest.fixture
def windows():
    return torch.randn(3, CHANNELS, LENGTH, generator=torch.Generator().manual_seed(1))


@pytest.fixture
def network():
    torch.manual_seed(1)
    return SignalsNetwork().eval()


def test_there_is_a_number_for_each_event_and_time_and_one_for_the_pulse(network, windows):
    with torch.inference_mode():
        events, pulse = network(windows)
    assert events.shape == (3, len(Event), LENGTH // 2)
    assert pulse.shape == (3,)


@pytest.mark.parametrize("part", ["events", "pulse"])
def test_its_layers_have_the_lengths_that_the_formula_gives(network, windows, part):
    found = []
    for layer in getattr(network, part):
        if isinstance(layer, nn.Conv1d):
            layer.register_forward_hook(lambda _, __, out: found.append(out.shape[2]))
    with torch.inference_mode():
        network(windows)
    assert found == lengths({"events": EVENT_LAYERS, "pulse": PULSE_LAYERS}[part])


def test_a_mirrored_camera_exchanges_left_and_right_and_changes_nothing_else(network, windows):
    mirrored = windows.clone()
    mirrored[:, list(MIRRORED)] *= -1
    with torch.inference_mode():
        events, pulse = network(windows)
        others, same = network(mirrored)
    torch.testing.assert_close(same, pulse)
    torch.testing.assert_close(others[:, Event.TURN_LEFT], events[:, Event.TURN_RIGHT])
    torch.testing.assert_close(others[:, Event.TURN_RIGHT], events[:, Event.TURN_LEFT])
    for event in (Event.BLINK, Event.NOD, Event.COME_CLOSER):
        torch.testing.assert_close(others[:, event], events[:, event])


def test_light_and_contrast_do_not_matter_to_the_eyes():
    torch.manual_seed(1)
    network = EyeNetwork().eval()
    patch = np.random.default_rng(1).integers(60, 120, (1, 16, 24))
    with torch.inference_mode():
        plain, other = (network(torch.from_numpy(p)) for p in (patch, patch * 2 - 30))
        torch.testing.assert_close(plain, other, atol=1e-4, rtol=1e-4)
        assert network(torch.zeros((1, 16, 24), dtype=torch.uint8)).isfinite().all()
