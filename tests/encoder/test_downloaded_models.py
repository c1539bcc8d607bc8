import hashlib

import pytest
from file_server import CONTENTS, FileServer, downloadable

from facedesk import errors
from facedesk.downloads.download import part_of
from facedesk.encoder.downloaded_models import download_model
from facedesk.encoder.registry import registered
from facedesk.paths import default_paths, prepare


@pytest.fixture
def server():
    with FileServer() as running:
        yield running


@pytest.fixture
def places():
    made = default_paths()
    prepare(made)
    return made


@pytest.fixture
def yunet(shared, server):
    """A real detector that this computer's server gives out."""
    server.contents = (shared / "models" / "yunet_n_dynamic.onnx").read_bytes()
    return downloadable(
        server.address(),
        file="yunet.onnx",
        size=len(server.contents),
        sha256=hashlib.sha256(server.contents).hexdigest(),
    )


def ignore(_done, _total):
    """Progress that nobody looks at."""


def test_what_was_downloaded_is_registered_and_the_download_tidied_away(yunet, places):
    model = download_model(yunet, places, ignore)
    assert model.kind == "detector"
    assert model.licence == "Apache-2.0"
    assert model in registered(places.models)
    assert list(places.downloads.iterdir()) == []


def test_what_is_registered_is_not_downloaded_again(yunet, places, server):
    download_model(yunet, places, ignore)
    with pytest.raises(errors.ModelThere) as refused:
        download_model(yunet, places, ignore)
    assert "YuNet" in refused.value.text
    assert len(server.asked) == 1


def test_what_is_no_model_is_not_registered(server, places):
    before = registered(places.models)
    with pytest.raises(errors.OnnxUnreadable):
        download_model(downloadable(server.address()), places, ignore)
    assert registered(places.models) == before


def test_what_was_broken_off_goes_on(server, places):
    server.breaks_after = 70_000
    wanted = downloadable(server.address())
    with pytest.raises(errors.ConnectionBroken):
        download_model(wanted, places, ignore)
    assert part_of(wanted, places.downloads).read_bytes() == CONTENTS[:70_000]
