"""Chooses where torch computes, and how many threads it may use."""

import os

import torch


def best_device() -> torch.device:
    """Return CUDA or Apple's MPS when there is one, else the CPU."""
    if torch.cuda.is_available():
        return torch.device("cuda")
    if torch.backends.mps.is_available():
        return torch.device("mps")
    return torch.device("cpu")


def leave_a_core_to_the_window() -> None:
    """Limit torch to all cores but one. Call once, before the first tensor operation."""
    torch.set_num_threads(max(1, (os.cpu_count() or 1) - 1))
