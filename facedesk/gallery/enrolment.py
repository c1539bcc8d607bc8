"""Makes the photo that a person is enrolled with."""

import numpy as np

from facedesk import errors
from facedesk.capture.photo_file import decode_photo
from facedesk.encoder.models import Models, detect_in_photo, encode_face
from facedesk.encoder.template import Template
from facedesk.gallery.cut_out import CutOut, cut_out
from facedesk.gallery.photo import PreparedPhoto, StoredPhoto
from facedesk.opencv import cv2
from facedesk.vision.alignment import AlignedFace, align
from facedesk.vision.detection import Detection, detection_at
from facedesk.vision.quality import judge, refusals
from facedesk.vision.shot import Shot

_BACKGROUND_FACE = 1 / 3  # of the main face's width: below it, a face is just someone behind
_STORED = CutOut(surroundings=3.0, most_pixels=800, jpeg_quality=95)


def prepare_photo(image: np.ndarray, models: Models) -> PreparedPhoto:
    """Make a photo of the one person in a picture, RGB uint8 (H, W, 3).

    Raises NoFace, SeveralFaces, or what is wrong with the face (see vision.quality.refusals).
    """
    detection = single_face(image, models)
    quality = judge(image, align(image, detection))
    return prepare_shot(Shot(image, detection, quality), models)


def prepare_shot(shot: Shot, models: Models) -> PreparedPhoto:
    """Make a photo of a face that was found already, whoever else is in the picture.

    Raises what is wrong with the face (see vision.quality.refusals).
    """
    for refusal in refusals(shot.quality):
        raise refusal
    return keep_shot(shot, models)


def keep_shot(shot: Shot, models: Models) -> PreparedPhoto:
    """Make a photo of a face as it is, however good: of someone who was taken for another."""
    photo = cut_out(shot, _STORED)
    template = template_of(photo.jpeg, photo.landmarks, models)
    return PreparedPhoto(photo.jpeg, photo.landmarks, shot.quality.weight, template)


def shot_of(photo: StoredPhoto, models: Models) -> Shot:
    """Find the face of a stored picture again, such as a thumbnail, whoever else is on it.

    Raises NoFace.
    """
    image = decode_photo(photo.jpeg)
    centre = photo.landmarks.mean(axis=0)
    for detection in detect_in_photo(image, models):
        apart = np.linalg.norm(detection.landmarks.mean(axis=0) - centre)
        if apart < detection.eye_distance / 2:
            return Shot(image, detection, judge(image, align(image, detection)))
    raise errors.NoFace


def template_of(jpeg: bytes, landmarks: np.ndarray, models: Models) -> Template:
    """Encode a stored photo; the same photo and landmarks (5, 2) give the same template again."""
    return encode_face(decode_photo(jpeg), detection_at(landmarks), models).template


def aligned_face_of(photo: StoredPhoto) -> AlignedFace:
    """Cut the face out of a stored photo."""
    return align(decode_photo(photo.jpeg), detection_at(photo.landmarks))


def single_face(image: np.ndarray, models: Models) -> Detection:
    """Find the face of the one person in a picture, RGB uint8 (H, W, 3), however good it is.

    Raises NoFace, SeveralFaces.
    """
    # A face too dark or too bright for the detector is called that, rather than not there.
    detections = detect_in_photo(image, models) or detect_in_photo(_stretched(image), models)
    if not detections:
        raise errors.NoFace
    main = max(detections, key=lambda detection: detection.width)
    count = sum(d.width >= main.width * _BACKGROUND_FACE for d in detections)
    if count > 1:
        raise errors.SeveralFaces(count=count)
    return main


def _stretched(image: np.ndarray) -> np.ndarray:
    """Spread the brightness that occurs in a picture over the whole range."""
    darkest, brightest = np.percentile(image[::4, ::4], [1, 99])
    spread = 255 / max(brightest - darkest, 1)
    lifted = np.maximum(image, round(darkest))
    return cv2.convertScaleAbs(lifted, alpha=spread, beta=-darkest * spread)
