"""What this computer, or this installation, lacks."""

from facedesk.errors.base import FacedeskError


class AlreadyOpen(FacedeskError):
    """Another window works on the same folder."""

    code = "already_open"
    sentence = (
        "facedesk is open already, with the folder {path}. "
        "Go to its window, or choose another folder with --data-dir."
    )


class WeightsError(FacedeskError):
    """The networks can't be loaded."""

    code = "weights"
    sentence = "The face models can't be loaded."


class WeightsMissing(WeightsError):
    """The package with the weights is not installed, or the file is gone."""

    code = "weights_missing"
    sentence = "The face models are missing ({package}). Run: python -m pip install {package}"


class WeightsDamaged(WeightsError):
    """The file's digest is not the one we trust."""

    code = "weights_damaged"
    sentence = (
        "The face models are damaged ({package}). "
        "Run: python -m pip install --force-reinstall --no-deps {package}"
    )


class ResourceMissing(FacedeskError):
    """A file that comes with facedesk is gone."""

    code = "resource_missing"
    personal = frozenset()
    sentence = "A part of facedesk is missing ({name}). Install it again."


class NoScreen(FacedeskError):
    """There is no display to open a window on."""

    code = "no_screen"
    sentence = "There is no screen to open the window on. “facedesk --help” lists the commands."


class NotOnThisSystem(FacedeskError):
    """Something that only Linux has."""

    code = "not_on_this_system"
    sentence = "Only Linux has desktop entries. Pin facedesk to the Dock or the task bar instead."
