import ast
import subprocess
import sys
from pathlib import Path

import facedesk.ui

WITHOUT_TORCH = {"facedesk.capture.labelled_photos"}


def run(code):
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True
    ).stdout.split()


def test_sources_of_modules_are_not_read_any_more():
    read = run("""
import linecache
import PySide6.QtCore
from facedesk.ui.imports import import_without_reading_sources

import colorsys
print(any("colorsys" in name for name in linecache.cache))
import_without_reading_sources()
print(len(linecache.cache))
import wave
print(any("wave" in name for name in linecache.cache))
""")
    assert read == ["True", "0", "False"]


def test_without_qt_nothing_changes():
    same = run("""
import builtins
before = builtins.__import__
from facedesk.ui.imports import import_without_reading_sources

import_without_reading_sources()
print(builtins.__import__ is before)
""")
    assert same == ["True"]


def test_more_of_qt_can_be_imported_afterwards():
    said = run("""
import os
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtWidgets import QApplication
from facedesk.ui.imports import import_without_reading_sources

import_without_reading_sources()
from PySide6.QtSvg import QSvgRenderer
app = QApplication([])
print(QSvgRenderer().isValid())
""")
    assert said == ["False"]


def test_what_brings_torch_is_imported_once_the_networks_are_there():
    """By the session, that is, in a way that does not hold the window up."""
    too_early = [
        f"{path.name}:{inner.lineno}"
        for path in sorted(Path(facedesk.ui.__file__).parent.rglob("*.py"))
        for function in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(function, ast.FunctionDef) and (waited := waiting_line(function))
        for inner in function.body
        if isinstance(inner, ast.ImportFrom) and inner.lineno < waited
        and inner.module not in WITHOUT_TORCH
    ]  # fmt: skip
    assert too_early == []


def waiting_line(function):
    """The line in which a function waits for the networks itself; None: it does not."""
    lines = [
        call.lineno
        for statement in function.body
        for call in ast.walk(statement)
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "ready_models"
    ]
    return min(lines, default=None)
