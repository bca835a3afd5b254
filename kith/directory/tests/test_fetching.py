"""A feed is read over the wire: all of it or nothing, whatever stands at the other end."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socket import socket
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core.management import CommandError

from kith.directory.actions.feeds import fetching
from kith.directory.models.feeds import ChangeReview
from kith.directory.models.listings import Service
from kith.directory.tests.feeds import a_record
from kith.directory.tests.listings import an_organisation
from kith.directory.tests.test_feed_in import load

pytestmark = pytest.mark.django_db
Answer = Callable[[BaseHTTPRequestHandler], None]
RECORDS = {each["id"]: each for each in (a_record(number) for number in range(1, 6))}


def send(
    wire: BaseHTTPRequestHandler, value: Any, *, status: int = 200, kind: str = "application/json", to: str = ""
) -> None:
    content = value if isinstance(value, bytes) else json.dumps(value).encode()
    wire.send_response(status)
    wire.send_header("Content-Type", kind)
    wire.send_header("Content-Length", str(len(content)))
    if to:
        wire.send_header("Location", to)
    wire.end_headers()
    wire.wfile.write(content)


def feed(wire: BaseHTTPRequestHandler) -> None:
    """Five services, two on a page."""
    asked = urlsplit(wire.path)
    name = asked.path.removeprefix("/feed/services").strip("/")
    if name:
        send(wire, RECORDS[name])
        return
    page = int(parse_qs(asked.query)["page"][0])
    contents = list(RECORDS.values())[2 * page - 2 : 2 * page]
    send(wire, {"total_pages": 3, "page_number": page, "contents": contents})


@contextmanager
def served(answer: Answer) -> Iterator[str]:
    """A directory on this machine that answers like this."""

    class Wire(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            try:
                answer(self)
            except OSError:
                self.close_connection = True  # whoever asked has gone

        def log_message(self, *_args: Any) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Wire) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/feed"
        finally:
            server.shutdown()
            thread.join()


@pytest.mark.parametrize("ending", ["", "/", "/services", "/services?page=2"])
def test_every_page_and_every_service_is_fetched_from_whichever_address_of_the_feed(ending: str) -> None:
    an_organisation("Council")
    with served(feed) as address:
        assert "5 accepted" in load(address + ending, "--accept")
        assert Service.objects.count() == 5
        assert "nothing would change" in load(address + ending)


def test_a_feed_that_has_moved_is_followed() -> None:
    an_organisation("Council")
    with served(feed) as new:

        def moved(wire: BaseHTTPRequestHandler) -> None:
            send(wire, {}, status=301, to=new.removesuffix("/feed") + wire.path)

        with served(moved) as old:
            assert "5 accepted" in load(old, "--accept")


def circle(wire: BaseHTTPRequestHandler) -> None:
    send(wire, {}, status=302, to=wire.path)


def into_this_machine(wire: BaseHTTPRequestHandler) -> None:
    send(wire, {}, status=302, to="file:///etc/hostname")


def out_of_the_web(wire: BaseHTTPRequestHandler) -> None:
    send(wire, {}, status=302, to="ftp://example.org/feed")


def endless(wire: BaseHTTPRequestHandler) -> None:
    send(wire, {"total_pages": 1_999, "page_number": 1, "contents": list(RECORDS.values())})


def far_too_many_pages(wire: BaseHTTPRequestHandler) -> None:
    send(wire, {"total_pages": 10**12, "contents": [a_record(1)]})


def a_web_page(wire: BaseHTTPRequestHandler) -> None:
    send(wire, b"<h1>Our services</h1>", kind="text/html; charset=utf-8")


def no_json(wire: BaseHTTPRequestHandler) -> None:
    send(wire, b"{")


def no_list(wire: BaseHTTPRequestHandler) -> None:
    send(wire, {"version": "HSDS-UK-3.0"})


def broken(wire: BaseHTTPRequestHandler) -> None:
    send(wire, {}, status=503)


def broken_at_the_last(wire: BaseHTTPRequestHandler) -> None:
    if wire.path.endswith(list(RECORDS)[-1]):
        send(wire, {}, status=500)
    else:
        feed(wire)


def cut_off(wire: BaseHTTPRequestHandler) -> None:
    wire.send_response(200)
    wire.send_header("Content-Type", "application/json")
    wire.send_header("Content-Length", "1000")
    wire.end_headers()
    wire.wfile.write(b'{"contents": [')
    wire.close_connection = True


def silent(wire: BaseHTTPRequestHandler) -> None:
    HELD.wait(5)
    send(wire, {})


def dripping(wire: BaseHTTPRequestHandler) -> None:
    wire.send_response(200)
    wire.send_header("Content-Type", "application/json")
    wire.end_headers()
    while not HELD.wait(0.05):
        wire.wfile.write(b" ")


def huge(wire: BaseHTTPRequestHandler) -> None:
    wire.send_response(200)
    wire.send_header("Content-Type", "application/json")
    wire.end_headers()
    while not HELD.is_set():
        wire.wfile.write(b" " * 10_000)


HELD = threading.Event()


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (circle, "cannot be read"),
        (into_this_machine, "Redirection to url 'file:///etc/hostname' is not allowed"),
        (out_of_the_web, "leads to ftp://example.org/feed, which is not a web address"),
        (endless, "page 2 says again what was said before; the feed has no end"),
        (far_too_many_pages, "more than 2,000 pages"),
        (a_web_page, "not JSON but text/html; give the address of the feed, not of its pages"),
        (no_json, "not readable as JSON"),
        (no_list, "not a page of a list; give the address that /services hangs on"),
        (broken, "cannot be read (HTTP Error 503"),
        (broken_at_the_last, "cannot be read (HTTP Error 500"),
        (cut_off, "not readable as JSON"),
        (silent, "cannot be read (timed out)"),
        (dripping, "not all there after 0.3 seconds"),
        (huge, "larger than 200,000 bytes"),
    ],
    ids=lambda each: getattr(each, "__name__", ""),
)
def test_what_cannot_be_read_is_said_and_nothing_is_half_loaded(
    monkeypatch: pytest.MonkeyPatch, answer: Answer, words: str
) -> None:
    an_organisation("Council")
    monkeypatch.setattr(fetching, "SECONDS", 0.3)
    monkeypatch.setattr(fetching, "LARGEST", 200_000)
    HELD.clear()
    with served(answer) as address:
        try:
            with pytest.raises(CommandError) as refused:
                load(address, "--accept")
        finally:
            HELD.set()
        assert words in str(refused.value)
        assert address in str(refused.value)
    assert (ChangeReview.objects.count(), Service.objects.count()) == (0, 0)


def test_a_whole_visit_has_its_time_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "SECONDS_IN_ALL", 0)
    with served(feed) as address, pytest.raises(CommandError, match="the feed was not all there after 0 seconds"):
        load(address)


def test_where_nobody_listens_that_is_said() -> None:
    with closing(socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(CommandError, match="cannot be read"):
        load(f"http://127.0.0.1:{port}/feed")
