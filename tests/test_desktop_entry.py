import re
import shlex
import shutil
import subprocess
import sys
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facedesk import desktop_entry, errors, resources

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs Linux")


def arguments(line):
    """What a desktop starts for an Exec line: both kinds of escapes undone, then split."""
    line = line.replace("\\\\", "\\")
    found = re.findall(r'"((?:[^"\\]|\\.)*)"|(\S+)', line)
    return [re.sub(r"\\(.)", r"\1", quoted).replace("%%", "%") or plain for quoted, plain in found]


@linux
def test_the_entry_and_its_icon_are_where_desktops_look(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", "/somewhere/else")
    path = desktop_entry.install(tmp_path)
    assert path == tmp_path / ".local/share/applications/facedesk.desktop"
    icon = tmp_path / ".local/share/icons/hicolor/scalable/apps/facedesk.svg"
    assert icon.read_bytes() == resources.read("icons/facedesk.svg")
    assert ElementTree.parse(icon).getroot().tag.endswith("svg")


@linux
def test_the_users_own_data_folder_is_honoured(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "mine"))
    assert desktop_entry.install() == tmp_path / "mine" / "applications" / "facedesk.desktop"


@linux
def test_without_it_the_home_folder_is_used(tmp_path, monkeypatch):
    monkeypatch.delenv("XDG_DATA_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert desktop_entry.install() == tmp_path / ".local/share/applications/facedesk.desktop"


@linux
def test_the_entry_starts_this_python_with_facedesk(tmp_path):
    values = desktop_entry.read(desktop_entry.install(tmp_path))
    assert arguments(values["Exec"]) == [sys.executable, "-m", "facedesk"]
    assert values["Type"] == "Application"
    assert values["Icon"] == values["StartupWMClass"] == "facedesk"


@linux
@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="needs the validator")
def test_the_entry_is_valid(tmp_path):
    path = desktop_entry.install(tmp_path)
    checked = subprocess.run(["desktop-file-validate", path], capture_output=True, text=True)
    assert checked.stdout == ""
    assert checked.returncode == 0


@linux
@pytest.mark.parametrize(
    "python",
    ["/home/ada/my env/bin/python", '/a"b`c$d\\e%f/python', "/höhle/bin/python", "/it's/python"],
)
def test_unusual_places_of_python_survive(tmp_path, monkeypatch, python):
    monkeypatch.setattr(sys, "executable", python)
    values = desktop_entry.read(desktop_entry.install(tmp_path))
    assert arguments(values["Exec"]) == [python, "-m", "facedesk"]


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1))
def test_any_argument_survives_quoting(argument):
    assert arguments(desktop_entry.quoted(argument)) == [argument]


def test_a_plain_path_is_quoted_as_a_shell_would():
    assert shlex.split(desktop_entry.quoted("/usr/bin/python3")) == ["/usr/bin/python3"]


@linux
def test_installing_again_replaces_the_entry(tmp_path, monkeypatch):
    path = desktop_entry.install(tmp_path)
    monkeypatch.setattr(sys, "executable", "/new/python")
    assert desktop_entry.install(tmp_path) == path
    assert arguments(desktop_entry.read(path)["Exec"])[0] == "/new/python"


@linux
def test_removing_leaves_no_file(tmp_path):
    desktop_entry.install(tmp_path)
    desktop_entry.remove(tmp_path)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


@linux
def test_removing_what_is_not_there_is_no_error(tmp_path):
    desktop_entry.remove(tmp_path)


@linux
def test_a_folder_that_can_not_be_written_is_named(tmp_path):
    (tmp_path / ".local").write_text("a file")
    with pytest.raises(errors.DesktopEntryNotWritten, match=r"\.local"):
        desktop_entry.install(tmp_path)
    with pytest.raises(errors.DesktopEntryNotWritten, match=r"\.local"):
        desktop_entry.remove(tmp_path)


@linux
def test_an_entry_that_reads_differently_afterwards_is_not_taken_as_written(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "executable", "/two\nlines/python")
    with pytest.raises(errors.DesktopEntryNotWritten):
        desktop_entry.install(tmp_path)


@pytest.mark.parametrize(
    "contents", [b"", b"no entry", b"[Other]\na=b\n", b"[Desktop Entry]\na=\xff\n"]
)
def test_a_file_that_is_no_entry_has_no_values(tmp_path, contents):
    (tmp_path / "some.desktop").write_bytes(contents)
    assert desktop_entry.read(tmp_path / "some.desktop") == {}


@pytest.mark.parametrize("platform", ["darwin", "win32"])
@pytest.mark.parametrize("job", [desktop_entry.install, desktop_entry.remove])
def test_other_systems_have_no_entries(tmp_path, monkeypatch, platform, job):
    monkeypatch.setattr(sys, "platform", platform)
    with pytest.raises(errors.NotOnThisSystem):
        job(tmp_path)
    assert list(tmp_path.iterdir()) == []
