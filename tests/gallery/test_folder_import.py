import os

import numpy as np
import pytest
from PIL import Image

from facedesk import errors
from facedesk.gallery import folder_import
from facedesk.gallery.folder_import import import_folder, import_photos
from facedesk.gallery.store import Gallery


def no_progress(done, total, note):
    pass


def never():
    return False


def run(folder, gallery, models, progress=no_progress, cancelled=never):
    return import_folder(folder, gallery, models, progress, cancelled)


def reasons(report):
    return {refusal.file.name: type(refusal.error) for refusal in report.refused}


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "photos"
    folder.mkdir()
    return folder


@pytest.fixture
def face(astronaut):
    """A small picture of a face."""
    return Image.fromarray(astronaut[:300, 80:380])


def test_every_photo_enrols_the_person_its_file_is_named_after(
    folder, gallery, models, face, admiral
):
    face.save(folder / "Eileen_Collins.jpg")
    Image.fromarray(admiral).save(folder / "  Grace  Hopper.PNG")
    (folder / "notes.txt").write_text("not looked at")
    report = run(folder, gallery, models)
    assert [person.name for person in report.added] == ["Grace Hopper", "Eileen Collins"]
    assert (report.refused, report.cancelled) == ((), False)
    assert set(gallery.people()) == set(report.added)


def save_cmyk(face, path):
    face.convert("CMYK").save(path)


def save_sixteen_bits(face, path):
    grey = np.asarray(face.convert("L"), np.uint16) * 257
    Image.fromarray(grey).save(path)


def save_animated(face, path):
    face.save(path, save_all=True, append_images=[face.rotate(90), face.rotate(180)])


def save_transparent(face, path):
    face.putalpha(Image.new("L", face.size, 255))
    face.save(path)


def save_turned(face, path):
    exif = Image.Exif()
    exif[0x0112] = 6
    face.transpose(Image.Transpose.ROTATE_90).save(path, exif=exif)


