"""The settings: one schema from which storage, validation and the Settings page all come."""

import json
import logging
import math
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from facedesk import errors
from facedesk.database_address import is_address
from facedesk.private_file import write_private

_log = logging.getLogger(__name__)

Value = bool | int | float | str
Kind = Literal["bool", "int", "float", "rate", "choice", "text", "database"]


@dataclass(frozen=True)
class Setting:
    """One thing the user, or the window itself, may choose.

    label, help, group and choice_labels are shown on the Settings page; a setting without a group
    is remembered but not shown. minimum, maximum: for numbers, both inclusive. A rate is a share
    whose order of magnitude matters. A database is the address of one, "" for this computer's own.
    per_camera: each camera has a value of its own.
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
    per_camera: bool = False

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
        if self.kind == "database":
            return isinstance(value, str) and (not value or is_address(value))
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
        "recognition.fpir",
        "rate",
        0.01,
        label="Strictness",
        help="How many strangers may be given a name. The stricter, the more often someone "
        "enrolled is not recognised.",
        group="Recognition",
        minimum=0.001,
        maximum=0.1,
    ),
    Setting(
        "liveness.mode",
        "choice",
        "show",
        label="A person, not a picture of one",
        help="From a few seconds of movement, facedesk says whether a living person is there or "
        "something flat: a photo, or a screen. If it is required, nobody is named, recorded or "
        "enrolled from the live picture before they are found live. This is advice: facedesk is "
        "not a security device.",
        group="Liveness",
        choices=("off", "show", "required"),
        choice_labels=("Off", "Show", "Required"),
    ),
    Setting(
        "camera.resolution",
        "choice",
        "1280x720",
        label="Camera resolution",
        help="What the camera is asked for. Less is faster; more finds people further away. Each "
        "camera keeps its own.",
        group="Camera",
        choices=("640x480", "1280x720", "1920x1080"),
        choice_labels=("640 × 480", "1280 × 720", "1920 × 1080"),
        per_camera=True,
    ),
    Setting(
        "camera.rate",
        "choice",
        "30",
        label="Pictures per second",
        help="What the camera is asked for; in poor light many give fewer. Each camera keeps its "
        "own.",
        group="Camera",
        choices=("15", "30", "60"),
        choice_labels=("15", "30", "60"),
        per_camera=True,
    ),
    Setting(
        "live.mirror",
        "bool",
        True,
        label="Mirror the camera",
        help="Show the camera's picture the way a mirror would. Each camera keeps its own.",
        group="Camera",
        per_camera=True,
    ),
    Setting(
        "people.enrolled_by",
        "text",
        "",
        label="Enrolled by",
        help="Who is noted as having enrolled new people. Left empty, your name on this computer.",
        group="People",
    ),
    Setting(
        "people.basis",
        "choice",
        "",
        label="Basis for new people",
        help="On what ground their photos are kept. It can be changed for each person.",
        group="People",
        choices=("", "consent", "contract", "other"),
        choice_labels=("Not stated", "Their consent", "A contract", "Another"),
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
    Setting(
        "live.show_speed",
        "bool",
        False,
        label="Show the speed",
        help="Show over the picture how many frames a second are captured, painted and answered, "
        "and what takes how long.",
        group="Live",
    ),
    Setting(
        "gallery.database",
        "database",
        "",
        label="Database",
        help="Where the gallery is: on this computer alone, or on a server, where several desks "
        "share it.",
        group="Gallery",
    ),
    Setting(
        "record.kept",
        "bool",
        True,
        label="Keep a record of who was seen",
        help="The Activity page shows it. Cameras and network addresses are recorded; videos, "
        "pictures and folders that you open are not.",
        group="Record",
    ),
    Setting(
        "record.people_days",
        "int",
        30,
        label="Days to keep people",
        help="Sightings of enrolled people that are older are deleted without a trace.",
        group="Record",
        minimum=1,
        maximum=3650,
    ),
    Setting(
        "record.strangers",
        "bool",
        True,
        label="Record strangers",
        help="Whether it is also noted when somebody was seen who is not enrolled.",
        group="Record",
    ),
    Setting(
        "record.strangers_days",
        "int",
        1,
        label="Days to keep strangers",
        help="Sightings of strangers that are older are deleted without a trace.",
        group="Record",
        minimum=1,
        maximum=3650,
    ),
    Setting(
        "record.thumbnails",
        "bool",
        True,
        label="Keep pictures in the record",
        help="The best picture of each sighting. A stranger can be enrolled from it.",
        group="Record",
    ),
    Setting("evaluation.folder", "text", ""),
    Setting("insight.folder", "text", ""),
    Setting("lab.folder", "text", ""),
    Setting("live.source", "text", ""),
    Setting("people.look_alikes_dismissed", "text", ""),
    # The id of a model; "" is the one that facedesk comes with, whichever that is.
    Setting("recognition.detector", "text", ""),
    Setting("recognition.encoder", "text", ""),
    Setting("window.geometry", "text", ""),
    Setting("window.page", "text", ""),
    Setting("window.sidebar", "text", ""),
)
_BY_KEY = {setting.key: setting for setting in SETTINGS}
_CAMERAS = "cameras"  # in the file: what each of them keeps for itself
# What earlier versions kept: the key, and what its values are called now.
_RENAMED = {
    "recognition.strictness": (
        "recognition.fpir",
        {"strict": 0.001, "balanced": 0.01, "lenient": 0.05},
    ),
}


class Settings:
    """The values of all settings, and the file they are kept in.

    camera: the one in use, by the name or number it is opened with; empty before the first. What
    each camera has a value of its own for is got and set for this one.
    """

    def __init__(
        self,
        path: Path,
        values: dict[str, Value] | None = None,
        cameras: dict[str, dict[str, Value]] | None = None,
    ) -> None:
        self._path = path
        self._values = dict(values or {})
        self._cameras = dict(cameras or {})
        self.camera = ""

    def get(self, key: str, camera: str | None = None) -> Value:
        """Return a value, or the default when nothing was chosen.

        camera: whose value; None: that of the one in use. One without a value of its own has what
        was chosen while no camera was in use.
        """
        setting = _BY_KEY[key]
        value = self._values.get(key, setting.default)
        if setting.per_camera:
            own = self._cameras.get(self.camera if camera is None else camera, {})
            return own.get(key, value)
        return value

    def set(self, key: str, value: Value) -> None:
        """Choose a value. Raises ValueError for one that the schema does not allow."""
        setting = _BY_KEY[key]
        if not setting.accepts(value):
            shown = "this" if setting.kind == "database" else repr(value)  # it holds a password
            raise ValueError(f"{key} can't be {shown}")
        if setting.per_camera and self.camera:
            self._cameras[self.camera] = {**self._cameras.get(self.camera, {}), key: value}
        else:
            self._values[key] = value

    def save(self) -> None:
        """Write the file: all of it or, if that fails, nothing.

        Raises DiskFull, FolderNotWritable, SettingsNotSaved.
        """
        cameras = {_CAMERAS: self._cameras} if self._cameras else {}
        text = json.dumps({**self._values, **cameras}, indent=2, sort_keys=True)
        write_private(self._path, text.encode(), errors.SettingsNotSaved)


def load(path: Path) -> Settings:
    """Read the settings; whatever is missing, damaged or not allowed has its default."""
    values = _with_new_names(_read(path))
    cameras = values.pop(_CAMERAS, None)
    named = cameras.items() if isinstance(cameras, dict) else ()
    own = {camera: _allowed(chosen) for camera, chosen in named if isinstance(chosen, dict)}
    return Settings(path, _allowed(values), own)


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


def _with_new_names(values: dict[str, Value]) -> dict[str, Value]:
    """Take over what an earlier version kept; that is left in place, should it be used again."""
    new = {
        key: meanings[former]
        for old, (key, meanings) in _RENAMED.items()
        if key not in values and isinstance(former := values.get(old), str) and former in meanings
    }
    return {**values, **new}


def _allowed(values: dict[str, Value]) -> dict[str, Value]:
    return {key: value for key, value in values.items() if _is_allowed(key, value)}


def _is_allowed(key: str, value: object) -> bool:
    if key not in _BY_KEY:
        return True  # a later facedesk may have written it, and will want it again
    if _BY_KEY[key].accepts(value):
        return True
    _log.info("the setting %s has its default, since the file holds something else", key)
    return False
