"""A few people and a network that are made up."""

import pytest
from made_up import TinyNetwork, crowd


@pytest.fixture
def network():
    return TinyNetwork()


@pytest.fixture
def faces():
    return crowd(8, 3)
