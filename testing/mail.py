"""A mail server for tests, on a real socket: it takes every mail and keeps it."""

import smtplib
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

# The library's own half second would be waited for after each test.
SECONDS_TO_NOTICE_ITS_END = 0.02


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
            """Talk until the client has gone, with a word or without one: `kith doctor` only knocks."""
            with suppress(ConnectionError):
                self.talk()

        def talk(self) -> None:
            """Take what is sent."""
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
                    self.say("221 bye")
                    break
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
        threading.Thread(target=server.serve_forever, args=[SECONDS_TO_NOTICE_ITS_END], daemon=True).start()
        yield state
        server.shutdown()
