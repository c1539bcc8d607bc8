"""Asks a server for a file, or for the rest of it."""

import re
import ssl
from contextlib import suppress
from dataclasses import dataclass
from http.client import HTTPException, HTTPMessage, HTTPResponse
from typing import IO
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from facedesk import errors
from facedesk.downloads.downloadable import Downloadable, host_of

_PATIENCE_S = 15.0  # between two signs of life
_RANGE_NOT_SATISFIABLE = 416
_PARTIAL = 206
_RANGE = re.compile(r"bytes (\d+)-\d+/(\d+)")


@dataclass(frozen=True)
class Answer:
    """What a server sends. begins: which byte of the file comes first. total: the size of the
    whole file, None where the server does not say.
    """

    response: HTTPResponse
    begins: int
    total: int | None


def ask(address: str, wanted: Downloadable, begin: int) -> Answer:
    """Ask for a file from byte `begin` on. A server may send it from its beginning nevertheless.

    Raises ServerUnreachable, ServerUntrusted, ServerRefuses, NotEncrypted.
    """
    try:
        answer = _answer(_send(address, begin))
    except HTTPError as error:
        error.close()
        if begin and error.code == _RANGE_NOT_SATISFIABLE:  # their file is shorter than our part
            return ask(address, wanted, 0)
        raise _refused(address, wanted, error.code) from error
    except (URLError, HTTPException, OSError) as error:
        if isinstance(getattr(error, "reason", error), ssl.SSLCertVerificationError):
            raise errors.ServerUntrusted(host=host_of(address)) from error
        raise errors.ServerUnreachable(host=host_of(address)) from error
    if answer.begins in (0, begin):
        return answer
    answer.response.close()
    if not begin:
        raise _refused(address, wanted, _PARTIAL)
    return ask(address, wanted, 0)


def _send(address: str, begin: int) -> HTTPResponse:
    headers = {"User-Agent": "facedesk", "Accept-Encoding": "identity"}
    if begin:
        headers["Range"] = f"bytes={begin}-"
    return build_opener(_Redirects).open(Request(address, headers=headers), timeout=_PATIENCE_S)


def _answer(response: HTTPResponse) -> Answer:
    if response.status == _PARTIAL:
        told = _RANGE.match(response.headers.get("Content-Range", ""))
        # Without a range that can be understood, no byte of the answer has a known place.
        return Answer(response, int(told[1]), int(told[2])) if told else Answer(response, -1, None)
    total = None
    with suppress(TypeError, ValueError):
        total = int(response.headers.get("Content-Length"))
    return Answer(response, 0, total)


def _refused(address: str, wanted: Downloadable, status: int) -> errors.ServerRefuses:
    return errors.ServerRefuses(
        host=host_of(address), name=wanted.name, status=status, page=wanted.page
    )


class _Redirects(HTTPRedirectHandler):
    """Follows, but never from an encrypted address to one that is not."""

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        if req.type == "https" and urlsplit(newurl).scheme != "https":
            fp.close()
            raise errors.NotEncrypted(host=host_of(req.full_url))
        return super().redirect_request(req, fp, code, msg, headers, newurl)
