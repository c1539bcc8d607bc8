import subprocess
import sys

import pytest

from facedesk import __version__
from facedesk.cli import main


def test_the_version_comes_from_one_place(capsys):
    with pytest.raises(SystemExit) as end:
        main(["--version"])
    assert end.value.code == 0
    assert capsys.readouterr().out == f"facedesk {__version__}\n"


def test_help_names_every_command(capsys):
    with pytest.raises(SystemExit):
        main(["--help"])
    text = capsys.readouterr().out
    for command in (
        "enroll",
        "people",
        "remove",
        "identify",
        "watch",
        "liveness",
        "sightings",
        "doctor",
        "bench",
    ):
        assert f"\n    {command} " in text


def test_an_unknown_command_is_wrong_use(capsys):
    with pytest.raises(SystemExit) as end:
        main(["dance"])
    assert end.value.code == 2
    assert "dance" in capsys.readouterr().err


def test_the_command_line_starts_without_torch_and_qt():
    """Help, completion and mistakes answer at once, and commands do not need a screen."""
    code = (
        "import sys, facedesk.cli as c; c._parser();"
        "print([m for m in ('torch', 'PySide6', 'cv2') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_it_runs_as_a_module():
    done = subprocess.run(
        [sys.executable, "-m", "facedesk", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout == f"facedesk {__version__}\n"
