import pytest

from facedesk.liveness.signals.networks import load_signals_networks


@pytest.fixture(scope="session")
def networks():
    return load_signals_networks()
