import subprocess
import sys


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
