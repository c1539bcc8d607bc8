"""What is wrong with a camera, a video or an address."""

from facedesk.errors.base import FacedeskError


class SourceError(FacedeskError):
    """A camera, file or address that gives no pictures."""

    code = "source"
    sentence = "{source} can't be opened."


class SourceNotFound(SourceError):
    """Nothing by that name."""

    code = "source_not_found"
    sentence = "There is no “{source}”. Choose a camera, a file, a folder or an address."


class NoCamera(SourceError):
    """No camera is connected."""

    code = "no_camera"
    sentence = "No camera was found. Connect one, or open a video or picture instead."


class CameraMissing(SourceError):
    """The chosen camera is not there."""

    code = "camera_missing"
    sentence = "{source} is not connected. Plug it in, or choose another camera."


class CameraBusy(SourceError):
    """The camera is there but gives nothing, most often because another program has it."""

    code = "camera_busy"
    sentence = "{source} gives no picture. Close other programs that use it."


class CameraLost(SourceError):
    """The camera stopped while it ran."""

    code = "camera_lost"
    sentence = "{source} stopped sending pictures."


class PictureBlack(SourceError):
    """The camera runs but sees nothing."""

    code = "picture_black"
    sentence = "{source} shows only black. Open its cover, and check that it may be used."


class PictureFrozen(SourceError):
    """The camera repeats itself, as some do when they hang."""

    code = "picture_frozen"
    sentence = "{source} keeps sending the same picture. Unplug it and plug it in again."


class FileUnreadable(SourceError):
    """No video or picture could be read from the file."""

    code = "file_unreadable"
    sentence = "{source} can't be played. Choose a video or picture file."


class NotAVideo(SourceError):
    """A picture, a folder, or anything else that has no course in time."""

    code = "not_a_video"
    sentence = "{source} is not a video that can be read. Choose another file."


class FolderEmpty(SourceError):
    """A folder without pictures."""

    code = "folder_empty"
    sentence = "There are no pictures in {source} that can be read."


class AddressUnreachable(SourceError):
    """An RTSP or HTTP address that does not answer."""

    code = "address_unreachable"
    sentence = "{source} does not answer. Check the address and the network."


class SightingGone(FacedeskError):
    """It was there when the list was made, or its picture was."""

    code = "sighting_gone"
    sentence = "This sighting, or its picture, is not kept any more."
