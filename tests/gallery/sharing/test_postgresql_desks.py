"""Several desks that share one gallery."""

import subprocess
import sys
import time
from contextlib import closing

import pytest
from cut_line import CutLine

from facedesk import errors
from facedesk.database_address import read_address
from facedesk.gallery.sharing import listener
from facedesk.gallery.sharing.shared_gallery import open_shared_gallery
from facedesk.gallery.storage import postgresql
from facedesk.gallery.storage.server_database import Found, look_at

OPEN = """
import sys
from pathlib import Path
from facedesk.database_address import read_address
from facedesk.gallery.sharing.shared_gallery import open_shared_gallery
open_shared_gallery(read_address(sys.argv[1]), Path(sys.argv[2])).close()
"""


@pytest.fixture
def open_desk(shared_address, tmp_path):
    """Return a function that opens the gallery as one more desk does."""
    opened = []

    def open_(address=shared_address):
        folder = tmp_path / f"desk {len(opened)}"
        opened.append(open_shared_gallery(read_address(address), folder))
        return opened[-1]

    yield open_
    for gallery in opened:
        gallery.close()


@pytest.fixture
def line(postgresql):
    line = CutLine(postgresql.port)
    yield line
    line.close()


@pytest.fixture
def far_desk(open_desk, line, postgresql, shared_address):
    """A desk at the other end of the line."""
    return open_desk(postgresql.address(shared_address.rpartition("/")[2], line.port))


def eventually(condition, within_s=8.0):
    """Tell how many seconds it takes until something holds."""
    start = time.monotonic()
    while not condition():
        assert time.monotonic() - start < within_s, "it does not come about"
        time.sleep(0.01)
    return time.monotonic() - start


def remembered(gallery):
    """The names that recognition goes by; never waits for the network, after the first time."""
    return [person.name for person in gallery.templates_since(None, "one").people]


# Seen at once -----------------------------------------------------------------------------------


def test_who_is_enrolled_at_one_desk_is_known_at_another_within_a_second(open_desk, make_photo):
    here, there = open_desk(), open_desk()
    assert remembered(there) == []
    ada = here.enrol("Ada", make_photo())
    assert eventually(lambda: remembered(there) == ["Ada"]) < 1
    here.rename(ada.id, "Augusta")
    assert eventually(lambda: remembered(there) == ["Augusta"]) < 1
    here.remove(ada.id)
    assert eventually(lambda: remembered(there) == []) < 1


def test_the_newest_revision_is_known_without_asking(open_desk, make_photo):
    here, there = open_desk(), open_desk()
    here.enrol("Ada", make_photo())
    assert eventually(lambda: there.revision() == here.revision()) < 1


def test_what_has_not_changed_is_not_read_again(open_desk, make_photo, monkeypatch):
    desk = open_desk()
    desk.enrol("Ada", make_photo())
    eventually(lambda: remembered(desk) == ["Ada"])
    revision = desk.revision()
    monkeypatch.setattr(desk, "templates", None)
    assert desk.templates_since(revision, "one") is None
    assert remembered(desk) == ["Ada"]


def test_many_changes_at_once_end_in_the_newest(open_desk, make_photo):
    here, there = open_desk(), open_desk()
    remembered(there)
    for number in range(30):
        here.enrol(f"Person {number:02}", make_photo())
    assert eventually(lambda: len(remembered(there)) == 30) < 1


# First start ------------------------------------------------------------------------------------


def test_several_desks_may_start_for_the_first_time_at_once(shared_address, open_desk, tmp_path):
    command = [sys.executable, "-c", OPEN, shared_address, tmp_path / "home"]
    desks = [subprocess.Popen(command, stderr=subprocess.PIPE) for _ in range(4)]
    said = [desk.communicate()[1] for desk in desks]
    assert ([desk.returncode for desk in desks], said) == ([0] * 4, [b""] * 4)
    assert open_desk().people() == ()


def test_a_look_at_a_database_changes_nothing(shared_address, postgresql, open_desk, make_photo):
    address = read_address(shared_address)
    assert look_at(address) is None
    tables = "SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public'"
    assert postgresql.execute(tables, address.database) == [(0,)]
    open_desk().enrol("Ada", make_photo())
    assert look_at(address) == Found(people=1, protected=False)


def test_the_database_of_another_program_is_refused(shared_address, postgresql, open_desk):
    name = read_address(shared_address).database
    postgresql.execute("CREATE TABLE invoice (id INTEGER)", name)
    with pytest.raises(errors.NotAGallery, match="holds something else than a gallery"):
        open_desk()
    with pytest.raises(errors.NotAGallery):
        look_at(read_address(shared_address))


def test_a_gallery_of_a_newer_facedesk_is_refused(shared_address, postgresql, open_desk):
    open_desk()
    newer = "UPDATE alembic_version SET version_num = '9999'"
    postgresql.execute(newer, read_address(shared_address).database)
    with pytest.raises(errors.GalleryTooNew):
        open_desk()


