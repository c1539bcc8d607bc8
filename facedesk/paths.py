"""Where facedesk keeps the user's data."""

import os
import stat
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from facedesk.errors import FolderNotWritable

_HOME_VARIABLE = "FACEDESK_HOME"


@dataclass(frozen=True)
class Paths:
    """The files and folders of one user. home: the folder that holds them all."""

    home: Path

    @property
    def database(self) -> Path:
        """The file with the gallery."""
        return self.home / "gallery.sqlite3"

    @property
    def settings(self) -> Path:
        """The file with the settings."""
        return self.home / "settings.json"

    @property
    def logs(self) -> Path:
        """The folder for logs."""
        return self.home / "logs"

    @property
    def calibrations(self) -> Path:
        """The folder for what the user measured on their own pictures."""
        return self.home / "calibrations"

    @property
    def models(self) -> Path:
        """The folder for the encoders and detectors that the user has added."""
        return self.home / "models"

    @property
    def perceptual(self) -> Path:
        """The folder for the networks that style transfer looks with, which the user has added."""
        return self.home / "perceptual"

    @property
    def trainings(self) -> Path:
        """The folder for encoders that are or were trained in the window, each in its own."""
        return self.home / "trainings"

    @property
    def set_aside(self) -> Path:
        """The folder for pictures that a repair could not keep in the gallery."""
        return self.home / "set-aside"

    @property
    def cache(self) -> Path:
        """The folder for what can be made again."""
        return self.home / "cache"

    @property
    def encodings(self) -> Path:
        """The folder for what was seen in the photos of data sets; made again when deleted."""
        return self.cache / "encodings"

    @property
    def downloads(self) -> Path:
        """The folder for what has come of downloads that are not done."""
        return self.cache / "downloads"

    @property
    def chips(self) -> Path:
        """The folder for faces cut out of the photos of data sets; made again when deleted."""
        return self.cache / "chips"

    @property
    def insight(self) -> Path:
        """The folder for what excites the units of the encoder; found again when deleted."""
        return self.cache / "insight"


def default_paths(data_dir: Path | None = None) -> Paths:
    """Return where data lives: in `data_dir`, else FACEDESK_HOME, else where the system has it."""
    home = data_dir or os.environ.get(_HOME_VARIABLE) or platformdirs.user_data_dir("facedesk")
    return Paths(Path(home).expanduser().absolute())


def prepare(paths: Paths) -> None:
    """Create the folders that are missing, for the user only. Raises FolderNotWritable.

    A folder with a gallery, and nothing but facedesk's in it, is made private where it was not.
    """
    for folder in (paths.home, paths.logs, paths.cache):
        make_private_folder(folder)
    for folder in (paths.home, paths.logs, paths.cache):
        if others_may_look_into(folder) and (folder != paths.home or _holds_only_ours(paths)):
            with suppress(OSError):  # somebody else's, who lets us use it
                folder.chmod(0o700)


def others_may_look_into(folder: Path) -> bool:
    """Tell whether other users of this computer can see what a folder holds."""
    return os.name == "posix" and bool(stat.S_IMODE(folder.stat().st_mode) & 0o077)


def _holds_only_ours(paths: Paths) -> bool:
    made = {paths.calibrations, paths.models, paths.trainings, paths.set_aside}
    ours = {paths.settings, paths.logs, paths.cache, *made}
    gallery = f"{paths.database.stem}*"  # with its journals, its copies, and those set aside
    return paths.database.exists() and all(
        path in ours or path.match(gallery) for path in paths.home.iterdir()
    )


def make_private_folder(folder: Path) -> None:
    """Create a folder that only the user may look into, unless it exists.

    One that exists keeps its permissions: it may be a folder that others use as well.
    Raises FolderNotWritable.
    """
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise FolderNotWritable(path=folder) from error
    if not os.access(folder, os.W_OK | os.X_OK):
        raise FolderNotWritable(path=folder)
