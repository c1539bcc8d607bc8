"""The rules of the house, checked by reading the imports of every module."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import facedesk

PACKAGE = Path(facedesk.__file__).parent

# Lowest first. A package imports only from those on the lines above it.
LAYERS = (
    {"errors", "paths", "settings", "resources", "opencv", "weights", "device", "downloads"},
    {"capture", "vision"},
    {"encoder"},
    {"matching"},
    {"gallery", "liveness"},
    {"live", "training", "evaluation", "style", "insight"},
    {"bench"},
    {"ui"},
    {"doctor"},
    {"commands"},
    {"cli"},
    {"__main__"},
)
FOUNDATION = 0
QT = {"PySide6", "shiboken6", "qtpy", "qtawesome"}
WINDOWS_OF_OPENCV = {"imshow", "waitKey", "waitKeyEx", "namedWindow", "destroyAllWindows"}


def module_name(path):
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_name(path): path for path in sorted(PACKAGE.rglob("*.py"))}
TREES = {name: ast.parse(path.read_text("utf-8")) for name, path in MODULES.items()}


def imported(name):
    """The modules that a module imports, also inside functions."""
    for node in ast.walk(TREES[name]):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name}: imports are absolute"
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield inner if inner in MODULES else node.module


def part(module):
    """The package or top-level module of facedesk that a module belongs to."""
    return module.split(".")[1] if "." in module else None


def layer(module):
    """How high a module stands; what is named nowhere belongs to the foundation."""
    for height, parts in enumerate(LAYERS):
        if part(module) in parts:
            return height
    return FOUNDATION


def test_imports_point_one_way():
    assert [
        f"{name} imports {other}"
        for name in MODULES
        for other in imported(name)
        if other.split(".")[0] == "facedesk" and not may_import(name, other)
    ] == []


def may_import(name, other):
    if part(name) == part(other) or layer(name) == layer(other) == FOUNDATION:
        return True
    return layer(other) < layer(name)


def test_only_the_window_knows_qt():
    assert [
        f"{name} imports {other}"
        for name in MODULES
        for other in imported(name)
        if part(name) != "ui" and other.split(".")[0] in QT
    ] == []


def test_opencv_is_imported_in_one_place():
    importers = {name for name in MODULES for other in imported(name) if "cv2" in other.split(".")}
    assert importers == {"facedesk.opencv"}


def test_opencv_opens_no_windows():
    assert [
        f"{name}:{node.lineno}"
        for name in MODULES
        for node in ast.walk(TREES[name])
        if isinstance(node, ast.Attribute) and node.attr in WINDOWS_OF_OPENCV
    ] == []


def test_every_module_says_what_it_is_for():
    assert [name for name in MODULES if not ast.get_docstring(TREES[name])] == []


def test_a_new_package_has_its_place_in_the_order():
    packages = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    assert packages <= set().union(*LAYERS)


def test_importing_has_no_side_effects(tmp_path):
    names = [
        name
        for name in MODULES
        if part(name) != "ui" and not name.startswith("facedesk.gallery.storage.migrations.")
    ]
    code = """
import os, sys, threading
import torch
before = dict(os.environ), torch.get_num_threads(), threading.active_count()
from importlib import import_module
for name in sys.argv[1:]:
    import_module(name)
assert dict(os.environ) == before[0], set(os.environ.items()) ^ set(before[0].items())
assert torch.get_num_threads() == before[1]
assert threading.active_count() == before[2], threading.enumerate()
"""
    home = {name: str(tmp_path) for name in ("HOME", "TMPDIR", "FACEDESK_HOME")}
    xdg = {f"XDG_{name}_HOME": str(tmp_path) for name in ("DATA", "CONFIG", "CACHE", "STATE")}
    ran = subprocess.run(
        [sys.executable, "-c", code, *names],
        env={**os.environ, **home, **xdg, "PYTHONDONTWRITEBYTECODE": "1"},
        cwd=tmp_path, capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")
    assert list(tmp_path.iterdir()) == []
