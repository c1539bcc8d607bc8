import errno
import shutil
import ssl
import urllib.error
from http.client import HTTPMessage
from io import BytesIO
from types import SimpleNamespace
from urllib.request import Request

import pytest
from file_server import CONTENTS, FileServer, downloadable

from facedesk import errors
from facedesk.downloads import connecting
from facedesk.downloads.download import download, part_of


@pytest.fixture
def server():
    with FileServer() as running:
        yield running


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "models"


def ignore(_done, _total):
    """Progress that nobody looks at."""


class Cancelled(Exception):
    """What a progress raises that ends a download."""


def cancel_after(bytes_):
    def progress(done, _total):
        if done >= bytes_:
            raise Cancelled

    return progress


def begin(wanted, folder, data):
    """Leave a part behind, as a download that was broken off does."""
    folder.mkdir(exist_ok=True)
    part_of(wanted, folder).write_bytes(data)


def only_file(folder):
    return [path.name for path in folder.iterdir()]


def test_the_file_arrives_whole_under_its_name(server, folder):
    path = download(downloadable(server.address()), folder, ignore)
    assert path == folder / "thing.onnx"
    assert path.read_bytes() == CONTENTS
    assert only_file(folder) == ["thing.onnx"]


def test_progress_grows_to_the_whole(server, folder):
    told = []
    download(downloadable(server.address()), folder, lambda *step: told.append(step))
    done = [step[0] for step in told]
    assert done[0] == 0
    assert done == sorted(done)
    assert told[-1] == (len(CONTENTS), len(CONTENTS))


def test_what_is_there_already_is_not_fetched_again(server, folder):
    wanted = downloadable(server.address())
    download(wanted, folder, ignore)
    download(wanted, folder, ignore)
    assert len(server.asked) == 1


def test_a_damaged_file_under_that_name_is_replaced(server, folder):
    folder.mkdir()
    (folder / "thing.onnx").write_bytes(b"damaged")
    assert download(downloadable(server.address()), folder, ignore).read_bytes() == CONTENTS


def test_a_redirect_is_followed(server, folder):
    server.redirects["/raw"] = server.address()
    path = download(downloadable(server.address("/raw")), folder, ignore)
    assert path.read_bytes() == CONTENTS


def test_a_server_that_tells_no_length_is_read_to_the_end(server, folder):
    server.with_length = False
    assert download(downloadable(server.address()), folder, ignore).read_bytes() == CONTENTS


class TestGoingOn:
    def test_a_cancelled_download_leaves_a_part_and_goes_on_from_there(self, server, folder):
        wanted = downloadable(server.address())
        with pytest.raises(Cancelled):
            download(wanted, folder, cancel_after(100_000))
        assert only_file(folder) == ["thing.onnx.part"]
        kept = part_of(wanted, folder).stat().st_size
        assert 100_000 <= kept < len(CONTENTS)
        told = []
        path = download(wanted, folder, lambda *step: told.append(step))
        assert path.read_bytes() == CONTENTS
        assert server.asked[-1] == ("/file", f"bytes={kept}-")
        assert told[0] == (kept, len(CONTENTS))

    def test_the_range_is_asked_for_behind_a_redirect_too(self, server, folder):
        server.redirects["/raw"] = server.address()
        wanted = downloadable(server.address("/raw"))
        begin(wanted, folder, CONTENTS[:1000])
        assert download(wanted, folder, ignore).read_bytes() == CONTENTS
        assert server.asked[-1] == ("/file", "bytes=1000-")

    def test_a_server_that_ignores_ranges_sends_it_all_again(self, server, folder):
        server.with_ranges = False
        wanted = downloadable(server.address())
        begin(wanted, folder, CONTENTS[:1000])
        assert download(wanted, folder, ignore).read_bytes() == CONTENTS
        assert len(server.asked) == 1

    def test_a_part_of_another_file_is_thrown_away(self, server, folder):
        wanted = downloadable(server.address())
        begin(wanted, folder, b"of last year's file")
        assert download(wanted, folder, ignore).read_bytes() == CONTENTS
        assert [range_ for _, range_ in server.asked] == ["bytes=19-", None]

    def test_a_part_that_is_whole_is_only_checked(self, server, folder):
        wanted = downloadable(server.address())
        begin(wanted, folder, CONTENTS)
        assert download(wanted, folder, ignore).read_bytes() == CONTENTS
        assert server.asked == []

    def test_a_part_longer_than_the_file_is_thrown_away(self, server, folder):
        wanted = downloadable(server.address())
        begin(wanted, folder, CONTENTS + b"more")
        assert download(wanted, folder, ignore).read_bytes() == CONTENTS

    def test_a_server_whose_file_is_shorter_than_the_part_is_not_believed(self, server, folder):
        server.contents = CONTENTS[:500]
        wanted = downloadable(server.address())
        begin(wanted, folder, CONTENTS[:1000])
        with pytest.raises(errors.NotTheFile):
            download(wanted, folder, ignore)
        assert [range_ for _, range_ in server.asked] == ["bytes=1000-", None]


