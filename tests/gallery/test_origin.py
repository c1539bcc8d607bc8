import io

import numpy as np
import pytest
from PIL import Image

from facedesk import errors
from facedesk.gallery.origin import digest_of, made_of, marked


def test_a_photo_remembers_the_file_it_was_made_of(make_photo, tmp_path):
    first, second = tmp_path / "one", tmp_path / "two"
    first.write_bytes(b"one")
    second.write_bytes(b"two")
    photo = marked(make_photo(), digest_of(first))
    assert made_of(photo, digest_of(first))
    assert not made_of(photo, digest_of(second))
    assert not made_of(make_photo(), digest_of(first))


def test_it_is_the_same_picture(make_photo, tmp_path):
    (tmp_path / "one").write_bytes(b"one")
    photo = make_photo()
    again = marked(photo, digest_of(tmp_path / "one"))
    pictures = [np.array(Image.open(io.BytesIO(p.jpeg))) for p in (photo, again)]
    np.testing.assert_array_equal(*pictures)
    assert again.size == photo.size


def test_what_can_t_be_read_is_said_so(tmp_path):
    for missing in (tmp_path, tmp_path / "nothing"):
        with pytest.raises(errors.PhotoMissing):
            digest_of(missing)
