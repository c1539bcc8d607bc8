import io
import os
import struct
import sys
import tracemalloc
import zlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from facedesk import errors
from facedesk.capture.photo_file import decode_photo, is_animated, photos_in, read_photo

FORMATS = ("JPEG", "PNG", "WEBP", "BMP", "TIFF", "GIF", "PPM")
GREY = 128  # what transparent pixels turn into


def encoded(picture, kind="PNG", **options):
    file = io.BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


def halves(left=(250, 10, 10), right=(10, 10, 250)):
    """RGB picture, 16 wide and 8 high, of two colours."""
    picture = Image.new("RGB", (16, 8), left)
    picture.paste(right, (8, 0, 16, 8))
    return picture


def png(width, height, *chunks):
    """A PNG whose header claims a size, 8-bit grey, with the chunks given."""
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    body = b"\x89PNG\r\n\x1a\n"
    for name, data in ((b"IHDR", header), *chunks):
        body += struct.pack(">I", len(data)) + name + data
        body += struct.pack(">I", zlib.crc32(name + data))
    return body


# Every format and kind of colour ----------------------------------------------------------------


@pytest.mark.parametrize("kind", FORMATS)
def test_every_format_becomes_rgb(kind):
    image = decode_photo(encoded(halves(), kind))
    assert image.shape == (8, 16, 3)
    assert image.dtype == np.uint8
    assert np.abs(image[4, 2].astype(int) - [250, 10, 10]).max() < 25
    assert np.abs(image[4, 13].astype(int) - [10, 10, 250]).max() < 25


@pytest.mark.parametrize(
    ("mode", "kind"),
    [
        *((mode, "PNG") for mode in ("1", "L", "P", "LA", "RGBA")),
        *((mode, "TIFF") for mode in ("CMYK", "I;16", "I", "F")),
    ],
)
def test_every_kind_of_colour_becomes_rgb(mode, kind):
    picture = Image.new("L", (6, 4), "white")
    if mode == "CMYK":
        picture = picture.convert("RGB")
    image = decode_photo(encoded(picture.convert(mode), kind))
    assert image.shape == (4, 6, 3)
    assert image.min() > 250


def test_grey_becomes_three_equal_channels():
    image = decode_photo(encoded(Image.new("L", (6, 4), 77)))
    assert image.shape == (4, 6, 3)
    assert np.unique(image).tolist() == [77]


def test_a_cmyk_jpeg_keeps_its_colours():
    image = decode_photo(encoded(halves().convert("CMYK"), "JPEG", quality=95))
    assert np.abs(image[4, 2].astype(int) - [250, 10, 10]).max() < 25
    assert np.abs(image[4, 13].astype(int) - [10, 10, 250]).max() < 25


@pytest.mark.parametrize("alpha", [0, 255])
def test_what_is_transparent_becomes_grey(alpha):
    image = decode_photo(encoded(Image.new("RGBA", (6, 4), (250, 10, 10, alpha))))
    assert image[0, 0].tolist() == ([250, 10, 10] if alpha else [GREY] * 3)


def test_half_transparent_is_half_grey():
    image = decode_photo(encoded(Image.new("LA", (6, 4), (228, 128))))
    assert np.abs(image[0, 0].astype(int) - 178).max() <= 1


def test_a_transparent_colour_of_a_palette_becomes_grey():
    picture = halves().quantize(2)
    colour = picture.getpixel((0, 0))
    image = decode_photo(encoded(picture, transparency=colour))
    assert image[4, 2].tolist() == [GREY] * 3
    assert np.abs(image[4, 13].astype(int) - [10, 10, 250]).max() < 10


def test_a_transparent_colour_of_a_gif_becomes_grey():
    picture = halves().quantize(2)
    colour = picture.getpixel((0, 0))
    assert decode_photo(encoded(picture, "GIF", transparency=colour))[4, 2].tolist() == [GREY] * 3


@pytest.mark.parametrize("top", [65535, 4095])
def test_16_bits_become_8(top):
    ramp = np.linspace(0, top, 64).astype(np.uint16)[None].repeat(4, axis=0)
    image = decode_photo(encoded(Image.fromarray(ramp)))
    assert image.shape == (4, 64, 3)
    assert image[0, 0, 0] == 0
    assert image[0, -1, 0] == top // 257
    assert (np.diff(image[0, :, 0].astype(int)) >= 0).all()


def test_floating_grey_from_0_to_1_is_understood():
    ramp = np.linspace(0, 1, 64, dtype=np.float32)[None].repeat(4, axis=0)
    ramp[0, 0] = np.nan
    image = decode_photo(encoded(Image.fromarray(ramp), "TIFF"))
    assert (image.min(), image.max()) == (0, 255)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_is_turned_upright(orientation):
    picture = halves()
    undo = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    stored = picture.transpose(undo[orientation]) if orientation in undo else picture
    exif = Image.Exif()
    exif[0x0112] = orientation
    image = decode_photo(encoded(stored, "JPEG", exif=exif, quality=95, subsampling=0))
    assert image.shape == (8, 16, 3)
    assert np.abs(image[4, 2].astype(int) - [250, 10, 10]).max() < 25


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_of_an_animation_the_first_picture_is_taken(kind):
    first, *others = [Image.new("RGB", (6, 4), colour) for colour in ("red", "lime", "blue")]
    data = encoded(first, kind, save_all=True, append_images=others, duration=50)
    assert np.abs(decode_photo(data)[0, 0].astype(int) - [255, 0, 0]).max() < 8


