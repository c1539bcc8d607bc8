import os
from contextlib import closing

import pytest
from sqlalchemy import update

from facedesk.gallery.storage import tables
from facedesk.gallery.store import open_gallery
from facedesk.paths import default_paths
from facedesk.ui.single_window import only_window_on


@pytest.fixture
def gallery(make_photo):
    """Ada and Grace are enrolled."""
    with closing(open_gallery(default_paths().database)) as gallery:
        default_paths().home.chmod(0o700)
        for name in ("Ada", "Grace"):
            gallery.enrol(name, make_photo())
        yield gallery


@pytest.fixture
def broken_picture(gallery):
    with gallery.database.writing() as connection:
        is_it = tables.photo.c.person_id == gallery.person("Ada").id
        connection.execute(update(tables.photo).where(is_it).values(jpeg=b"no picture"))


def test_a_whole_gallery_is_said_to_be_so(facedesk, gallery):
    for command, words in (("check", "is whole"), ("repair", "nothing to mend")):
        done = facedesk(command)
        assert done.status == 0
        assert words in done.out
        assert facedesk(command, "--json").out == ""


def test_what_is_wrong_is_a_line_each_and_a_status(facedesk, gallery, broken_picture):
    done = facedesk("check", "--json")
    assert done.status == 1
    (line,) = done.lines
    assert (line["trouble"], line["person"]) == ("picture", "Ada")
    assert "facedesk repair" in done.err
    assert facedesk("check", "--json").lines == done.lines  # nothing was changed


def test_what_is_lost_is_a_line_and_a_status(facedesk, gallery, broken_picture):
    done = facedesk("repair", "--json")
    assert done.status == 1
    assert [(line["deed"], line["person"], line["lost"]) for line in done.lines] == [
        ("picture_set_aside", "Ada", True),
        ("person_removed", "Ada", True),
    ]
    assert facedesk("check").status == 0
    assert [line["person"] for line in facedesk("people", "--json").lines] == ["Grace"]


def test_nothing_is_mended_while_a_window_is_open(facedesk, gallery, broken_picture):
    with only_window_on(default_paths().home):
        done = facedesk("repair")
    assert done.status == 1
    assert "open already" in done.err
    assert [person.name for person in gallery.people()] == ["Ada", "Grace"]


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX permissions")
def test_what_others_may_read_is_found_before_it_is_opened(facedesk, gallery):
    default_paths().database.chmod(0o644)
    done = facedesk("check", "--json")
    assert [line["trouble"] for line in done.lines] == ["readable"]


def test_a_file_that_can_t_be_read_at_all_is_said_so(facedesk, caplog):
    database = default_paths().database
    database.parent.mkdir(mode=0o700)
    database.write_bytes(b"this is no database " * 1000)
    database.chmod(0o600)
    assert [line["trouble"] for line in facedesk("check", "--json").lines] == ["file"]
    done = facedesk("repair")
    assert done.status == 1
    assert "damaged" in done.err


def test_templates_that_were_damaged_are_made_again(facedesk, photos):
    facedesk("enroll", "Grace", photos / "grace.jpg")
    with closing(open_gallery(default_paths().database)) as gallery:
        before = gallery.templates("dlib-resnet29-v2").photos.vectors
        with gallery.database.writing() as connection:
            connection.execute(update(tables.template).values(vector=b"\0" * 512))
    default_paths().home.chmod(0o700)
    done = facedesk("repair", "--json")
    assert (done.status, [line["deed"] for line in done.lines]) == (0, ["template_dropped"])
    with closing(open_gallery(default_paths().database)) as gallery:
        after = gallery.templates("dlib-resnet29-v2").photos.vectors
    assert after.shape == before.shape
    assert abs(after - before).max() < 1e-3


def test_a_gallery_that_is_not_there_is_said_so(facedesk):
    for command in ("check", "repair"):
        done = facedesk(command)
        assert done.status == 1
