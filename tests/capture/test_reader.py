import time

import numpy as np
import pytest
from fake_camera import FakeCamera, frames, vanish
from PIL import Image

from facedesk import errors
from facedesk.capture.picture import Picture
from facedesk.capture.reader import frames_of, open_reader
from facedesk.capture.source import Source, SourceKind, parse_source


def test_frames_are_counted_and_can_not_be_written_to():
    reader = FakeCamera(frames(3), vanish())()
    found = list(frames_of(reader, number=5, scene=2))
    assert [frame.number for frame in found] == [5, 6, 7]
    assert {frame.scene for frame in found} == {2}
    assert not any(frame.image.flags.writeable for frame in found)
    assert found[0].captured_at < found[1].captured_at <= time.monotonic()
    assert 0 <= found[0].time_s < found[1].time_s


def test_the_scenes_of_a_reader_are_kept_apart(tmp_path):
    for name in ("a.png", "b.png"):
        Image.new("L", (4, 4)).save(tmp_path / name)
    found = list(frames_of(open_reader(parse_source(str(tmp_path))), scene=7))
    assert sorted({frame.scene for frame in found}) == [7, 8]


def test_a_picture_shown_again_and_again_is_not_copied():
    class Still:
        picture = Picture(np.zeros((2, 2, 3), np.uint8), 0.0)

        def read(self):
            return self.picture

    images = [frame.image for frame, _ in zip(frames_of(Still()), range(3), strict=False)]
    assert images[0] is images[1] is images[2]


@pytest.mark.parametrize(
    ("kind", "error"),
    [
        (SourceKind.CAMERA, errors.CameraMissing),
        (SourceKind.VIDEO, errors.FileUnreadable),
        (SourceKind.IMAGE, errors.PhotoMissing),
        (SourceKind.FOLDER, errors.SourceError),
        (SourceKind.ADDRESS, errors.AddressUnreachable),
    ],
)
def test_every_kind_of_source_says_when_it_is_not_there(tmp_path, kind, error):
    location = "http://127.0.0.1:1/" if kind is SourceKind.ADDRESS else str(tmp_path / "nothing")
    with pytest.raises(error):
        open_reader(Source(kind, location, "Something"))
