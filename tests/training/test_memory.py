import numpy as np
import pytest
import torch

from facedesk import memory
from facedesk.errors import TooLittleMemory
from facedesk.memory import available
from facedesk.training.memory import demand, memory_told

TOO_MUCH = 10**15


@pytest.mark.parametrize(
    "ask",
    [
        lambda: np.zeros(TOO_MUCH, np.uint8),
        lambda: torch.empty(TOO_MUCH, dtype=torch.uint8),
    ],
)
def test_what_is_said_when_memory_is_used_up_becomes_a_sentence(ask):
    with pytest.raises(TooLittleMemory, match="too little memory"), memory_told():
        ask()


def test_other_mistakes_stay_what_they_are():
    with pytest.raises(RuntimeError, match="size"), memory_told():
        torch.ones(2) + torch.ones(3)


def test_more_than_there_is_is_refused_before_the_work(tmp_path, monkeypatch):
    (tmp_path / "meminfo").write_text("MemTotal: 900 kB\nMemAvailable:     100 kB\n")
    monkeypatch.setattr(memory, "_STATUS", tmp_path / "meminfo")
    assert available() == 102_400
    demand(50_000)
    with pytest.raises(TooLittleMemory):
        demand(102_400)


def test_where_the_system_does_not_tell_nothing_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(memory, "_STATUS", tmp_path / "nowhere")
    demand(TOO_MUCH)
