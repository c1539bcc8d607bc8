import itertools

import numpy as np
import pytest
from PIL import Image

from facedesk import errors
from facedesk.capture.picture_reader import open_folder, open_image
from facedesk.capture.source import Source, SourceKind, parse_source


def save(path, colour, size=(8, 6)):
    Image.new("RGB", size, colour).save(path)


def test_one_picture_is_shown_for_ever(tmp_path):
    save(tmp_path / "face.png", (10, 20, 200))
    reader = open_image(parse_source(str(tmp_path / "face.png")))
    pictures = [reader.read() for _ in range(100)]
    assert reader.endless
    assert pictures[0].image[0, 0].tolist() == [10, 20, 200]
    assert all(picture.image is pictures[0].image for picture in pictures)
    assert [p.time_s for p in pictures] == pytest.approx([n / 10 for n in range(100)])
    assert {p.scene for p in pictures} == {0}


def test_a_picture_that_can_not_be_read_says_why(tmp_path):
    (tmp_path / "face.png").write_bytes(b"not a picture")
    with pytest.raises(errors.NotAnImage):
        open_image(parse_source(str(tmp_path / "face.png")))


@pytest.mark.parametrize("size", [(4000, 3000), (3000, 4000), (5000, 1)])
def test_a_large_picture_is_shown_as_large_as_a_camera_would(tmp_path, size):
    save(tmp_path / "large.png", "white", size)
    image = open_image(parse_source(str(tmp_path / "large.png"))).read().image
    assert max(image.shape) == 1920
    assert min(image.shape[:2]) == max(1, round(min(size) * 1920 / max(size)))


def test_the_pictures_of_a_folder_are_shown_in_turn(tmp_path):
    for name, shade in (("b.png", 20), ("A.png", 10), ("c.PNG", 30)):
        save(tmp_path / name, (shade,) * 3)
    reader = open_folder(parse_source(str(tmp_path)))
    pictures = list(iter(reader.read, None))
    assert not reader.endless
    assert [p.time_s for p in pictures] == pytest.approx([n / 10 for n in range(60)])
    shown = [(int(p.image[0, 0, 0]), p.scene) for p in pictures]
    assert [(*what, len(list(times))) for what, times in itertools.groupby(shown)] == [
        (10, 0, 20),
        (20, 1, 20),
        (30, 2, 20),
    ]


def test_pictures_of_a_folder_that_can_not_be_read_are_left_out(tmp_path):
    (tmp_path / "a.png").write_bytes(b"not a picture")
    save(tmp_path / "b.png", (20,) * 3)
    (tmp_path / "c.jpg").mkdir()
    (tmp_path / "d.txt").write_text("no picture either")
    reader = open_folder(parse_source(str(tmp_path)))
    shades = {int(np.max(p.image)) for p in iter(reader.read, None)}
    assert shades == {20}


@pytest.mark.parametrize("names", [[], ["letter.txt"], ["broken.png"]])
def test_a_folder_without_pictures_is_refused(tmp_path, names):
    for name in names:
        (tmp_path / name).write_bytes(b"nothing to see")
    with pytest.raises(errors.FolderEmpty) as refusal:
        open_folder(parse_source(str(tmp_path)))
    assert tmp_path.name in refusal.value.text


def test_a_folder_that_is_gone_is_refused(tmp_path):
    with pytest.raises(errors.SourceError, match="… can't be opened"):
        open_folder(Source(SourceKind.FOLDER, str(tmp_path / "gone"), "gone"))


def test_a_closed_reader_has_no_more_pictures(tmp_path):
    save(tmp_path / "face.png", "white")
    reader = open_image(parse_source(str(tmp_path / "face.png")))
    reader.close()
    assert reader.read() is None