class TestWhatGoesWrong:
    def test_a_wrong_digest_leaves_nothing(self, server, folder):
        server.contents = bytes(len(CONTENTS))
        with pytest.raises(errors.NotTheFile, match=r"127.0.0.1 sends is not Thing"):
            download(downloadable(server.address()), folder, ignore)
        assert only_file(folder) == []

    def test_another_length_is_noticed_before_anything_is_written(self, server, folder):
        server.contents = b"version https://git-lfs.github.com/spec/v1"
        with pytest.raises(errors.NotTheFile):
            download(downloadable(server.address()), folder, ignore)
        assert only_file(folder) == []

    def test_no_more_is_written_than_the_file_is_long(self, server, folder):
        server.contents, server.with_length = bytes(3 * len(CONTENTS)), False
        told = []
        with pytest.raises(errors.NotTheFile):
            download(downloadable(server.address()), folder, lambda done, _: told.append(done))
        assert max(told) == len(CONTENTS)

    def test_a_connection_that_breaks_leaves_the_part(self, server, folder):
        server.breaks_after = 70_000
        wanted = downloadable(server.address())
        with pytest.raises(errors.ConnectionBroken, match="goes on from there"):
            download(wanted, folder, ignore)
        assert part_of(wanted, folder).read_bytes() == CONTENTS[:70_000]

    def test_a_silent_server_is_not_waited_for_without_end(self, server, folder, monkeypatch):
        monkeypatch.setattr(connecting, "_PATIENCE_S", 0.1)
        server.breaks_after, server.silent = 70_000, True
        wanted = downloadable(server.address())
        with pytest.raises(errors.ConnectionBroken):
            download(wanted, folder, ignore)
        assert part_of(wanted, folder).read_bytes() == CONTENTS[:70_000]

    def test_a_refusal_says_where_else_to_get_it(self, server, folder):
        server.status = 404
        with pytest.raises(errors.ServerRefuses, match=r"HTTP 404.*https://example.org/thing"):
            download(downloadable(server.address()), folder, ignore)

    def test_no_server(self, folder):
        with FileServer() as gone:
            address = gone.address()
        with pytest.raises(errors.ServerUnreachable, match=r"127.0.0.1 can't be reached"):
            download(downloadable(address), folder, ignore)

    def test_no_internet(self, folder):
        address = "https://nowhere.invalid/thing.onnx"  # a name that no network may know
        with pytest.raises(errors.ServerUnreachable, match=r"nowhere.invalid can't be reached"):
            download(downloadable(address), folder, ignore)

    def test_a_server_that_speaks_no_http(self, server, folder, monkeypatch):
        monkeypatch.setattr(server.RequestHandlerClass, "send_response", lambda *_: None)
        monkeypatch.setattr(server.RequestHandlerClass, "end_headers", lambda *_: None)
        with pytest.raises(errors.ServerUnreachable):
            download(downloadable(server.address()), folder, ignore)

    def test_a_certificate_that_proves_nothing(self, server, folder, monkeypatch):
        untrusted = urllib.error.URLError(ssl.SSLCertVerificationError("self-signed"))

        def send(*_):
            raise untrusted

        monkeypatch.setattr(connecting, "_send", send)
        with pytest.raises(errors.ServerUntrusted, match="Nothing was downloaded"):
            download(downloadable(server.address()), folder, ignore)

    def test_too_little_room_is_noticed_before(self, server, folder, monkeypatch):
        monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=1000))
        with pytest.raises(errors.NoRoomForDownload, match=r"Thing takes 0.3 MB"):
            download(downloadable(server.address()), folder, ignore)
        assert server.asked == []

    def test_a_disk_that_fills_up_meanwhile(self, server, folder):
        def full(done, _total):
            if done > 100_000:
                raise OSError(errno.ENOSPC, "No space left on device")

        wanted = downloadable(server.address())
        with pytest.raises(errors.NoRoomForDownload):
            download(wanted, folder, full)
        assert download(wanted, folder, ignore).read_bytes() == CONTENTS

    def test_a_folder_that_is_a_file(self, server, folder):
        folder.write_bytes(b"")
        with pytest.raises(errors.FolderNotWritable):
            download(downloadable(server.address()), folder, ignore)


class TestSeveralAddresses:
    def test_the_next_is_tried_where_the_first_refuses(self, server, folder):
        with FileServer() as first:
            first.status = 403
            wanted = downloadable(first.address(), server.address())
            assert download(wanted, folder, ignore).read_bytes() == CONTENTS

    def test_the_next_goes_on_where_the_first_broke_off(self, server, folder):
        with FileServer() as first:
            first.breaks_after = 70_000
            wanted = downloadable(first.address(), server.address())
            assert download(wanted, folder, ignore).read_bytes() == CONTENTS
        assert server.asked == [("/file", "bytes=70000-")]

    def test_what_a_sign_in_page_sent_does_no_harm(self, server, folder):
        with FileServer() as hotel:
            hotel.contents, hotel.with_length = b"<html>Welcome! Please sign in.", False
            wanted = downloadable(hotel.address(), server.address())
            assert download(wanted, folder, ignore).read_bytes() == CONTENTS

    def test_after_a_cancel_none_is_tried(self, server, folder):
        with FileServer() as first:
            wanted = downloadable(first.address(), server.address())
            with pytest.raises(Cancelled):
                download(wanted, folder, cancel_after(1))
        assert server.asked == []


@pytest.mark.parametrize("leads_to", ["http://example.org/thing", "ftp://example.org/thing"])
def test_no_redirect_leads_away_from_encryption(leads_to):
    redirects = connecting._Redirects()
    request = Request("https://example.org/thing")
    answer = BytesIO()
    with pytest.raises(errors.NotEncrypted):
        redirects.redirect_request(request, answer, 302, "Found", HTTPMessage(), leads_to)
    assert answer.closed


def test_an_encrypted_redirect_is_followed():
    redirects = connecting._Redirects()
    request = Request("https://example.org/thing", headers={"Range": "bytes=5-"})
    there = "https://cdn.example.org/thing"
    new = redirects.redirect_request(request, BytesIO(), 302, "Found", HTTPMessage(), there)
    assert (new.full_url, new.get_header("Range")) == (there, "bytes=5-")
