"""A server on this computer that gives a file out, well or badly, over real sockets."""

import hashlib
import re
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from facedesk.downloads.downloadable import Downloadable

CONTENTS = bytes(range(256)) * 1200  # several chunks


class FileServer(ThreadingHTTPServer):
    """contents: what /file gives. Every request's path and range are noted in `asked`.

    with_ranges: whether it understands them. with_length: whether it says how long an answer is.
    breaks_after: how many bytes it sends before it hangs up; silent: whether it stays silent
    instead. status: what it refuses with. redirects: where a path leads.
    """

    daemon_threads = False
    block_on_close = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), _Handler)
        self.contents = CONTENTS
        self.asked = []
        self.with_ranges = True
        self.with_length = True
        self.breaks_after = None
        self.silent = False
        self.status = 200
        self.redirects = {}
        self.closing = threading.Event()
        self._thread = threading.Thread(target=self.serve_forever, args=(0.02,))

    def address(self, path="/file"):
        return f"http://127.0.0.1:{self.server_address[1]}{path}"

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_):
        self.closing.set()
        self.shutdown()
        self.server_close()
        self._thread.join()


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        server = self.server
        server.asked.append((self.path, self.headers.get("Range")))
        if self.path in server.redirects:
            self.send_response(302)
            self.send_header("Location", server.redirects[self.path])
            self.end_headers()
            return
        if server.status != 200:
            self.send_error(server.status)
            return
        begin = self._begin() if server.with_ranges else 0
        if begin is not None and begin >= len(server.contents):
            self.send_error(416)
            return
        self._send(begin)

    def _begin(self):
        told = re.fullmatch(r"bytes=(\d+)-", self.headers.get("Range", "bytes=0-"))
        return int(told[1])

    def _send(self, begin):
        server = self.server
        data = server.contents[begin:]
        self.send_response(206 if begin else 200)
        if begin:
            total = len(server.contents)
            self.send_header("Content-Range", f"bytes {begin}-{total - 1}/{total}")
        if server.with_length:
            self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if server.breaks_after is None:
            self.wfile.write(data)
            return
        self.wfile.write(data[: server.breaks_after])
        self.wfile.flush()
        if server.silent:
            server.closing.wait(60)
        self.close_connection = True

    def log_message(self, *_):
        """Say nothing."""


def downloadable(*addresses, **changes):
    """What the server's file should be."""
    values = {
        "name": "Thing",
        "file": "thing.onnx",
        "addresses": addresses,
        "size": len(CONTENTS),
        "sha256": hashlib.sha256(CONTENTS).hexdigest(),
        "licence": "MIT",
        "page": "https://example.org/thing",
    }
    return Downloadable(**(values | changes))
