"""What keeps a file from being fetched from the internet."""

from facedesk.errors.base import FacedeskError


class DownloadFailed(FacedeskError):
    """Another address may have it."""

    code = "download_failed"
    personal = frozenset()
    sentence = "The file can't be downloaded. The log has the details."


class ServerUnreachable(DownloadFailed):
    """No answer at all."""

    code = "server_unreachable"
    sentence = "{host} can't be reached. Check the connection to the internet and try again."


class ServerUntrusted(DownloadFailed):
    """The certificate is not one that this computer trusts."""

    code = "server_untrusted"
    sentence = (
        "Whoever answers for {host} can't prove that they are. Nothing was downloaded. Check this "
        "computer's date, and whether the network asks you to sign in first."
    )


class ServerRefuses(DownloadFailed):
    """An answer without the file."""

    code = "server_refuses"
    sentence = (
        "{host} does not give {name} out (HTTP {status}). Try again later, or download it "
        "yourself from {page} and add the file."
    )


class NotEncrypted(DownloadFailed):
    """The server sends us to an address where others could exchange the file."""

    code = "not_encrypted"
    sentence = "{host} leads to an address without encryption. Nothing was downloaded."


class ConnectionBroken(DownloadFailed):
    """Only a part of the file has come."""

    code = "connection_broken"
    sentence = (
        "The connection to {host} broke off. What has come of {name} is kept: download again, and "
        "it goes on from there."
    )


class NotTheFile(DownloadFailed):
    """The digest or the size is not the one we trust."""

    code = "not_the_file"
    sentence = (
        "What {host} sends is not {name} as it was checked for facedesk, so it was thrown away. "
        "Try again later."
    )


class NoRoomForDownload(FacedeskError):
    """The disk is full, or would be."""

    code = "no_room_for_download"
    personal = frozenset()
    sentence = (
        "The disk is full: {name} takes {megabytes} MB. Free some space and download again; what "
        "has come is kept."
    )
