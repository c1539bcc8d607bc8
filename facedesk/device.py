"""Chooses where torch computes, and how many threads facedesk computes with."""

import os
from functools import cache
from pathlib import Path

import torch

from facedesk.opencv import cv2

_PROCESSOR = Path("/proc/cpuinfo")  # Linux


def best_device() -> torch.device:
    """Return CUDA or Apple's MPS when there is one, else the CPU."""
    if torch.cuda.is_available():
        return torch.device("cuda")
    if torch.backends.mps.is_available():
        return torch.device("mps")
    return torch.device("cpu")


def halves_are_quicker(device: torch.device) -> bool:
    """Tell whether networks run quicker on a device in numbers of half the size (bfloat16).

    Processors have a unit for products of such matrices, or they would be slower with them.
    """
    if device.type == "cuda":
        return torch.cuda.is_bf16_supported()
    return device.type == "cpu" and _has_matrix_unit()


@cache
def _has_matrix_unit() -> bool:
    return _PROCESSOR.exists() and " amx_bf16" in _PROCESSOR.read_text("utf-8")


def prepare_to_repeat(device: torch.device) -> None:
    """Let a device come to the same numbers twice. Call before anything is computed on it.

    NVIDIA's cuBLAS does so only with a workspace of fixed size, and reads this when it is first
    used ("Results reproducibility" in its documentation).
    """
    if device.type == "cuda":
        os.environ.setdefault("CUBLAS_WORKSPACE_CONFIG", ":4096:8")


def threads_to_compute_with() -> int:
    """Return how many cores there are without the one that the window needs."""
    return max(1, (os.cpu_count() or 1) - 1)


def leave_a_core_to_the_window() -> None:
    """Limit whatever computes with several threads to all cores but one.

    That is torch, OpenCV and the linear algebra of numpy (BLAS). Call once, before the first tensor
    operation.
    """
    from threadpoolctl import threadpool_limits  # it changes the environment when imported

    threads = threads_to_compute_with()
    torch.set_num_threads(threads)
    cv2.setNumThreads(threads)
    threadpool_limits(threads, user_api="blas")
