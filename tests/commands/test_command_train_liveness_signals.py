import pytest
from PIL import Image

from facedesk import resources
from facedesk.liveness.signals.networks import load_signals_networks


@pytest.fixture
def photos(tmp_path, astronaut, admiral):
    folder = tmp_path / "photos"
    folder.mkdir()
    for name, image in (("a", astronaut), ("b", admiral)):
        Image.fromarray(image).save(folder / f"{name}.jpg")
    return folder


def test_both_networks_are_taught_and_written_to_one_file(facedesk, photos, tmp_path, monkeypatch):
    out = tmp_path / "signals.safetensors"
    words = ("--images", photos, "--out", out, "--steps", 1, "--json")
    done = facedesk("train-liveness", "signals", *words)
    assert done.status == 0
    assert done.lines == [{"file": str(out)}]
    assert "28 eyes" in done.err
    monkeypatch.setattr(resources, "read", lambda name: out.read_bytes())
    load_signals_networks()


def test_photos_without_a_face_are_refused(facedesk, tmp_path):
    folder = tmp_path / "empty"
    folder.mkdir()
    Image.new("RGB", (80, 80), "grey").save(folder / "wall.png")
    out = tmp_path / "signals.safetensors"
    done = facedesk("train-liveness", "signals", "--images", folder, "--out", out)
    assert done.status == 1
    assert "0 people" in done.err
    assert not out.exists()