# Bad files --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "data",
    [b"", b"\0" * 1000, b"Dear diary, " * 50, b"%!PS-Adobe-3.0 EPSF-3.0\n", b"%PDF-1.4\n"],
    ids=["empty", "zeros", "text", "PostScript", "PDF"],
)
def test_what_is_no_picture_is_called_so(data):
    with pytest.raises(errors.NotAnImage, match="not a picture"):
        decode_photo(data)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "BMP", "TIFF", "GIF"])
@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_a_picture_that_ends_too_early_is_called_truncated(astronaut, kind, share):
    data = encoded(Image.fromarray(astronaut[:200, :200]), kind)
    with pytest.raises(errors.PhotoTruncated, match="part of the file is missing"):
        decode_photo(data[: int(len(data) * share)])


@given(
    kind=st.sampled_from(["JPEG", "PNG", "WEBP", "BMP", "GIF", "PPM"]),
    damage=st.lists(st.tuples(st.integers(0, 2000), st.integers(0, 255)), max_size=8),
    length=st.integers(0, 3000),
)
def test_whatever_is_damaged_gives_a_picture_or_a_refusal(kind, damage, length):
    data = bytearray(encoded(halves().resize((32, 24)), kind))
    for place, value in damage:
        data[place % len(data)] = value
    try:
        image = decode_photo(bytes(data[:length]))
    except errors.PhotoRefused:
        return
    assert image.dtype == np.uint8
    assert image.ndim == 3
    assert image.shape[2] == 3


@pytest.mark.parametrize(("width", "height"), [(30_000, 30_000), (12_000, 11_000)])
def test_a_huge_picture_is_refused_before_it_takes_memory(width, height):
    data = png(width, height, (b"IDAT", zlib.compress(b"\0" * 1000)), (b"IEND", b""))
    tracemalloc.start()
    try:
        with pytest.raises(errors.PhotoTooLarge, match="too large"):
            decode_photo(data)
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
    finally:
        tracemalloc.stop()


def test_what_a_huge_picture_is_told_has_its_size_and_the_limit():
    with pytest.raises(errors.PhotoTooLarge) as refused:
        decode_photo(png(12_000, 11_000, (b"IDAT", b""), (b"IEND", b"")))
    assert refused.value.details == {"megapixels": 132, "limit": 120}


def test_a_large_file_that_is_no_picture_is_not_read_to_its_end(tmp_path):
    path = tmp_path / "large.jpg"
    with path.open("wb") as file:
        file.truncate(10**10)
    with pytest.raises(errors.NotAnImage):
        read_photo(path)


def test_a_missing_file_is_called_missing(tmp_path):
    with pytest.raises(errors.PhotoMissing, match="can't be opened"):
        read_photo(tmp_path / "gone.jpg")


def test_a_folder_is_no_photo(tmp_path):
    with pytest.raises(errors.PhotoMissing):
        read_photo(tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such devices")
def test_a_device_is_no_photo(tmp_path):
    os.mkfifo(tmp_path / "pipe.jpg")
    for path in (tmp_path / "pipe.jpg", "/dev/zero"):
        with pytest.raises(errors.PhotoMissing):
            read_photo(tmp_path / path)


def test_a_file_that_may_not_be_read_is_called_missing(tmp_path, monkeypatch):
    path = tmp_path / "secret.png"
    path.write_bytes(encoded(halves()))

    def refuse(*_args, **_options):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(type(path), "open", refuse)
    with pytest.raises(errors.PhotoMissing, match="may read it"):
        read_photo(path)


def test_a_good_file_is_read(tmp_path):
    halves().save(tmp_path / "face.png")
    assert (read_photo(tmp_path / "face.png") == np.asarray(halves())).all()


def test_the_suffix_does_not_matter(tmp_path):
    halves().save(tmp_path / "face.jpg", "PNG")
    assert (read_photo(tmp_path / "face.jpg") == np.asarray(halves())).all()


# Folders and animations -------------------------------------------------------------------------


def test_the_photos_of_a_folder_come_in_order_of_name(tmp_path):
    for name in ("b.JPG", "A.png", ".hidden.png", "notes.txt", "c.gif"):
        (tmp_path / name).touch()
    (tmp_path / "folder.jpg").mkdir()
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "d.png").touch()
    assert [path.name for path in photos_in(tmp_path)] == ["A.png", "b.JPG", "c.gif"]


def test_an_animation_is_told_from_a_still_picture(tmp_path):
    halves().save(tmp_path / "still.gif")
    halves().save(tmp_path / "moving.gif", save_all=True, append_images=[halves("blue", "red")])
    (tmp_path / "broken.gif").write_bytes(b"nothing")
    found = {path.stem for path in photos_in(tmp_path) if is_animated(path)}
    assert found == {"moving"}
    assert not is_animated(tmp_path / "gone.gif")


def test_a_folder_that_is_gone_is_named(tmp_path):
    with pytest.raises(errors.SourceError, match="… can't be opened"):
        photos_in(tmp_path / "holiday")