@pytest.mark.parametrize(
    ("save", "name"),
    [
        (lambda face, path: face.convert("L").save(path), "grey.jpg"),
        (save_transparent, "alpha.png"),
        (save_cmyk, "cmyk.jpg"),
        (save_sixteen_bits, "deep.png"),
        (save_sixteen_bits, "deep.tif"),
        (save_animated, "animated.gif"),
        (save_turned, "turned.jpg"),
        (lambda face, path: face.convert("P").save(path), "palette.png"),
        (lambda face, path: face.save(path), "web.webp"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_photo_may_be_of_any_kind(folder, gallery, models, face, save, name):
    save(face, folder / name)
    report = run(folder, gallery, models)
    assert reasons(report) == {}
    assert [person.name for person in report.added] == [name.split(".")[0]]


def test_what_can_not_be_enrolled_is_listed_with_its_cause_and_the_rest_goes_on(
    folder, gallery, models, face, astronaut, admiral
):
    both = np.concatenate([astronaut, admiral[:512]], axis=1)
    Image.fromarray(both).save(folder / "both.jpg")
    Image.new("RGB", (200, 200), "gray").save(folder / "nobody.png")
    face.resize((105, 105)).save(folder / "small.png")
    face.point(lambda value: value * 0.2).save(folder / "dark.png")
    face.crop((120, 0, 300, 300)).save(folder / "cut.png")
    (folder / "text.jpg").write_text("not a picture")
    (folder / "empty.jpg").touch()
    face.save(folder / "whole.jpg")
    (folder / "half.jpg").write_bytes((folder / "whole.jpg").read_bytes()[:4000])
    Image.new("1", (16_000, 16_000)).save(folder / "huge.png")
    (folder / "folder.jpg").mkdir()
    face.save(folder / ("x" * 90 + ".jpg"))
    face.save(folder / "___.jpg")
    face.save(folder / "WHOLE.png")
    report = run(folder, gallery, models)
    assert reasons(report) == {
        "both.jpg": errors.SeveralFaces,
        "nobody.png": errors.NoFace,
        "small.png": errors.FaceTooSmall,
        "dark.png": errors.FaceTooDark,
        "cut.png": errors.FaceCutOff,
        "text.jpg": errors.NotAnImage,
        "empty.jpg": errors.NotAnImage,
        "half.jpg": errors.PhotoTruncated,
        "huge.png": errors.PhotoTooLarge,
        "x" * 90 + ".jpg": errors.NameTooLong,
        "___.jpg": errors.NameEmpty,
        "WHOLE.png": errors.NameTaken,
    }
    assert [person.name for person in report.added] == ["whole"]
    assert gallery.people() == report.added


def test_importing_again_enrols_nobody_twice_and_looks_for_no_faces(folder, gallery, models, face):
    face.save(folder / "Ada.jpg")
    run(folder, gallery, models)
    report = run(folder, gallery, None)
    assert (report.already, report.refused, report.added) == (1, (), ())
    assert len(gallery.people()) == 1


def test_another_photo_of_the_same_name_is_refused(folder, gallery, models, face):
    face.save(folder / "Ada.jpg")
    run(folder, gallery, models)
    face.rotate(1).save(folder / "Ada.jpg")
    report = run(folder, gallery, None)
    assert reasons(report) == {"Ada.jpg": errors.NameTaken}
    assert report.already == 0


class TestAThousandPhotos:
    """Made up, since it is the way through them that is tested, not the networks."""

    COUNT = 1000

    @pytest.fixture(autouse=True)
    def thousand(self, folder, make_photo, monkeypatch):
        for number in range(self.COUNT):
            (folder / f"Person {number:04}.jpg").write_bytes(b"photo %d" % number)
        self.prepared = []
        photo = make_photo()

        def prepare(image, models):
            self.prepared.append(image)
            return photo

        monkeypatch.setattr(folder_import, "read_photo", lambda file: file.name)
        monkeypatch.setattr(folder_import, "prepare_photo", prepare)

    def test_ended_in_the_middle_and_begun_again_each_is_enrolled_once(self, folder, gallery):
        first = run(folder, gallery, None, cancelled=lambda: len(self.prepared) == 400)
        assert (len(first.added), first.cancelled) == (400, True)
        told = []
        second = run(folder, gallery, None, progress=lambda *step: told.append(step))
        assert (len(second.added), second.already, second.refused) == (600, 400, ())
        assert len(self.prepared) == len(set(self.prepared)) == gallery.count() == self.COUNT
        assert [done for done, _, _ in told] == list(range(self.COUNT + 1))


@pytest.mark.skipif(os.name == "nt", reason="needs file names that are any bytes")
def test_a_file_name_may_hold_any_bytes(folder, gallery, models, face):
    face.save(folder / "ada.jpg")
    (folder / "ada.jpg").rename(os.fsdecode(os.fsencode(folder) + b"/Zo\xeb.jpg"))
    (person,) = run(folder, gallery, models).added
    assert person.name == "Zo"


def test_progress_tells_how_far_it_is(folder, gallery, models, face):
    for name in ("a", "b", "c"):
        face.save(folder / f"{name}.jpg")
    told = []
    run(folder, gallery, models, progress=lambda *step: told.append(step))
    assert told == [(0, 3, "a.jpg"), (1, 3, "b.jpg"), (2, 3, "c.jpg"), (3, 3, "")]


def test_cancelling_keeps_whom_it_had_enrolled(folder, gallery, models, face):
    for name in ("a", "b", "c"):
        face.save(folder / f"{name}.jpg")
    report = run(folder, gallery, models, cancelled=lambda: len(gallery.people()) == 1)
    assert report.cancelled
    assert [person.name for person in report.added] == ["a"]
    assert gallery.people() == report.added


def test_a_folder_without_photos_or_that_is_not_there_says_so(folder, gallery, models):
    with pytest.raises(errors.FolderEmpty, match="no pictures in …"):
        run(folder, gallery, models)
    with pytest.raises(errors.SourceError, match="… can't be opened"):
        run(folder / "gone", gallery, models)


def test_a_full_disk_ends_the_import_and_keeps_whom_it_had_enrolled(
    folder, gallery, models, face, monkeypatch
):
    for name in ("b", "c", "d"):
        face.save(folder / f"{name}.jpg")
    (folder / "a.jpg").write_text("no picture")
    enrol = Gallery.enrol

    def enrol_one(self, name, photo):
        if self.people():
            raise errors.DiskFull
        return enrol(self, name, photo)

    monkeypatch.setattr(Gallery, "enrol", enrol_one)
    report = run(folder, gallery, models)
    assert isinstance(report.error, errors.DiskFull)
    assert report.cancelled
    assert report.added == gallery.people()
    assert [person.name for person in report.added] == ["b"]
    assert reasons(report) == {"a.jpg": errors.NotAnImage}


def test_photos_may_be_chosen_one_by_one(folder, gallery, models, face):
    for name in ("a", "b", "c"):
        face.save(folder / f"{name}.jpg")
    files = [folder / "c.jpg", folder / "a.jpg", folder / "gone.jpg"]
    report = import_photos(files, gallery, models, no_progress, never)
    assert [person.name for person in report.added] == ["c", "a"]
    assert reasons(report) == {"gone.jpg": errors.PhotoMissing}
