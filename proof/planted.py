"""The place with a tracker planted in every page, for the control of F25."""

from collections.abc import Callable, Iterable
from typing import Any

from kith.config.wsgi import application as clean

StartResponse = Callable[..., Any]
PLANTED = b'<img src="http://tracker.invalid/pixel.gif" alt=""><script>localStorage.setItem("seen", "1")</script>'


def application(environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
    """Answer as the place does, with the tracker in it and nothing that would stop it."""
    environ["HTTP_ACCEPT_ENCODING"] = "identity"
    told: list[Any] = []

    def note(status: str, headers: list[tuple[str, str]], _problem: object = None, /) -> Callable[[bytes], object]:
        told.extend([status, headers])
        return lambda _body: None

    body = b"".join(clean(environ, note))
    headers = [(name, value) for name, value in told[1] if name.lower() != "content-security-policy"]
    if any(name.lower() == "content-type" and value.startswith("text/html") for name, value in headers):
        body = body.replace(b"</body>", PLANTED + b"</body>")
        headers = [(name, value) for name, value in headers if name.lower() != "content-length"]
        headers.append(("Set-Cookie", "tracker=1; Path=/"))
    start_response(told[0], headers)
    return [body]
