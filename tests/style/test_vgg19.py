import hashlib
from dataclasses import replace

from facedesk.paths import Paths
from facedesk.style import vgg19
from facedesk.style.vgg19 import VGG19, fetch_vgg19, vgg19_at


def test_the_file_is_named_by_the_digest_that_it_is_checked_by():
    assert VGG19.file == f"vgg19-{VGG19.sha256[:8]}.pth"
    assert len(bytes.fromhex(VGG19.sha256)) == 32
    assert all(address.startswith("https://") for address in VGG19.addresses)
    assert all(address.endswith(f"/{VGG19.file}") for address in VGG19.addresses)


def test_it_is_fetched_once(tmp_path, monkeypatch):
    asked = []

    def download(wanted, folder, progress):
        asked.append(wanted)
        folder.mkdir()
        (folder / wanted.file).write_bytes(b"weights")
        return folder / wanted.file

    places = Paths(tmp_path)
    monkeypatch.setattr(vgg19, "download", download)
    assert vgg19_at(places) is None
    first, second = (fetch_vgg19(places, lambda *_: None) for _ in range(2))
    assert first == second == vgg19_at(places)
    assert asked == [VGG19]


def test_what_is_fetched_is_checked(tmp_path, monkeypatch):
    data = b"weights"
    wanted = replace(VGG19, size=len(data), sha256=hashlib.sha256(data).hexdigest())
    monkeypatch.setattr(vgg19, "VGG19", wanted)
    places = Paths(tmp_path)
    places.perceptual.mkdir()
    (places.perceptual / f"{wanted.file}.part").write_bytes(data)
    assert fetch_vgg19(places, lambda *_: None).read_bytes() == data
