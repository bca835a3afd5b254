"""Pages that were drawn before, on a small server with the front end's files: a browser looks, no place runs."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from socketserver import ThreadingMixIn
from typing import TYPE_CHECKING
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from whitenoise import WhiteNoise  # type: ignore[import-untyped]

from testing.mail import SECONDS_TO_NOTICE_ITS_END

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

BUILT = Path(__file__).resolve().parent.parent / "kith/static/built"
AN_HOUR = 3600


class _Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class _Silent(WSGIRequestHandler):
    def log_message(self, *_: object) -> None:
        """Stay silent."""


@contextmanager
def standing(pages: Mapping[str, str]) -> Iterator[str]:
    """The address of a server of these pages, each by its path."""

    def page(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        found = pages.get(environ["PATH_INFO"])
        start("404 Not Found" if found is None else "200 OK", [("Content-Type", "text/html; charset=utf-8")])
        return [(found or "").encode()]

    files = WhiteNoise(page, root=BUILT, prefix="static/", max_age=AN_HOUR)
    with make_server("127.0.0.1", 0, files, _Server, _Silent) as server:
        threading.Thread(target=server.serve_forever, args=[SECONDS_TO_NOTICE_ITS_END], daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
