"""Chooses where torch computes, and how many threads facedesk computes with."""

import os

import torch

from facedesk.opencv import cv2


def best_device() -> torch.device:
    """Return CUDA or Apple's MPS when there is one, else the CPU."""
    if torch.cuda.is_available():
        return torch.device("cuda")
    if torch.backends.mps.is_available():
        return torch.device("mps")
    return torch.device("cpu")


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
