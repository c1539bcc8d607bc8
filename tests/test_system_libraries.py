import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from facedesk import system_libraries

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs Linux")

# Parts of every Linux, or of Python and torch themselves.
EVERYWHERE = re.compile(r"(ld-linux.*|lib(c|m|dl|rt|pthread|gcc_s|stdc\+\+|z))\.so\.\d+")


def without(*missing):
    def load(name):
        if name in missing:
            raise OSError(f"{name}: cannot open shared object file")

    return load


def linked(library):
    """The libraries of the system that a library names as needed."""
    listed = subprocess.run(
        ["readelf", "-d", str(library)], capture_output=True, text=True, check=True
    ).stdout
    needed = set(re.findall(r"NEEDED.*\[(.+)\]", listed))
    return {
        name
        for name in needed
        if not EVERYWHERE.fullmatch(name) and not name.startswith(("libQt6", "libicu"))
    }


def test_nothing_is_missing_where_everything_loads():
    assert system_libraries.missing_libraries(without()) == ()


def test_exactly_the_libraries_that_do_not_load_are_missing():
    load = without("libEGL.so.1", "libxcb-cursor.so.0", "libother.so.1")
    assert system_libraries.missing_libraries(load) == ("libEGL.so.1", "libxcb-cursor.so.0")


def test_the_command_names_each_package_once():
    missing = ("libEGL.so.1", "libglib-2.0.so.0", "libgthread-2.0.so.0")
    assert system_libraries.install_command(missing) == "sudo apt install libegl1 libglib2.0-0"


@linux
@pytest.mark.skipif(shutil.which("readelf") is None, reason="needs readelf")
@pytest.mark.parametrize(
    "library",
    [
        "plugins/platforms/libqxcb.so",
        "lib/libQt6Core.so.6",
        "lib/libQt6DBus.so.6",
        "lib/libQt6Gui.so.6",
        "lib/libQt6Svg.so.6",
        "lib/libQt6Widgets.so.6",
        "lib/libQt6XcbQpa.so.6",
    ],
)
def test_all_that_the_installed_qt_is_linked_to_is_looked_for(library):
    (folder,) = find_spec("PySide6").submodule_search_locations
    assert linked(Path(folder) / "Qt" / library) <= set(system_libraries.PACKAGES)
