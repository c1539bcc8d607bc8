"""Loads torch's shared libraries without holding up the other threads of the program.

To import torch, Python has the system load some hundred megabytes of libraries, and holds its
global lock meanwhile: the window would stand still, for as long as the disk takes. The same call
made through ctypes lets go of the lock; the import then finds the libraries loaded.
"""

import ctypes
import os
import sys
from importlib.util import find_spec
from pathlib import Path

# The order in which torch itself loads them, and whether others shall find what is in them.
_LIBRARIES = (("libtorch_global_deps", True), ("libtorch_python", False))


def load_torch_libraries() -> None:
    """Load them where that is possible; what fails is left to the import, which says why."""
    if os.name != "posix" or "torch" in sys.modules:
        return
    torch = find_spec("torch")
    if torch is None or torch.origin is None:
        return
    folder = Path(torch.origin).parent / "lib"
    suffix = "dylib" if sys.platform == "darwin" else "so"
    load = ctypes.CDLL(None).dlopen
    load.argtypes = (ctypes.c_char_p, ctypes.c_int)
    load.restype = ctypes.c_void_p
    for name, for_others in _LIBRARIES:
        scope = os.RTLD_GLOBAL if for_others else os.RTLD_LOCAL
        load(os.fsencode(folder / f"{name}.{suffix}"), os.RTLD_NOW | scope)
