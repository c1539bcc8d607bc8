import hashlib

import pytest
from file_server import CONTENTS, FileServer, downloadable

from facedesk.commands import models_download
from facedesk.commands.download_progress import DownloadProgress
from facedesk.downloads.download import part_of
from facedesk.paths import default_paths


@pytest.fixture
def server(monkeypatch):
    with FileServer() as running:
        offer(monkeypatch, downloadable(running.address()))
        yield running


def offer(monkeypatch, wanted):
    """Have the command know this file as “thing”."""
    monkeypatch.setattr(models_download, "_BY_NAME", {"thing": wanted})


def test_it_says_from_whom_how_large_and_under_which_licence_before(facedesk, server):
    server.status = 404
    done = facedesk("models", "download", "thing")
    first = done.err.splitlines()[0]
    assert first == (
        "facedesk: Thing, licence MIT, 0.3 MB from 127.0.0.1; about it: https://example.org/thing"
    )


def test_a_model_is_fetched_and_registered(facedesk, server, shared, monkeypatch):
    server.contents = (shared / "models" / "yunet_n_dynamic.onnx").read_bytes()
    digest = hashlib.sha256(server.contents).hexdigest()
    size = len(server.contents)
    offer(monkeypatch, downloadable(server.address(), size=size, sha256=digest))
    done = facedesk("models", "download", "Thing", "--json")
    assert done.status == 0
    (line,) = done.lines
    assert line["name"].startswith("YuNet")
    assert line["kind"] == "detector"
    assert line["licence"] == "Apache-2.0"
    listed = facedesk("models", "list", "--json").lines
    assert line["model"] in [model["model"] for model in listed]


def test_progress_is_told_on_stderr_alone(facedesk, server):
    done = facedesk("models", "download", "thing")  # it is no model, which is found out afterwards
    assert "0.3 MB of 0.3 MB" in done.err
    assert done.out == ""


def test_a_refusal_is_a_sentence(facedesk, server):
    server.status = 404
    done = facedesk("models", "download", "thing")
    assert done.status == 1
    assert "127.0.0.1 does not give Thing out (HTTP 404)" in done.err


def test_ctrl_c_keeps_what_has_come(facedesk, server, monkeypatch):
    shown = DownloadProgress.show

    def interrupted(self, done, total):
        shown(self, done, total)
        if done > 70_000:
            raise KeyboardInterrupt

    monkeypatch.setattr(DownloadProgress, "show", interrupted)
    done = facedesk("models", "download", "thing")
    assert done.status == 130
    assert done.err.endswith("the next download goes on from there.\n")
    wanted = models_download._BY_NAME["thing"]
    kept = part_of(wanted, default_paths().downloads).read_bytes()
    assert kept == CONTENTS[: len(kept)]
    assert len(kept) > 70_000


def test_what_can_not_be_downloaded_is_wrong_use(facedesk):
    done = facedesk("models", "download", "everything")
    assert done.status == 2
    assert "yunet" in done.err
