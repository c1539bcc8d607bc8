"""In processes of their own, where nothing has imported torch yet."""

import os
import subprocess
import sys

import pytest

from facedesk.torch_libraries import load_torch_libraries

pytestmark = pytest.mark.skipif(
    not hasattr(os, "RTLD_NOLOAD"), reason="what is loaded can't be asked here"
)


def run(code):
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=True
    ).stdout.split()


def test_other_threads_go_on_while_the_libraries_are_loaded():
    ticks = run("""
import threading, time
from facedesk.torch_libraries import load_torch_libraries

ticks = 0
def tick():
    global ticks
    while True:
        time.sleep(0.001)
        ticks += 1

threading.Thread(target=tick, daemon=True).start()
time.sleep(0.1)
before = ticks
load_torch_libraries()
print(ticks - before)
""")
    # Imported straight away, there are one or two: before and after.
    assert int(ticks[0]) > 10


def test_the_import_finds_them_loaded_and_torch_computes_as_ever():
    loaded = run("""
import ctypes, os, sys
from importlib.util import find_spec
from pathlib import Path
from facedesk.torch_libraries import load_torch_libraries

library = next(Path(find_spec("torch").origin).parent.glob("lib/libtorch_python.*"))

def is_loaded():
    try:
        return bool(ctypes.CDLL(str(library), os.RTLD_NOLOAD))
    except OSError:
        return False

print(is_loaded())
load_torch_libraries()
print(is_loaded(), "torch" in sys.modules)
import torch
print(torch.ones(3, 3).matmul(torch.ones(3)).sum().item())
load_torch_libraries()
""")
    assert loaded == ["False", "True", "False", "9.0"]


def test_without_torch_nothing_happens(monkeypatch):
    monkeypatch.delitem(sys.modules, "torch", raising=False)
    monkeypatch.setattr("facedesk.torch_libraries.find_spec", lambda _: None)
    load_torch_libraries()
