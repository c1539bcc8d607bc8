"""What is wrong with a photo."""

from facedesk.errors.base import FacedeskError


class PhotoRefused(FacedeskError):
    """A photo that nobody can be enrolled or recognised with."""

    code = "photo_refused"
    sentence = "This photo can't be used."


class PhotoMissing(PhotoRefused):
    """The file is not there or may not be read."""

    code = "missing"
    sentence = "This photo can't be opened. Check that the file is there and that you may read it."


class NotAnImage(PhotoRefused):
    """The file is no picture in a format we read."""

    code = "not_an_image"
    sentence = "This file is not a picture. Choose a JPEG, PNG, WebP, BMP, TIFF or GIF file."


class PhotoTruncated(PhotoRefused):
    """The picture ends too early."""

    code = "truncated"
    sentence = "This picture is damaged: part of the file is missing. Copy it again."


class PhotoTooLarge(PhotoRefused):
    """More pixels than any camera makes: likely a trap, in any case too much memory."""

    code = "too_large"
    sentence = "This picture is too large ({megapixels} megapixels). Use one below {limit}."


class NoFace(PhotoRefused):
    """Nobody there."""

    code = "no_face"
    sentence = "No face was found. Use a photo that shows the face from the front."


class SeveralFaces(PhotoRefused):
    """Whom to enrol is not clear."""

    code = "several_faces"
    sentence = "There are {count} faces in this photo. Use one that shows a single person."


class FaceTooSmall(PhotoRefused):
    """Too few pixels between the eyes."""

    code = "too_small"
    sentence = "The face is too small. Use a larger photo, or one taken from nearer."


class FaceTooDark(PhotoRefused):
    """Under-exposed."""

    code = "too_dark"
    sentence = "The face is too dark. Use a photo with more light on the face."


class FaceTooBright(PhotoRefused):
    """Over-exposed."""

    code = "too_bright"
    sentence = "The face is too bright. Use a photo with softer light."


class FaceBlurred(PhotoRefused):
    """Out of focus or moving."""

    code = "blurred"
    sentence = "The face is blurred. Use a sharper photo."


class FaceTurnedAway(PhotoRefused):
    """Seen from the side, from above or from below."""

    code = "turned_away"
    sentence = "The face is turned away. Use a photo that shows it from the front."


class FaceCutOff(PhotoRefused):
    """Part of the face lies outside the picture."""

    code = "cut_off"
    sentence = "The face is cut off at the edge. Use a photo that shows all of it."
