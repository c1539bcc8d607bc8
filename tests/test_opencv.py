import os
import subprocess
import sys
import textwrap

import pytest


def run(code, **variables):
    """Run code in a new interpreter, since cv2 can be imported only once; return what it prints."""
    environment = {**os.environ, "PYTHONWARNINGS": "error", **variables}
    for name in ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR"):
        if name not in variables:
            environment.pop(name, None)
    ran = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code)],
        env=environment, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    return ran.stdout.strip()


@pytest.mark.parametrize(
    "variables",
    [{}, {"QT_QPA_PLATFORM_PLUGIN_PATH": "/my/plugins", "QT_QPA_FONTDIR": "/my/fonts"}],
    ids=["unset", "set by the user"],
)
def test_importing_opencv_leaves_the_environment_as_it_was(variables):
    code = """
        import os
        before = dict(os.environ)
        from facedesk.opencv import cv2
        assert cv2.__version__
        print(before == dict(os.environ))
    """
    assert run(code, **variables) == "True"


def test_qt_starts_after_opencv():
    code = """
        from facedesk.opencv import cv2
        from PySide6.QtWidgets import QApplication, QWidget
        application = QApplication([])
        window = QWidget()
        window.show()
        application.processEvents()
        print(application.platformName())
    """
    assert run(code, QT_QPA_PLATFORM="offscreen") == "offscreen"


def test_opencv_starts_after_qt():
    code = """
        from PySide6.QtWidgets import QApplication
        application = QApplication([])
        from facedesk.opencv import cv2
        import numpy
        print(cv2.resize(numpy.zeros((4, 4, 3), numpy.uint8), (2, 2)).shape)
    """
    assert run(code, QT_QPA_PLATFORM="offscreen") == "(2, 2, 3)"
