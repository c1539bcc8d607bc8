"""Checks what facedesk needs on this computer, and says how to mend what is missing."""

import logging
import os
import shlex
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module, metadata
from importlib.util import find_spec
from pathlib import Path

from facedesk import errors, settings, system_libraries
from facedesk.database_address import DatabaseAddress, address_in_use
from facedesk.paths import Paths, others_may_look_into

_log = logging.getLogger(__name__)

_OLDEST, _TOO_NEW = (3, 10), (3, 14)

# Each distribution with the module that it installs. Qt's are only looked for, not imported: that
# they can be imported follows from the system libraries, and a check needs no window.
_PACKAGES = {
    "PySide6-Essentials": "PySide6",
    "QtAwesome": "qtawesome",
    "pyqtgraph": "pyqtgraph",
    "matplotlib": "matplotlib",
    "opencv-python": "facedesk.opencv",
    "cv2_enumerate_cameras": "cv2_enumerate_cameras",
    "torch": "torch",
    "numpy": "numpy",
    "scipy": "scipy.optimize",
    "threadpoolctl": "threadpoolctl",
    "pillow": "PIL.Image",
    "SQLAlchemy": "sqlalchemy",
    "alembic": "alembic",
    "platformdirs": "platformdirs",
    "cryptography": "cryptography.hazmat.primitives.ciphers.aead",
    "keyring": "keyring",
    "joblib": "joblib",
    "lz4": "lz4.frame",
    "safetensors": "safetensors.numpy",
}
_ONLY_LOOKED_FOR = frozenset({"PySide6", "qtawesome", "pyqtgraph", "matplotlib", "threadpoolctl"})
_OPENCVS = (
    "opencv-python",
    "opencv-python-headless",
    "opencv-contrib-python",
    "opencv-contrib-python-headless",
)
_PIP = f"{sys.executable} -m pip"


@dataclass(frozen=True)
class Check:
    """One thing that was looked at. remedy: what to do, empty when it is in order."""

    check: str
    ok: bool
    detail: str
    remedy: str = ""


class _Problem(Exception):
    """What is wrong, and what to do about it."""

    def __init__(self, detail: str, remedy: str) -> None:
        super().__init__(detail)
        self.remedy = remedy


def run_checks(paths: Paths) -> Iterator[Check]:
    """Yield one check after the other; changes nothing. paths: where the user's data is."""
    yield _checked("Python", _python)
    for distribution, module in _PACKAGES.items():
        yield _checked(distribution, lambda d=distribution, m=module: _package(d, m))
    yield _checked("one OpenCV", _single_opencv)
    if sys.platform.startswith("linux"):
        yield _checked("system libraries", _libraries)
        yield _checked("screen", _screen)
    yield _checked("face models", _face_models)
    yield _checked("cohort", _cohort)
    yield _checked("thresholds", _thresholds)
    yield _checked("chosen models", lambda: _chosen_models(paths))
    yield _checked("data folder", lambda: _data_folder(paths.home))
    yield from _gallery(paths)
    yield _checked("cameras", _cameras)


def _gallery(paths: Paths) -> Iterator[Check]:
    """Check where the gallery is: in a file, or on a server."""
    try:
        address = address_in_use(settings.load(paths.settings).get("gallery.database"))
    except errors.DatabaseAddressWrong as error:
        yield Check("database", False, error.code, error.text)
        return
    if address is not None:
        yield _checked("database", lambda: _database(address))
        return
    yield Check("database", True, "on this computer alone")
    yield _checked("protection", lambda: _protection(paths.database))


def _checked(name: str, look: Callable[[], str]) -> Check:
    try:
        return Check(name, True, look())
    except _Problem as problem:
        return Check(name, False, str(problem), problem.remedy)
    except errors.FacedeskError as error:
        return Check(name, False, error.code, error.text)
    except Exception as error:  # whatever is broken, the other checks must go on
        _log.info("the check of %s failed", name, exc_info=True)
        return Check(name, False, f"{type(error).__name__}: {error}", "Install facedesk again.")


def _python() -> str:
    if not _OLDEST <= sys.version_info[:2] < _TOO_NEW:
        raise _Problem(sys.version.split()[0], "Use Python 3.10, 3.11, 3.12 or 3.13.")
    return f"{sys.version.split()[0]} ({sys.executable})"


def _package(distribution: str, module: str) -> str:
    try:
        if module not in _ONLY_LOOKED_FOR:
            import_module(module)
        elif find_spec(module) is None:
            raise ImportError(f"No module named {module!r}")
    except (ImportError, OSError) as error:
        remedy = f"{_PIP} install --force-reinstall {distribution}"
        raise _Problem(str(error), remedy) from error
    return _version(distribution) or "not installed by pip"


