"""One request to a WSGI application in this process, with no socket between."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from io import BytesIO
from typing import Any
from urllib.parse import unquote, urlencode
from wsgiref.util import setup_testing_defaults

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes
    cookies: dict[str, str] = field(default_factory=dict)


def call(
    application: Application,
    address: str,
    form: dict[str, str] | None = None,
    *,
    encodings: str = "identity",
    cookies: str = "",
) -> Answer:
    """GET the address, or POST the form to it, as a browser of this machine would."""
    path, _, query = address.partition("?")
    body = urlencode(form or {}).encode()
    environ: dict[str, Any] = {
        "REQUEST_METHOD": "GET" if form is None else "POST",
        "PATH_INFO": unquote(path),
        "QUERY_STRING": query,
        "REMOTE_ADDR": "127.0.0.1",
        "HTTP_HOST": "127.0.0.1:8000",
        "HTTP_ACCEPT_ENCODING": encodings,
        "CONTENT_TYPE": "application/x-www-form-urlencoded",
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.input": BytesIO(body),
    }
    if cookies:
        environ["HTTP_COOKIE"] = cookies
    if form is not None:
        environ["HTTP_ORIGIN"] = "http://127.0.0.1:8000"
    setup_testing_defaults(environ)
    said: list[tuple[int, dict[str, str]]] = []
    given = SimpleCookie()

    def start_response(status: str, headers: list[tuple[str, str]], _error: object = None) -> None:
        said.append((int(status[:3]), dict(headers)))
        for name, value in headers:
            if name == "Set-Cookie":
                given.load(value)

    chunks = application(environ, start_response)
    try:
        content = b"".join(chunks)
    finally:
        if hasattr(chunks, "close"):
            chunks.close()
    return Answer(said[0][0], said[0][1], content, {name: each.value for name, each in given.items()})
