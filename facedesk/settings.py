"""The settings: one schema from which storage, validation and the Settings page all come."""

import errno
import json
import logging
import math
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from facedesk import errors

_log = logging.getLogger(__name__)

Value = bool | int | float | str
Kind = Literal["bool", "int", "float", "choice", "text"]


@dataclass(frozen=True)
class Setting:
    """One thing the user, or the window itself, may choose.

    label, help, group and choice_labels are shown on the Settings page; a setting without a group
    is remembered but not shown. minimum, maximum: for int and float, both inclusive.
    """

    key: str
    kind: Kind
    default: Value
    label: str = ""
    help: str = ""
    group: str = ""
    choices: tuple[str, ...] = ()
    choice_labels: tuple[str, ...] = ()
    minimum: float = -math.inf
    maximum: float = math.inf

    @property
    def hidden(self) -> bool:
        """Whether the Settings page leaves it out."""
        return not self.group

    def accepts(self, value: object) -> bool:
        """Tell whether it may have this value."""
        if self.kind == "bool":
            return isinstance(value, bool)
        if self.kind == "choice":
            return value in self.choices
        if self.kind == "text":
            return isinstance(value, str)
        numbers = int if self.kind == "int" else (int, float)
        is_number = isinstance(value, numbers) and not isinstance(value, bool)
        return is_number and self.minimum <= value <= self.maximum


SETTINGS: tuple[Setting, ...] = (
    Setting(
        "appearance.theme",
        "choice",
        "system",
        label="Theme",
        help="Light or dark colours, or whichever the system uses.",
        group="Appearance",
        choices=("system", "light", "dark"),
        choice_labels=("Like the system", "Light", "Dark"),
    ),
    Setting(
        "recognition.strictness",
        "choice",
        "balanced",
        label="Strictness",
        help="How many of 1,000 strangers may be given a name. The stricter, the more often "
        "someone enrolled is not recognised.",
        group="Recognition",
        choices=("strict", "balanced", "lenient"),
        choice_labels=("Strict: 1 in 1,000", "Balanced: 10 in 1,000", "Lenient: 50 in 1,000"),
    ),
    Setting(
        "camera.resolution",
        "choice",
        "1280x720",
        label="Camera resolution",
        help="What the camera is asked for. Less is faster; more finds people further away.",
        group="Camera",
        choices=("640x480", "1280x720", "1920x1080"),
        choice_labels=("640 × 480", "1280 × 720", "1920 × 1080"),
    ),
    Setting(
        "live.mirror",
        "bool",
        True,
        label="Mirror the camera",
        help="Show the camera's picture the way a mirror would.",
        group="Live",
    ),
    Setting(
        "live.show_scores",
        "bool",
        False,
        label="Show scores",
        help="Show how sure facedesk is beside each name.",
        group="Live",
    ),
    Setting(
        "live.show_landmarks",
        "bool",
        False,
        label="Show landmarks",
        help="Mark the eyes, nose and corners of the mouth that were found.",
        group="Live",
    ),
    Setting("live.source", "text", ""),
    Setting("window.geometry", "text", ""),
    Setting("window.page", "text", ""),
    Setting("window.sidebar", "text", ""),
)
_BY_KEY = {setting.key: setting for setting in SETTINGS}


class Settings:
    """The values of all settings, and the file they are kept in."""

    def __init__(self, path: Path, values: dict[str, Value] | None = None) -> None:
        self._path = path
        self._values = dict(values or {})

    def get(self, key: str) -> Value:
        """Return a value, or the default when nothing was chosen."""
        return self._values.get(key, _BY_KEY[key].default)

    def set(self, key: str, value: Value) -> None:
        """Choose a value. Raises ValueError for one that the schema does not allow."""
        if not _BY_KEY[key].accepts(value):
            raise ValueError(f"{key} can't be {value!r}")
        self._values[key] = value

    def save(self) -> None:
        """Write the file: all of it or, if that fails, nothing.

        Raises DiskFull, FolderNotWritable, SettingsNotSaved.
        """
        text = json.dumps(self._values, indent=2, sort_keys=True)
        try:
            _replace(self._path, text)
        except OSError as error:
            if error.errno in (errno.ENOSPC, errno.EDQUOT):
                raise errors.DiskFull from error
            if isinstance(error, (PermissionError, FileNotFoundError, NotADirectoryError)):
                raise errors.FolderNotWritable(path=self._path.parent) from error
            _log.info("the settings can't be saved: %s", error)
            raise errors.SettingsNotSaved from error


def load(path: Path) -> Settings:
    """Read the settings; whatever is missing, damaged or not allowed has its default."""
    return Settings(path, {k: v for k, v in _read(path).items() if _is_allowed(k, v)})


def _read(path: Path) -> dict[str, Value]:
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError) as error:
        _log.info("the settings can't be read, so all have their defaults: %s", error)
        return {}
    if not isinstance(values, dict):
        _log.info("the settings file holds no settings, so all have their defaults")
        return {}
    return values


def _is_allowed(key: str, value: object) -> bool:
    if key not in _BY_KEY:
        return True  # a later facedesk may have written it, and will want it again
    if _BY_KEY[key].accepts(value):
        return True
    _log.info("the setting %s has its default, since the file holds something else", key)
    return False


def _replace(path: Path, text: str) -> None:
    """Write beside the file, then move over it. Only the user may read it."""
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".tmp")
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
