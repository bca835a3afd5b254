"""Stand-ins for those who carry messages, on real sockets, as strict as the real ones."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit
from uuid import uuid4

from notifications_python_client.authentication import decode_jwt_token, get_token_issuer

from kith.messages.models import Message
from testing.mail import SECONDS_TO_NOTICE_ITS_END

SERVICE, SECRET, TEMPLATE = str(uuid4()), str(uuid4()), str(uuid4())
KEY = f"kith-{SERVICE}-{SECRET}"


@dataclass
class FakeNotify:
    """What Notify received; ``answers`` are status codes to give before accepting, 0 accepts and then hangs up."""

    url: str = ""
    texts: list[dict[str, Any]] = field(default_factory=list)
    answers: list[int] = field(default_factory=list)


class NotifyHandler(BaseHTTPRequestHandler):
    """Answers as Notify does; checks the token by the client's own decoder, on the service's secret."""

    state: FakeNotify

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if not self.is_signed():
            return self.refuse(403)
        status = self.state.answers.pop(0) if self.state.answers else 201
        if status not in (0, 201) or not self.is_whole(body):
            return self.refuse(status if status not in (0, 201) else 400)
        self.state.texts.append({"id": str(uuid4()), **body})
        if status == 0:
            return self.connection.close()
        return self.answer(201, {"id": self.state.texts[-1]["id"], "reference": body["reference"]})

    def do_GET(self) -> None:
        asked = parse_qs(urlsplit(self.path).query)["reference"][0]
        found = [each for each in self.state.texts if each["reference"] == asked]
        return self.answer(200, {"notifications": found}) if self.is_signed() else self.refuse(403)

    def is_signed(self) -> bool:
        token = self.headers["Authorization"].removeprefix("Bearer ")
        return bool(get_token_issuer(token) == SERVICE and decode_jwt_token(token, SECRET))

    def is_whole(self, body: dict[str, Any]) -> bool:
        wanted = {"phone_number", "template_id", "personalisation", "reference"}
        is_known = self.path == "/v2/notifications/sms" and body.get("template_id") == TEMPLATE
        return is_known and set(body) == wanted and set(body["personalisation"]) == {"text"}

    def refuse(self, status: int) -> None:
        self.answer(status, {"status_code": status, "errors": [{"error": "Error", "message": "refused"}]})

    def answer(self, status: int, body: dict[str, Any]) -> None:
        content = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Nothing is printed."""


@contextmanager
def fake_notify() -> Iterator[FakeNotify]:
    """A Notify on a loopback port."""
    state = FakeNotify()
    handler = type("Handler", (NotifyHandler,), {"state": state})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        state.url = f"http://127.0.0.1:{server.server_port}"
        threading.Thread(target=server.serve_forever, args=[SECONDS_TO_NOTICE_ITS_END], daemon=True).start()
        yield state
        server.shutdown()


def facts_of(kind: str) -> dict[str, object]:
    """What the last message of this kind was told, for tests of other rooms."""
    return all_facts_of(kind)[-1]


def all_facts_of(kind: str) -> list[dict[str, object]]:
    """What each message of this kind was told, oldest first."""
    return [dict(row.facts) for row in Message.objects.filter(kind=kind).order_by("pk")]
