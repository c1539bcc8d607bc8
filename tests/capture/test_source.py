import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from facedesk import errors
from facedesk.capture import source as source_module
from facedesk.capture.cameras import Camera
from facedesk.capture.source import Source, SourceKind, camera_source, parse_source

BUILT_IN = Camera("Built-in", 0, 200)


@pytest.fixture(autouse=True)
def one_camera(monkeypatch):
    monkeypatch.setattr(source_module, "list_cameras", lambda: (BUILT_IN,))


@pytest.fixture
def files(tmp_path):
    """A folder with one file of every kind."""
    for name in ("clip.mp4", "FILM.MOV", "face.JPG", "letter.txt", "no suffix"):
        (tmp_path / name).write_bytes(b"anything")
    pictures = [Image.new("L", (4, 4), shade) for shade in (0, 200)]
    pictures[0].save(tmp_path / "still.gif")
    pictures[0].save(tmp_path / "moving.gif", save_all=True, append_images=pictures[1:])
    return tmp_path


@pytest.mark.parametrize("text", ["0", " 0 ", "camera:0", "Camera: 0"])
def test_a_number_is_a_camera(text):
    assert parse_source(text) == Source(SourceKind.CAMERA, "0", "Camera 0")


@pytest.mark.parametrize("text", ["Built-in", "built-in", "camera:Built-in"])
def test_a_camera_has_a_name(text):
    assert parse_source(text) == camera_source(BUILT_IN)


def test_a_camera_that_is_not_connected_can_be_asked_for_by_its_key():
    assert parse_source("camera:C270").label == "C270"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("clip.mp4", SourceKind.VIDEO),
        ("FILM.MOV", SourceKind.VIDEO),
        ("moving.gif", SourceKind.VIDEO),
        ("still.gif", SourceKind.IMAGE),
        ("face.JPG", SourceKind.IMAGE),
        ("", SourceKind.FOLDER),
    ],
)
def test_a_path_is_what_lies_there(files, name, kind):
    source = parse_source(str(files / name))
    assert source.kind is kind
    assert source.location == str(files / name).rstrip("/")
    assert source.label == (name or files.name)


def test_a_path_may_be_relative(files, monkeypatch):
    monkeypatch.chdir(files)
    assert parse_source("clip.mp4").location == str(files / "clip.mp4")


@pytest.mark.parametrize("name", ["letter.txt", "no suffix"])
def test_other_files_are_refused(files, name):
    with pytest.raises(errors.FileUnreadable) as caught:
        parse_source(str(files / name))
    assert caught.value.details == {"source": name}


@pytest.mark.parametrize(
    "text", ["", "  ", "nothing here.mp4", "camera:", "Other camera", "a\0b", "x" * 5000, "~no/one"]
)
def test_what_is_not_there_is_refused(text):
    with pytest.raises(errors.SourceNotFound):
        parse_source(text)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("rtsp://10.0.0.7:554/stream1", "rtsp://10.0.0.7:554"),
        ("RTSP://user:secret@10.0.0.7/stream1", "rtsp://10.0.0.7"),
        ("https://cam.example/live.m3u8?token=secret", "https://cam.example"),
        ("http://cam.example/user=admin_password=secret_stream=0.sdp", "http://cam.example"),
        ("rtsp://user:p@ss/wo#rd?@10.0.0.7/1", "rtsp://10.0.0.7"),
        ("rtsp://[fe80::1]:554/stream1", "rtsp://[fe80::1]:554"),
    ],
)
def test_an_address_is_labelled_by_its_host(text, label):
    source = parse_source(text)
    assert source == Source(SourceKind.ADDRESS, text, label)


@pytest.mark.parametrize(
    "text", ["ftp://user:secret@host/film.mp4", "rtsp://", "user:secret@host/1"]
)
def test_other_addresses_are_refused_without_telling_the_password(text):
    with pytest.raises(errors.SourceNotFound) as refused:
        parse_source(text)
    assert "secret" not in f"{refused.value} {refused.value!r} {refused.value.details}"


@given(
    user=st.text(min_size=1),
    password=st.text(min_size=1),
    path=st.text(st.characters(exclude_characters="@")),
)
def test_no_password_is_ever_shown(user, password, path):
    source = parse_source(f"rtsp://{user}:{password}@host.example/{path}")
    assert source.label == "rtsp://host.example"
    assert repr(source) == (
        "Source(kind=<SourceKind.ADDRESS: 'address'>, label='rtsp://host.example')"
    )


def test_a_source_can_be_made_again_of_its_key(files):
    texts = ["0", "Built-in", "rtsp://user:secret@host/1", str(files), str(files / "clip.mp4")]
    for source in map(parse_source, texts):
        assert parse_source(source.key) == source
