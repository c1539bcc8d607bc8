import os
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from facedesk import errors
from facedesk.picture_file import with_picture_suffix, write_picture


@pytest.fixture
def image():
    return np.random.default_rng(1).integers(0, 256, (30, 40, 3), np.uint8)


def test_a_png_holds_every_pixel_and_only_the_user_may_read_it(tmp_path, image):
    path = tmp_path / "result.png"
    write_picture(path, image)
    assert np.array_equal(np.array(Image.open(path)), image)
    assert os.name == "nt" or path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("name", ["result.jpg", "result.JPEG"])
def test_the_ending_says_as_what_it_is_written(tmp_path, image, name):
    write_picture(tmp_path / name, image)
    with Image.open(tmp_path / name) as written:
        assert (written.format, written.size) == ("JPEG", (40, 30))


@pytest.mark.parametrize(
    ("given", "written"),
    [("a.png", "a.png"), ("a.JPG", "a.JPG"), ("a", "a.png"), ("5 May. Ada", "5 May. Ada.png")],
)
def test_what_has_no_ending_of_ours_is_a_png(given, written):
    assert with_picture_suffix(Path(given)) == Path(written)


def test_a_place_that_can_t_be_written_is_said_so(tmp_path, image):
    path = tmp_path / "nowhere" / "result.png"
    with pytest.raises(errors.FileNotWritten) as error:
        write_picture(path, image)
    assert error.value.details["path"] == path
