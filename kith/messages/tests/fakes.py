"""Stand-ins for those who carry messages, on real sockets, as strict as the real ones."""

import json
import smtplib
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit
from uuid import uuid4

from notifications_python_client.authentication import decode_jwt_token, get_token_issuer

SERVICE, SECRET, TEMPLATE = str(uuid4()), str(uuid4()), str(uuid4())
KEY = f"kith-{SERVICE}-{SECRET}"


@dataclass
class FakeNotify:
    """What Notify received; ``answers`` are status codes to give before accepting, 0 accepts and then hangs up."""

    url: str = ""
    texts: list[dict[str, Any]] = field(default_factory=list)
    answers: list[int] = field(default_factory=list)


@contextmanager
def fake_notify() -> Iterator[FakeNotify]:
    """A Notify that checks the token as the real one does: its client's own decoder, on the service's secret."""
    state = FakeNotify()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            if not self.is_signed():
                return None
            status = state.answers.pop(0) if state.answers else 201
            if status in (0, 201):
                if self.path != "/v2/notifications/sms" or set(body) < {"phone_number", "template_id", "reference"}:
                    return self.answer(400, error("BadRequestError", "unexpected"))
                if body["template_id"] != TEMPLATE or set(body["personalisation"]) != {"text"}:
                    return self.answer(400, error("BadRequestError", "Missing personalisation: text"))
                state.texts.append({"id": str(uuid4()), **body})
                if status == 0:
                    return self.connection.close()
                return self.answer(201, {"id": state.texts[-1]["id"], "reference": body["reference"]})
            return self.answer(status, error("Error", "refused"))

        def do_GET(self) -> None:
            if not self.is_signed():
                return
            asked = parse_qs(urlsplit(self.path).query)["reference"][0]
            self.answer(200, {"notifications": [each for each in state.texts if each["reference"] == asked]})

        def is_signed(self) -> bool:
            token = self.headers["Authorization"].removeprefix("Bearer ")
            known = get_token_issuer(token) == SERVICE and decode_jwt_token(token, SECRET)
            if not known:
                self.answer(403, error("AuthError", "Invalid token"))
            return bool(known)

        def answer(self, status: int, body: dict[str, Any]) -> None:
            content = json.dumps(body).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            """Nothing is printed."""

    def error(kind: str, message: str) -> dict[str, Any]:
        return {"status_code": 400, "errors": [{"error": kind, "message": message}]}

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        state.url = f"http://127.0.0.1:{server.server_port}"
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield state
        server.shutdown()


@dataclass
class FakeMailServer:
    """What a mail server received; ``refusals`` are codes for the next recipients."""

    url: str = ""
    mails: list[str] = field(default_factory=list)
    refusals: list[int] = field(default_factory=list)


@contextmanager
def fake_mail_server() -> Iterator[FakeMailServer]:
    """A mail server that speaks as much SMTP (RFC 5321) as a client needs."""
    state = FakeMailServer()

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            self.say("220 fake ready")
            while line := self.rfile.readline().decode().strip():
                verb = line.split(" ")[0].upper()
                if verb == "DATA":
                    self.say("354 go on")
                    state.mails.append(self.content())
                    self.say("250 taken")
                elif verb == "RCPT" and state.refusals:
                    self.say(f"{state.refusals.pop(0)} no")
                elif verb == "QUIT":
                    return self.say("221 bye")
                else:
                    self.say("250 fine")

        def content(self) -> str:
            lines = []
            while (line := self.rfile.readline()) != b".\r\n":
                lines.append(line.removeprefix(b".") if line.startswith(b"..") else line)
            return b"".join(lines).decode()

        def say(self, text: str) -> None:
            self.wfile.write(f"{text}{smtplib.CRLF}".encode())

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        state.url = f"smtp://127.0.0.1:{server.server_address[1]}"
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield state
        server.shutdown()
