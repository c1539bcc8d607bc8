"""Names stay where they belong: out of logs, of errors' texts, and of the names of files."""

import ast
import inspect
import logging
import re
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

import facedesk
from facedesk import errors
from facedesk.cli import main
from facedesk.gallery.store import open_gallery
from facedesk.paths import default_paths

NAME = "Xaverine Quorthon"
SHARED_PASSPHRASE = "correct horse battery"


@pytest.fixture
def photos(tmp_path, astronaut):
    """A folder with photos named after her: one good, one without a face, one that is none."""
    folder = tmp_path / "photos"
    folder.mkdir()
    Image.fromarray(astronaut).save(folder / f"{NAME}.jpg", quality=95)
    Image.fromarray(np.full((200, 200, 3), 90, np.uint8)).save(folder / f"{NAME} 2.jpg")
    (folder / f"{NAME} 3.jpg").write_bytes(b"no picture")
    return folder


@pytest.fixture
def run(capsys, caplog):
    """Return a function that runs a command and returns what it says of errors."""
    caplog.set_level(logging.DEBUG, "facedesk")

    def run(*words: object) -> str:
        main([str(word) for word in words])
        return capsys.readouterr().err

    return run


def logged(caplog) -> str:
    files = default_paths().logs.glob("*")
    return caplog.text + "".join(file.read_text() for file in files)


def test_the_usual_jobs_leave_no_name_in_logs_or_file_names(
    run, photos, tmp_path, caplog, monkeypatch
):
    monkeypatch.setenv("FACEDESK_FILE_PASSPHRASE", SHARED_PASSPHRASE)
    good, faceless, broken = (photos / f"{NAME}{n}.jpg" for n in ("", " 2", " 3"))
    run("enroll", NAME, good)
    run("enroll", NAME, good)
    run("enroll", f"{NAME} II", faceless)
    run("enroll", f"{NAME} II", broken)
    run("enroll", f"{NAME} II", photos / f"{NAME} 4.jpg")
    run("enroll", NAME, good, "--look")
    run("identify", good, faceless, broken)
    run("verify", NAME, good)
    run("verify", f"{NAME} III", good)
    run("watch", "--source", photos)
    run("watch", "--source", broken)
    run("export", tmp_path / "all")
    run("--data-dir", tmp_path / "elsewhere", "import", tmp_path / "all.facedesk")
    run("import", tmp_path / "all.facedesk", "--on-clash", "both")
    run("check")
    run("remove", f"{NAME} III")
    run("remove", NAME)
    written = [str(p) for p in tmp_path.rglob("*") if not p.is_relative_to(photos)]
    for word in NAME.split():
        assert word not in logged(caplog)
        assert [path for path in written if word in path] == []
    caplog.clear()


def test_no_error_about_people_names_them(make_photo):
    """What an exception says goes into logs, wherever somebody writes one there."""
    with closing(open_gallery(default_paths().database)) as gallery:
        person = gallery.enrol(NAME, make_photo())
        other = gallery.enrol("Grace", make_photo())
        jobs = (
            lambda: gallery.enrol(NAME, make_photo()),
            lambda: gallery.rename(other.id, NAME),
            lambda: gallery.person(f"{NAME} II"),
            lambda: gallery.enrol(NAME * 9, make_photo()),
            lambda: [gallery.add_look(person.id, make_photo()) for _ in range(5)],
        )
        for job in jobs:
            with pytest.raises(errors.FacedeskError) as refused:
                job()
            assert "Xaverine" not in str(refused.value)


def test_only_the_user_is_told_of_names():
    error = errors.NameTaken(name=NAME)
    assert NAME in error.text
    assert "Xaverine" not in str(error) + repr(error)


def test_every_detail_that_may_be_a_name_is_left_out():
    """A new error with such a detail is about people unless it says otherwise."""
    kinds = [kind for _, kind in inspect.getmembers(errors, inspect.isclass)]
    named = [kind for kind in kinds if {"{name}", "{source}"} & set(words_of(kind))]
    assert len(named) > 10
    of_no_person = {kind.__name__ for kind in named if not kind.personal}
    downloads = {"ConnectionBroken", "NoRoomForDownload", "NotTheFile", "ServerRefuses"}
    assert of_no_person == {"ResourceMissing"} | downloads


def words_of(kind) -> list[str]:
    return re.findall(r"\{\w+\}", getattr(kind, "sentence", ""))


def test_no_name_is_handed_to_the_log():
    told = []
    for path in sorted(Path(facedesk.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("_log."):
                words = [ast.unparse(argument) for argument in node.args[1:]]
                told += [f"{path.name}: {w}" for w in words if w.endswith((".name", ".label"))]
    assert told == []