# Refused ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("part", "other", "error"),
    [
        ("127.0.0.1", "no-such-server.invalid", errors.SharedGalleryAway),
        ("postgres:", "nobody-here:", errors.SharedGalleryRefused),
        ("/desk_", "/no_desk_", errors.SharedGalleryRefused),
    ],
)
def test_an_address_that_is_wrong_is_told(shared_address, open_desk, part, other, error):
    with pytest.raises(error):
        open_desk(shared_address.replace(part, other))


def test_a_wrong_password_is_told_and_never_repeated(shared_address, open_desk, caplog):
    caplog.set_level("DEBUG")
    password = read_address(shared_address).password
    with pytest.raises(errors.SharedGalleryRefused) as refusal:
        open_desk(shared_address.replace(password, "wrong-" + password))
    open_desk().people()
    said = str(refusal.value) + repr(refusal.value) + caplog.text
    assert password not in said


def test_without_the_driver_it_is_said_how_to_get_it(monkeypatch, tmp_path):
    for name in [name for name in sys.modules if name.partition(".")[0] == "psycopg"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(errors.DatabaseDriverMissing, match=r"facedesk\[postgresql\]"):
        open_shared_gallery(read_address("postgresql://db.invalid/faces"), tmp_path)


def test_who_writes_for_too_long_is_not_waited_for(open_desk, make_photo, monkeypatch):
    monkeypatch.setitem(postgresql._LIMITS_MS, "lock_timeout", 50)
    here, there = open_desk(), open_desk()
    with here.database.writing():
        with pytest.raises(errors.GalleryLocked):
            there.enrol("Ada", make_photo())
        assert there.people() == ()
    assert there.enrol("Ada", make_photo()).name == "Ada"


def test_a_server_that_fails_otherwise_is_logged_by_its_code(open_desk, shared_address, caplog):
    desk = open_desk()
    with pytest.raises(errors.StorageError), desk.database.reading() as connection:
        connection.exec_driver_sql("SELECT 'Ada'::integer")
    assert "InvalidTextRepresentation 22P02" in caplog.text
    assert "Ada" not in caplog.text
    caplog.clear()


# The connection drops ---------------------------------------------------------------------------


def test_recognition_goes_on_from_memory_and_catches_up(open_desk, far_desk, line, make_photo):
    here = open_desk()
    here.enrol("Ada", make_photo())
    eventually(lambda: remembered(far_desk) == ["Ada"])
    line.cut()
    assert eventually(lambda: not far_desk.reachable) < 2
    here.enrol("Grace", make_photo())
    start = time.monotonic()
    assert remembered(far_desk) == ["Ada"]
    far_desk.revision()
    assert time.monotonic() - start < 0.05
    with pytest.raises(errors.SharedGalleryAway):
        far_desk.enrol("Hedy", make_photo())
    line.mend()
    eventually(lambda: far_desk.reachable)
    eventually(lambda: remembered(far_desk) == ["Ada", "Grace"])
    far_desk.enrol("Hedy", make_photo())
    assert [person.name for person in here.people()] == ["Ada", "Grace", "Hedy"]


def test_nothing_half_done_is_left_where_the_line_is_cut(open_desk, far_desk, line, make_photo):
    here, photo = open_desk(), make_photo()

    def change():
        with far_desk.database.writing() as connection:
            connection.exec_driver_sql("DELETE FROM person")
            line.cut()

    with pytest.raises(errors.SharedGalleryAway):
        change()
    assert here.enrol("Ada", photo).name == "Ada"  # the lock went with the connection


def test_a_server_that_is_started_again_is_found_again(postgresql, open_desk, make_photo):
    desk = open_desk()
    desk.enrol("Ada", make_photo())
    assert remembered(desk) == ["Ada"]
    postgresql.stop()
    eventually(lambda: not desk.reachable)
    assert remembered(desk) == ["Ada"]
    postgresql.start()
    eventually(lambda: desk.reachable)
    assert [person.name for person in desk.people()] == ["Ada"]
    other = open_desk()
    other.enrol("Grace", make_photo())
    assert eventually(lambda: remembered(desk) == ["Ada", "Grace"]) < 1


def test_a_server_that_falls_silent_is_away(far_desk, line, monkeypatch):
    monkeypatch.setattr(listener, "_BEAT_S", 0.2)
    monkeypatch.setattr(listener, "_SILENCE_S", 1.0)
    assert far_desk.reachable
    line.hold()
    assert eventually(lambda: not far_desk.reachable) > 0.5
    line.mend()
    eventually(lambda: far_desk.reachable)


def test_a_gallery_is_closed_while_the_server_is_away(shared_address, line, postgresql, tmp_path):
    address = read_address(postgresql.address(read_address(shared_address).database, line.port))
    with closing(open_shared_gallery(address, tmp_path)) as desk:
        line.cut()
        eventually(lambda: not desk.reachable)
