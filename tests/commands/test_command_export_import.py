import io
import sys
from contextlib import closing

import pytest

from facedesk.gallery.store import open_gallery
from facedesk.paths import default_paths

PASSPHRASE = "correct horse battery"


@pytest.fixture(autouse=True)
def passphrase(monkeypatch):
    monkeypatch.setenv("FACEDESK_FILE_PASSPHRASE", PASSPHRASE)


@pytest.fixture
def people(facedesk, make_photo):
    """Eileen and Grace are enrolled in the usual place."""
    with closing(open_gallery(default_paths().database)) as gallery:
        for name in ("Eileen", "Grace"):
            gallery.enrol(name, make_photo())


@pytest.fixture
def exported(facedesk, people, tmp_path):
    """A file with everyone."""
    facedesk("export", tmp_path / "all")
    return tmp_path / "all.facedesk"


@pytest.fixture
def elsewhere(facedesk, tmp_path):
    """Run facedesk on another gallery."""
    return lambda *words: facedesk("--data-dir", tmp_path / "elsewhere", *words)


def test_everyone_is_written_and_read_elsewhere(facedesk, elsewhere, exported):
    lines = elsewhere("import", exported, "--json").lines
    assert lines == [
        {"person": "Eileen", "outcome": "added", "kept_as": "Eileen"},
        {"person": "Grace", "outcome": "added", "kept_as": "Grace"},
    ]
    assert elsewhere("people", "--json").lines == facedesk("people", "--json").lines


def test_the_answer_says_where_and_how_many(facedesk, exported):
    (line,) = facedesk("export", exported, "--json").lines
    assert line == {"file": str(exported), "people": 2, "bytes": exported.stat().st_size}
    assert "2 people written" in facedesk("export", exported).out


def test_only_those_named_are_written_each_once(facedesk, elsewhere, exported):
    assert "1 person" in facedesk("export", exported, "--people", "grace", "GRACE").out
    elsewhere("import", exported)
    assert [line["person"] for line in elsewhere("people", "--json").lines] == ["Grace"]


def test_nobody_of_that_name_is_an_error_without_a_file(facedesk, exported, tmp_path):
    done = facedesk("export", tmp_path / "some", "--people", "Grace", "Xaverine")
    assert done.status == 1
    assert not (tmp_path / "some.facedesk").exists()


def test_a_plan_changes_nothing(elsewhere, exported):
    lines = elsewhere("import", exported, "--plan", "--json").lines
    assert [(line["person"], line["standing"]) for line in lines] == [
        ("Eileen", "new"),
        ("Grace", "new"),
    ]
    assert elsewhere("people").out == ""


class TestAClash:
    @pytest.fixture(autouse=True)
    def other_grace(self, tmp_path, make_photo, exported):
        with closing(open_gallery(default_paths(tmp_path / "elsewhere").database)) as gallery:
            gallery.enrol("Grace", make_photo())

    def outcomes(self, done):
        return {line["person"]: line["outcome"] for line in done.lines}

    @pytest.mark.parametrize(
        ("choice", "outcome"), [("keep", "kept"), ("replace", "replaced"), ("both", "renamed")]
    )
    def test_does_what_was_chosen(self, elsewhere, exported, choice, outcome):
        done = elsewhere("import", exported, "--on-clash", choice, "--json")
        assert self.outcomes(done) == {"Eileen": "added", "Grace": outcome}

    def test_without_a_choice_and_somebody_to_ask_nothing_is_imported(self, elsewhere, exported):
        done = elsewhere("import", exported)
        assert (done.status, done.out) == (1, "")
        assert "--on-clash" in done.err
        assert [line["person"] for line in elsewhere("people", "--json").lines] == ["Grace"]

    def test_in_a_terminal_it_asks_until_it_understands(self, elsewhere, exported, monkeypatch):
        terminal = io.StringIO("what?\nB\n")
        terminal.isatty = lambda: True
        monkeypatch.setattr(sys, "stdin", terminal)
        done = elsewhere("import", exported, "--json")
        assert self.outcomes(done) == {"Eileen": "added", "Grace": "renamed"}
        assert done.err.count("keep (b)oth?") == 2


class TestThePassphrase:
    def test_a_wrong_one_changes_nothing(self, elsewhere, exported, monkeypatch):
        monkeypatch.setenv("FACEDESK_FILE_PASSPHRASE", "wrong horse battery")
        done = elsewhere("import", exported)
        assert done.status == 1
        assert "does not open the file" in done.err

    def test_a_short_one_is_refused(self, facedesk, exported, tmp_path, monkeypatch):
        monkeypatch.setenv("FACEDESK_FILE_PASSPHRASE", "short")
        assert facedesk("export", tmp_path / "some").status == 1
        assert not (tmp_path / "some.facedesk").exists()

    def test_without_a_terminal_it_must_be_given(self, facedesk, exported, monkeypatch):
        monkeypatch.delenv("FACEDESK_FILE_PASSPHRASE")
        done = facedesk("export", exported)
        assert done.status == 1
        assert "FACEDESK_FILE_PASSPHRASE" in done.err

    def test_a_new_one_is_asked_for_twice(self, facedesk, elsewhere, exported, monkeypatch):
        monkeypatch.delenv("FACEDESK_FILE_PASSPHRASE")
        monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
        typed = iter(["another one", "another two", "another one", "another one", "another one"])
        monkeypatch.setattr("facedesk.commands.file_passphrase.getpass", lambda _: next(typed))
        assert "not the same" in facedesk("export", exported).err
        assert facedesk("export", exported).status == 0
        assert elsewhere("import", exported).status == 0


def test_a_file_of_another_kind_is_refused(elsewhere, tmp_path):
    (tmp_path / "notes.txt").write_text("no people in here")
    done = elsewhere("import", tmp_path / "notes.txt")
    assert done.status == 1
    assert "not made by facedesk" in done.err
