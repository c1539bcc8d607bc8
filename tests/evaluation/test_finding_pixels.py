from pathlib import Path

import numpy as np
import pytest
from onnx_file import encoder_file

from facedesk.capture.labelled_photos import LabelledPhoto, labelled_photos
from facedesk.encoder.pixels import EVERY_KIND, Pixels
from facedesk.errors import NobodyToCompare, PeopleNotToldApart
from facedesk.evaluation import finding_pixels
from facedesk.evaluation.finding_pixels import find_pixels

DATA = encoder_file(np.random.default_rng(1))


@pytest.fixture
def told_apart(monkeypatch):
    """Chips are made of the names of files; how well they are told apart is said here."""
    said = dict.fromkeys(EVERY_KIND, 0.2)

    def chips_of(path, *_):
        return None if "nobody" in path.name else np.zeros((1, 112, 112, 3), np.uint8)

    monkeypatch.setattr(finding_pixels, "main_chips", chips_of)
    monkeypatch.setattr(finding_pixels, "told_apart", lambda encoder, chips: said[encoder._pixels])
    return said


def photos(people, name="photo"):
    return [LabelledPhoto(Path(f"{name}{n}.jpg"), f"p{n // 3}") for n in range(3 * people)]


def find(of):
    return find_pixels(DATA, "mine.onnx", of, None, lambda *_: None)


def test_the_kind_that_tells_people_apart_best_is_found(told_apart):
    told_apart[Pixels("bgr", -1, 1)] = 4.0
    told_apart[Pixels("rgb", -1, 1)] = 3.9
    assert find(photos(12)) == Pixels("bgr", -1, 1)


def test_what_tells_nobody_apart_is_no_encoder_of_faces(told_apart):
    with pytest.raises(PeopleNotToldApart, match=r"mine\.onnx"):
        find(photos(12))


def test_it_takes_people_with_two_photos_that_show_a_face(told_apart):
    for too_few in (photos(9), photos(12, "nobody"), photos(12)[::3]):
        with pytest.raises(NobodyToCompare):
            find(too_few)


def test_told_apart_is_the_distance_of_means_in_deviations():
    chips = np.random.default_rng(2).integers(0, 256, (6, 2, 112, 112, 3), np.uint8)
    encoder = finding_pixels.OnnxEncoder("e", DATA, Pixels())
    first, second = encoder.vectors(chips[:, 0]), encoder.vectors(chips[:, 1])
    same = [float(a @ b) for a, b in zip(first, second, strict=True)]
    different = [float(first[i] @ second[j]) for i in range(6) for j in range(6) if i != j]
    spread = ((np.var(same) + np.var(different)) / 2) ** 0.5
    expected = (np.mean(same) - np.mean(different)) / spread
    assert finding_pixels.told_apart(encoder, chips) == pytest.approx(expected, rel=1e-4)


def test_a_real_encoder_says_in_which_range_it_wants_its_colours(shared, models, monkeypatch):
    monkeypatch.setattr(finding_pixels, "_MOST_PEOPLE", 10)
    data = (shared / "models" / "peer_mobilefacenet.onnx").read_bytes()
    people = labelled_photos(shared / "data" / "lfw_dev")
    found = find_pixels(data, "peer", people, models.detector, lambda *_: None)
    assert (found.low, found.high) == (0.0, 255.0)
