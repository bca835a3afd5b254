"""A place on a server of its own, as docs/hosting.md makes it: its database, its settings, and its commands."""

from __future__ import annotations

import json
import os
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from pathlib import Path

import psycopg

from local.postgres.process import comes_true, end_with_parent
from local.postgres.server import Server
from testing.database import ROOT
from testing.hosting import blocks, environment
from testing.place import free_port

HOST = "feeding.example.org"
SECONDS_TO_BE_UP = 120
AREA, NEIGHBOURHOOD = "E06000042", "E01016831"


@dataclass
class Hosted:
    """A place on a server of its own, as the page makes it."""

    url: str
    folder: Path
    environment: Mapping[str, str]
    failed: list[str] = field(default_factory=list)
    said: str = ""

    def kith(self, *arguments: str, url: str = "", **more: str) -> int:
        """Run a command of Kith; its exit code, and what it said in `said`."""
        found = subprocess.run(
            [sys.executable, "-m", "kith.config.cli", *arguments],
            cwd=ROOT,
            env={**self.environment, "DATABASE_URL": url or self.url, **more},
            capture_output=True,
            text=True,
            check=False,
        )
        self.said = found.stdout + found.stderr
        return found.returncode

    def expect(self, what: str, *, is_right: bool) -> None:
        """Note what is not as the page promises; a traceback never is."""
        if not is_right or "Traceback" in self.said:
            self.failed.append(what)
            print(f"  NOT AS PROMISED: {what}\n{self.said[-1500:]}")

    @contextmanager
    def up(self) -> Iterator[int]:
        """The place behind `kith up`; the port that it listens on, where health is asked already."""
        port = free_port()
        with subprocess.Popen(
            [sys.executable, "-m", "kith.config.cli", "up"],
            cwd=ROOT,
            env={**self.environment, "DATABASE_URL": self.url, "PORT": str(port)},
            stdout=subprocess.DEVNULL,
            preexec_fn=end_with_parent(signal.SIGTERM),  # noqa: PLW1509  # two system calls, and no thread runs yet
        ) as up:
            try:
                comes_true(lambda: up.poll() is not None or asked(port, "GET", "/healthz")[0] == 200, SECONDS_TO_BE_UP)
                self.expect("kith up serves it", is_right=asked(port, "GET", "/healthz")[0] == 200)
                yield port
            finally:
                up.terminate()


def prepared(text: str, server: Server, folder: Path, mail_url: str) -> Hosted:
    """The database as the page's SQL makes it, its settings, and small files to load."""
    (script,) = [block.text for block in blocks(text) if block.language == "sql"]
    with psycopg.connect(server.url_of("postgres", as_owner=True), autocommit=True) as connection:
        for statement in script.replace("DATABASE kith ", "DATABASE hosted ").strip().split(";\n"):
            # The server of a laptop has the three roles already.
            with suppress(psycopg.errors.DuplicateObject):
                connection.execute(statement.rstrip(";"))
    (folder / "backups").mkdir()
    _write_ground(folder)
    url = server.url_of("hosted")
    keys = {name: secrets.token_urlsafe(48) for name in ("KITH_SECRET_KEY", "KITH_AUDIT_KEY")}
    own = {"KITH_VAR": str(folder / "data"), "KITH_EMAIL_URL": mail_url, "DATABASE_URL": url}
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("KITH_", "PG", "DJANGO"))}
    return Hosted(url, folder, plain | environment(text) | keys | own)


def _write_ground(folder: Path) -> None:
    ring = [[-0.76, 52.04], [-0.75, 52.04], [-0.75, 52.05], [-0.76, 52.05], [-0.76, 52.04]]
    named = {"LSOA21CD": NEIGHBOURHOOD, "LSOA21NM": "Milton Keynes 001A", "LAD25CD": AREA}
    feature = {"type": "Feature", "properties": named, "geometry": {"type": "Polygon", "coordinates": [ring]}}
    (folder / "areas").mkdir()
    (folder / "areas/lsoa.geojson").write_text(
        json.dumps({"type": "FeatureCollection", "features": [feature]}), "utf-8"
    )
    (folder / "postcodes.csv").write_text(f"postcode,laua,lat,long\nMK9 3EJ,{AREA},52.04,-0.76\n", "utf-8")


def fresh(server: Server, name: str) -> str:
    """The address of an empty database on this server."""
    with psycopg.connect(server.url_of("postgres", as_owner=True), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} OWNER kith TEMPLATE template0 LC_CTYPE 'C.UTF-8'")
    return server.url_of(name)


@contextmanager
def own_server() -> Iterator[Server]:
    """A PostgreSQL of its own, which is thrown away at the end."""
    home = Path(tempfile.mkdtemp(prefix="kith-hosting-", dir="/var/tmp"))
    home.chmod(0o755)
    server = Server(home)
    try:
        server.start()
        yield server
    finally:
        server.stop()
        shutil.rmtree(home, ignore_errors=True)


def asked(port: int, method: str, path: str) -> tuple[int, str]:
    """The status and where it leads, asked as the proxy of the page asks."""
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    headers = {
        "Host": HOST,
        "X-Forwarded-Proto": "https",
        "X-Forwarded-For": "192.0.2.1",
        "Sec-Fetch-Site": "same-origin",
    }
    try:
        connection.request(method, path, headers=headers)
        answer = connection.getresponse()
        return answer.status, answer.getheader("Location") or ""
    except (OSError, HTTPException):
        return 0, ""
    finally:
        connection.close()