def _single_opencv() -> str:
    found = [name for name in _OPENCVS if _version(name)]
    if len(found) > 1:
        raise _Problem(
            "several are installed and overwrite each other: " + ", ".join(found),
            f"{_PIP} uninstall -y {' '.join(found)} && {_PIP} install opencv-python",
        )
    return ", ".join(found) or "not installed by pip"


def _version(distribution: str) -> str | None:
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return None


def _libraries() -> str:
    missing = system_libraries.missing_libraries()
    if missing:
        remedy = f"On Debian or Ubuntu: {system_libraries.install_command(missing)}"
        raise _Problem("not found: " + ", ".join(missing), remedy)
    return f"all {len(system_libraries.PACKAGES)} found"


def _screen() -> str:
    from facedesk.screen import screen

    names = ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY")
    variables = ", ".join(f"{name}={os.environ[name]}" for name in names if os.environ.get(name))
    try:
        with screen():
            return variables
    except errors.NoScreen as error:
        raise _Problem(
            f"none that answers ({variables or 'DISPLAY and WAYLAND_DISPLAY are not set'})",
            "Start facedesk from a desktop. Its commands work without one.",
        ) from error


def _face_models() -> str:
    from facedesk import weights
    from facedesk.encoder import dlib_weights
    from facedesk.vision import mtcnn_weights

    files = (
        dlib_weights.FILE,
        mtcnn_weights.PROPOSAL,
        mtcnn_weights.REFINEMENT,
        mtcnn_weights.OUTPUT,
    )
    for file in files:
        weights.read(file)
    return f"{len(files)} files, undamaged"


def _cohort() -> str:
    from facedesk.encoder.encoder_id import ENCODER_ID
    from facedesk.matching.cohort import load_cohort

    cohort = load_cohort(ENCODER_ID)
    return f"{cohort.count} faces of {cohort.source}"


def _thresholds() -> str:
    from facedesk.encoder.encoder_id import ENCODER_ID
    from facedesk.matching.thresholds import load_calibration

    calibration = load_calibration(ENCODER_ID)
    return f"measured on {calibration.people} people of {calibration.data_set}"


def _chosen_models(paths: Paths) -> str:
    from facedesk.encoder.registry import chosen_models, registered, registered_model
    from facedesk.matching.grounds import load_grounds

    choice = chosen_models(paths, settings.load(paths.settings))
    own = [model for model in registered(paths.models) if not model.built_in]
    for model in own:
        model.read()
    detector = registered_model(paths.models, choice.detector, "detector")
    encoder = registered_model(paths.models, choice.encoder, "encoder")
    load_grounds(encoder.id, paths.models)
    added = f"{len(own)} added, undamaged" if own else "none added"
    return f"{detector.name} finds faces, {encoder.name} recognises them; {added}"


def _data_folder(home: Path) -> str:
    if not home.exists():
        parent = next(folder for folder in home.parents if folder.exists())
        if not os.access(parent, os.W_OK | os.X_OK):
            raise errors.FolderNotWritable(path=home)
        return f"{home} (made at the first start)"
    try:
        tempfile.TemporaryFile(dir=home).close()
    except OSError as error:
        raise errors.FolderNotWritable(path=home) from error
    if others_may_look_into(home):
        detail = f"{home} can be looked into by other users of this computer"
        raise _Problem(detail, f"chmod 700 {shlex.quote(str(home))}")
    return str(home)


def _database(address: DatabaseAddress) -> str:
    from facedesk.gallery.storage.server_database import look_at

    found = look_at(address)
    if found is None:
        return f"shared: {address}, empty until the first start"
    protected = "opens with a passphrase" if found.protected else "not protected"
    return f"shared: {address}, {found.people} people, {protected}"


def _protection(database: Path) -> str:
    from facedesk.gallery.protection.data_key import Method
    from facedesk.gallery.protection.protecting import methods_in
    from facedesk.gallery.protection.system_keyring import system_keyring

    if not database.exists():
        if system_keyring():
            return "no gallery yet; the system's keyring will protect it"
        return "no gallery yet, and no keyring: set a passphrase in the settings of the window"
    words = {Method.KEYRING: "the system's keyring", Method.PASSPHRASE: "a passphrase"}
    methods = methods_in(database)
    if not methods:
        raise _Problem(
            "the gallery is not protected: whoever gets its file sees everyone's photos",
            "Open facedesk, then set a passphrase in Settings.",
        )
    return "the gallery opens with " + " or ".join(w for m, w in words.items() if m in methods)


def _cameras() -> str:
    from facedesk.capture.cameras import list_cameras

    found = list_cameras()
    if not found:
        return "none; videos, pictures and network cameras work without one"
    return ", ".join(camera.name for camera in found)
