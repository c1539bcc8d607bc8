import threading

import numpy as np
import pytest

from facedesk.encoder.models import Models, encode_photo
from facedesk.opencv import cv2
from facedesk.vision.yunet import YunetDetector


@pytest.fixture
def detector(shared):
    return YunetDetector("yunet-1", (shared / "models" / "yunet_n_dynamic.onnx").read_bytes())


def test_it_finds_what_the_default_detector_finds(detector, models, astronaut, admiral):
    for picture in (astronaut, admiral):
        (usual,), (found,) = models.detector.detect(picture), detector.detect(picture)
        apart = np.linalg.norm(found.landmarks - usual.landmarks, axis=1)
        # Eyes and mouth corners the other way round would be a whole eye distance away.
        assert apart.max() < 0.2 * usual.eye_distance
        assert found.box.dtype == found.landmarks.dtype == np.float32
        assert 0.7 < found.score <= 1


def test_a_template_is_of_the_same_person_whoever_has_found_the_face(detector, models, astronaut):
    (other,) = encode_photo(astronaut, Models(detector, models.encoder))
    (usual,) = encode_photo(astronaut, models)
    assert other.template.vector @ usual.template.vector > 0.98


def test_faces_come_with_the_surest_first_and_none_that_is_too_small(detector, astronaut):
    small = cv2.resize(astronaut, (200, 200))
    both = np.zeros((512, 712, 3), np.uint8)
    both[:, :512], both[:200, 512:] = astronaut, small
    found = detector.detect(both, smallest_face=20)
    assert len(found) == 2
    assert found[0].score >= found[1].score
    (large,) = detector.detect(both, smallest_face=60)
    assert large.width > 60


def test_pictures_without_a_face_and_of_any_size_are_taken(detector):
    for shape in ((1, 1, 3), (5, 300, 3), (480, 640, 3), (33, 97, 3)):
        assert detector.detect(np.zeros(shape, np.uint8)) == ()


def test_several_threads_may_ask_at_once(detector, astronaut, admiral):
    pictures = (astronaut, admiral)
    expected = [detector.detect(picture)[0].box for picture in pictures]
    found = {}

    def ask(number):
        for _ in range(5):
            found[number] = detector.detect(pictures[number])[0].box

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    np.testing.assert_array_equal([found[0], found[1]], expected)
