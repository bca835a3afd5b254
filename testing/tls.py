"""The proxy of docs/hosting.md, for a browser of tests: it speaks TLS to the outside, and says so behind."""

from __future__ import annotations

import ssl
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from testing.mail import SECONDS_TO_NOTICE_ITS_END

# What belongs to one connection and not to what is carried.
_OF_THE_LINE = {"connection", "keep-alive", "transfer-encoding", "x-forwarded-for", "x-forwarded-proto"}


@contextmanager
def proxy(host: str, port: int, folder: Path) -> Iterator[int]:
    """A proxy with a certificate of its own for this host, before the place on this port; the port it listens on."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*_certificate(host, folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), _carrier(port)) as server:
        server.daemon_threads = True
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
        threading.Thread(target=server.serve_forever, args=[SECONDS_TO_NOTICE_ITS_END], daemon=True).start()
        yield int(server.server_address[1])
        server.shutdown()


def _carrier(port: int) -> type[BaseHTTPRequestHandler]:
    class Carrier(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def carry(self) -> None:
            """Carry the request on, whole, and its answer back, whole: the proxy buffers."""
            sent = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            headers = {name: value for name, value in self.headers.items() if name.lower() not in _OF_THE_LINE}
            behind = HTTPConnection("127.0.0.1", port, timeout=60)
            more = {"X-Forwarded-For": self.client_address[0], "X-Forwarded-Proto": "https"}
            behind.request(self.command, self.path, sent or None, headers | more)
            answer = behind.getresponse()
            body = answer.read()
            behind.close()
            self.send_response_only(answer.status, answer.reason)
            for name, value in answer.getheaders():
                if name.lower() not in _OF_THE_LINE | {"content-length"}:
                    self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(b"" if self.command == "HEAD" else body)

        do_GET = do_POST = do_HEAD = carry  # noqa: N815  # the library's names

        def log_message(self, *_: object) -> None:
            """Stay silent, as the page's proxy does."""

    return Carrier


def _certificate(host: str, folder: Path) -> tuple[Path, Path]:
    made, key = folder / "certificate.pem", folder / "certificate.key"
    words = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    words += ["-subj", f"/CN={host}", "-addext", f"subjectAltName=DNS:{host}", "-days", "2"]
    subprocess.run([*words, "-keyout", str(key), "-out", str(made)], check=True, capture_output=True)
    return made, key
