import os
import subprocess
import sys

import pytest
import torch

from facedesk import device

CODE = """
import os
os.cpu_count = lambda: {cores}
import numpy, torch
from threadpoolctl import threadpool_info
from facedesk.device import leave_a_core_to_the_window, threads_to_compute_with
from facedesk.opencv import cv2
leave_a_core_to_the_window()
assert threads_to_compute_with() == {threads}
assert torch.get_num_threads() == {threads}
assert cv2.getNumThreads() == {threads}
found = [each["num_threads"] for each in threadpool_info() if each["user_api"] == "blas"]
assert found and set(found) <= {{{threads}}}, found
"""


def run(cores, threads):
    """Thread counts are those of a whole process: this one keeps its own."""
    code = CODE.format(cores=cores, threads=threads)
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")


def test_whatever_computes_leaves_a_core_to_the_window():
    run(cores=3, threads=2)


def test_a_single_core_is_shared():
    run(cores=1, threads=1)


@pytest.mark.parametrize(("flags", "quicker"), [("fma amx_bf16 avx2", True), ("fma avx2", False)])
def test_half_numbers_are_quicker_on_processors_with_a_unit_for_them(
    tmp_path, monkeypatch, flags, quicker
):
    file = tmp_path / "cpuinfo"
    file.write_text(f"flags\t\t: {flags}\n")
    monkeypatch.setattr(device, "_PROCESSOR", file)
    device._has_matrix_unit.cache_clear()
    try:
        assert device.halves_are_quicker(torch.device("cpu")) is quicker
    finally:
        device._has_matrix_unit.cache_clear()
    assert not device.halves_are_quicker(torch.device("mps"))


def test_only_a_gpu_must_be_told_to_repeat_itself(monkeypatch):
    key = "CUBLAS_WORKSPACE_CONFIG"
    monkeypatch.setenv(key, "")  # so that it is put back
    monkeypatch.delenv(key)
    device.prepare_to_repeat(torch.device("cpu"))
    assert key not in os.environ
    device.prepare_to_repeat(torch.device("cuda"))
    assert os.environ[key] == ":4096:8"
    monkeypatch.setenv(key, ":16:8")
    device.prepare_to_repeat(torch.device("cuda"))
    assert os.environ[key] == ":16:8"
