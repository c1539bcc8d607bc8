"""A stage for tests of the Video page: sightings, analyses and a small film."""

import io

import numpy as np
from PIL import Image

from facedesk.gallery.photo import StoredPhoto
from facedesk.live.face_path import PathRecorder
from facedesk.live.sightings import Sighting
from facedesk.live.video_analysis import Ending, VideoAnalysis
from facedesk.live.video_log import VideoSighting
from facedesk.opencv import cv2
from facedesk.vision.detection import Detection
from facedesk.vision.quality import Quality

LANDMARKS = np.array([[34, 26], [46, 26], [40, 34], [35, 40], [45, 40]], np.float32)
QUALITY = Quality(30, 0.1, 130, 0, 0, 1)
RATE = 10


def face(x=0):
    box = np.array([25 + x, 10, 55 + x, 48], np.float32)
    return Detection(box, LANDMARKS + np.float32([x, 0]), 0.9)


def portrait(shade=128):
    buffer = io.BytesIO()
    Image.new("L", (80, 80), shade).save(buffer, "JPEG")
    return StoredPhoto(buffer.getvalue(), LANDMARKS)


def seen(person, start_s, end_s, track=1, person_id=None):
    """A sighting; a person's id is the sum of the letters of the name, unless it is given."""
    recorder = PathRecorder()
    for number in range(round(start_s * RATE), round(end_s * RATE) + 1):
        recorder.add(number / RATE, face())
    if person is not None and person_id is None:
        person_id = sum(map(ord, person))
    sighting = Sighting(person, start_s, end_s, 10, 4.0, person_id, (track,))
    return VideoSighting(sighting, recorder.path(), portrait(), QUALITY, start_s)


def analysis(*sightings, ending=Ending.COMPLETE, analysed_s=20.0, duration_s=20.0, view=None):
    ordered = tuple(sorted(sightings, key=lambda each: each.sighting.start_s))
    return VideoAnalysis(ordered, analysed_s, duration_s, 50, 200, 0.2, ending, view)


def film(path, seconds=20):
    """Write a film that grows lighter: ten pictures a second of 96 × 64."""
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), RATE, (96, 64))
    for number in range(seconds * RATE):
        writer.write(np.full((64, 96, 3), number, np.uint8))
    writer.release()
    return path
