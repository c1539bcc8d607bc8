"""A disk that is really full: a small one of our own, which takes the rights to mount it."""

import subprocess
import sys

import pytest

from facedesk import errors
from facedesk.gallery.protection.protecting import methods_of, protect_by_passphrase
from facedesk.gallery.store import open_gallery

SIZE = 1_500_000


@pytest.fixture
def small_disk(tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={SIZE},mode=700", "tmpfs", str(disk)]
    if (
        sys.platform != "linux"
        or subprocess.run(mount, capture_output=True, check=False).returncode
    ):
        pytest.skip("needs the rights to mount a disk")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


@pytest.fixture
def filled(small_disk):
    """A function that leaves hardly any space on the disk, or gives it back."""
    filler = small_disk / "filler"

    def fill(full):
        if not full:
            filler.unlink()
            return
        with filler.open("wb", buffering=0) as file:
            try:
                while file.write(b"\0" * 512):
                    pass
            except OSError:
                pass

    return fill


def test_what_was_confirmed_before_the_disk_was_full_is_there_and_it_goes_on_afterwards(
    small_disk, filled, make_photo
):
    database = small_disk / "gallery.sqlite3"
    gallery = open_gallery(database)
    photos = {}
    (small_disk / "filler").write_bytes(b"\0" * 100_000)

    def enrol_on_and_on():
        for number in range(1000):
            photo = make_photo(side=60)
            photos[gallery.enrol(f"Person {number}", photo).name] = photo.jpeg

    with pytest.raises(errors.DiskFull):
        enrol_on_and_on()
    assert len(photos) > 20

    def stored():
        return {p.name: gallery.photo(p.id).jpeg for p in gallery.people()}

    assert stored() == photos
    gallery.close()
    filled(False)
    gallery = open_gallery(database)
    assert stored() == photos
    gallery.enrol("Ada", make_photo(side=60))
    gallery.close()


def test_a_gallery_that_can_not_be_encrypted_for_want_of_space_stays_as_it_is(
    small_disk, filled, make_photo, quick_passphrases
):
    database = small_disk / "gallery.sqlite3"
    gallery = open_gallery(database)
    photos = [make_photo(side=60) for _ in range(30)]
    for number, photo in enumerate(photos):
        gallery.enrol(f"Person {number}", photo)
    gallery.close()
    gallery = open_gallery(database)
    filled(True)
    with pytest.raises(errors.DiskFull):
        protect_by_passphrase(gallery.database, "correct horse")
    assert methods_of(gallery.database) == frozenset()
    filled(False)
    gallery.close()
    gallery = open_gallery(database)
    stored = {gallery.photo(person.id).jpeg for person in gallery.people()}
    assert stored == {photo.jpeg for photo in photos}
    gallery.close()
