"""How commands open a gallery that is protected."""

import os
import pty
import subprocess
import sys

import pytest

from facedesk.gallery.protection.data_key import Method
from facedesk.gallery.protection.protecting import methods_of, protect_by_passphrase
from facedesk.gallery.store import open_gallery
from facedesk.paths import default_paths

WORDS = "correct horse battery"
QUESTION = "Passphrase of the gallery: "


@pytest.fixture
def protected():
    """The user's gallery, which takes a passphrase."""
    gallery = open_gallery(default_paths().database)
    protect_by_passphrase(gallery.database, WORDS)
    gallery.close()


def on_terminal(typed, *words):
    """Run facedesk on a terminal of its own, and type when asked to.

    Returns the status and what is seen.
    """
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "facedesk", *words],
        stdin=theirs, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        start_new_session=True, text=True,
    )  # fmt: skip
    seen = ""
    while not seen.endswith(QUESTION) and (letter := process.stdout.read(1)):
        seen += letter
    os.write(ours, typed.encode() + b"\n")
    seen += process.communicate(timeout=60)[0]
    os.close(ours)
    os.close(theirs)
    return process.returncode, seen


def test_without_a_passphrase_the_command_says_how_to_give_it(facedesk, protected):
    outcome = facedesk("people")
    assert outcome.status == 1
    assert outcome.out == ""
    assert "FACEDESK_PASSPHRASE" in outcome.err


def test_the_environment_may_hold_it(facedesk, protected, monkeypatch):
    monkeypatch.setenv("FACEDESK_PASSPHRASE", WORDS)
    assert facedesk("people").status == 0


def test_a_wrong_one_is_told_and_never_repeated(facedesk, protected, monkeypatch):
    monkeypatch.setenv("FACEDESK_PASSPHRASE", "a wrong passphrase")
    outcome = facedesk("people")
    assert outcome.status == 1
    assert "does not open the gallery" in outcome.err
    logs = "".join(file.read_text() for file in default_paths().logs.iterdir())
    assert "a wrong passphrase" not in outcome.err + logs


@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal")
@pytest.mark.parametrize(("typed", "status"), [(WORDS, 0), ("a wrong passphrase", 1)])
def test_it_is_asked_for_on_a_terminal(protected, typed, status):
    ended, seen = on_terminal(typed, "people")
    assert QUESTION in seen
    assert typed not in seen
    assert ended == status, seen


def test_with_a_keyring_nobody_is_asked(facedesk, keyring_file):
    assert facedesk("people").status == 0
    gallery = open_gallery(default_paths().database)
    assert methods_of(gallery.database) == {Method.KEYRING}
    gallery.close()


# facedesk protect --------------------------------------------------------------------------------


def opens_with(outcome):
    assert outcome.status == 0, outcome.err
    return outcome.lines[0]["opens_with"]


def test_what_opens_the_gallery_is_told(facedesk, keyring_file):
    assert opens_with(facedesk("protect", "--json")) == ["keyring"]
    assert facedesk("protect").out == "The gallery opens with the system's keyring.\n"


def test_a_gallery_without_protection_is_told_plainly(facedesk):
    outcome = facedesk("protect", "--json")
    assert opens_with(outcome) == []
    assert "not protected" in outcome.err


def test_a_passphrase_is_set_changed_and_removed(facedesk, monkeypatch):
    monkeypatch.setenv("FACEDESK_NEW_PASSPHRASE", WORDS)
    assert opens_with(facedesk("protect", "--passphrase", "--json")) == ["passphrase"]
    monkeypatch.setenv("FACEDESK_PASSPHRASE", WORDS)
    monkeypatch.setenv("FACEDESK_NEW_PASSPHRASE", "another passphrase")
    assert opens_with(facedesk("protect", "--passphrase", "--json")) == ["passphrase"]
    assert facedesk("people").status == 1
    monkeypatch.setenv("FACEDESK_PASSPHRASE", "another passphrase")
    assert opens_with(facedesk("protect", "--no-passphrase", "--json")) == []
    monkeypatch.delenv("FACEDESK_PASSPHRASE")
    assert facedesk("people").status == 0


def test_with_a_keyring_one_may_still_be_asked_at_every_start(facedesk, keyring_file, monkeypatch):
    outcome = facedesk("protect", "--no-keyring")
    assert (outcome.status, outcome.out) == (1, "")
    assert "has no passphrase yet" in outcome.err
    monkeypatch.setenv("FACEDESK_NEW_PASSPHRASE", WORDS)
    both = ["keyring", "passphrase"]
    assert opens_with(facedesk("protect", "--passphrase", "--json")) == both
    assert opens_with(facedesk("protect", "--no-keyring", "--json")) == ["passphrase"]
    assert facedesk("people").status == 1
    monkeypatch.setenv("FACEDESK_PASSPHRASE", WORDS)
    assert opens_with(facedesk("protect", "--keyring", "--json")) == both


def test_without_a_keyring_it_says_so(facedesk):
    outcome = facedesk("protect", "--keyring")
    assert outcome.status == 1
    assert "no keyring" in outcome.err


def test_without_a_terminal_a_new_passphrase_is_not_asked_for(facedesk):
    outcome = facedesk("protect", "--passphrase")
    assert outcome.status == 1
    assert "FACEDESK_NEW_PASSPHRASE" in outcome.err
