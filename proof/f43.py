"""F43: docs/hosting.md, its commands run in their order on an empty server, ends in a running place.

What only root or another program can do is named in `testing/hosting.py`. The control: answers with a hole make
nothing at all, and say every hole.
"""

from __future__ import annotations

import json
import os
import re
import secrets
import shlex
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from pathlib import Path

import psycopg

from local.postgres.server import Server
from proof.figures import Outcome, figure
from testing.database import ROOT
from testing.hosting import PAGE, blocks, commands, environment, why_not_run
from testing.place import free_port

HOST = "feeding.example.org"
SECONDS_TO_BE_UP = 120
AREA, NEIGHBOURHOOD = "E06000042", "E01016831"
_MADE = "SELECT (SELECT count(*) FROM places_place) + count(*) FROM platform_account"


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


@figure("F43", claim="hosting, command by command: from an empty server to a place that runs, is backed up and proven")
def run() -> Outcome:
    """Run every command of the page that can be run, then what must be refused."""
    text = PAGE.read_text("utf-8")
    lines = [each for each in commands(text) if not why_not_run(each)]
    with _server() as server, _mail() as mail, tempfile.TemporaryDirectory(prefix="kith-hosting-") as folder:
        hosted = _prepared(text, server, Path(folder), mail)
        control = _hole_makes_nothing(hosted)
        for line in lines:
            _follow(hosted, line, server)
        refused = _refusals(hosted, server)
        _comes_up(hosted)
    return Outcome(n=len(lines) + refused + 3, failed=len(hosted.failed), control=control)


def _follow(hosted: Hosted, line: str, server: Server) -> None:
    """Run one line of the page, with our folders for its own."""
    words = [_here(hosted, word) for word in shlex.split(line)[1:]]
    other = ""
    if words[:2] == ["backup", "restore"]:
        other = _fresh(server, f"restored_{len(hosted.failed)}")
    code = hosted.kith(*words, url=other)
    if words[:2] == ["place", "remove-demonstration"]:  # it is none
        hosted.expect(line, is_right=code == 1 and "no demonstration" in hosted.said)
    elif words[0] == "doctor":
        hosted.expect(line, is_right=code == 0 and "is well" in hosted.said)
    else:
        hosted.expect(line, is_right=code == 0)


def _here(hosted: Hosted, word: str) -> str:
    """A path of the page as it is called here."""
    if word.endswith("NEWEST.dump"):
        return str(max((hosted.folder / "backups").glob("*.dump")))
    if word == "/srv/kith/answers.toml":
        return str(ROOT / "docs/answers.toml")
    word = word.replace("/srv/kith/kith/", f"{ROOT}/")
    return word.replace("/srv/kith/", f"{hosted.folder}/")


def _hole_makes_nothing(hosted: Hosted) -> bool:
    """Whether answers with holes are refused all at once, before and after the database is laid out."""
    bad = hosted.folder / "hole.toml"
    text = (ROOT / "docs/answers.toml").read_text("utf-8")
    bad.write_text(
        text.replace("01632 960911", "01908 99").replace(AREA, "E06000099").replace("ada.osei@", ""), "utf-8"
    )
    code = hosted.kith("place", "new", "--answers", str(bad))
    is_refused = code == 1 and hosted.said.count("\n  - ") == 3 and "Traceback" not in hosted.said
    with psycopg.connect(hosted.url) as connection:
        row = connection.execute(
            "SELECT (SELECT count(*) FROM places_place) + count(*) FROM platform_account"
        ).fetchone()
    return is_refused and row == (0,)


def _refusals(hosted: Hosted, server: Server) -> int:
    """What must be refused in a sentence; how many there are."""
    answers = str(ROOT / "docs/answers.toml")
    demonstration = _fresh(server, "demonstration")
    plain = {name: value for name, value in hosted.environment.items() if not name.startswith("KITH_")}
    keys = {name: hosted.environment[name] for name in ("KITH_SECRET_KEY", "KITH_AUDIT_KEY")}
    invented = Hosted(
        demonstration, hosted.folder, plain | keys | {"KITH_DEMONSTRATION": "1", "KITH_VAR": str(hosted.folder / "d")}
    )
    tries = [
        (hosted, ("place", "new", "--answers", answers), {}, "begun in this database already"),
        (hosted, ("load", "starter", str(ROOT / "kith/library/starter")), {}, ""),
        (hosted, ("doctor",), {"KITH_SITE_ULR": "x"}, "Did you mean KITH_SITE_URL"),
        (hosted, ("migrate",), {}, "kith django"),
        (
            invented,
            ("demo", "build", "--families", "30"),
            {"DATABASE_URL": hosted.url},
            "anybody could sign in as anybody",
        ),
    ]
    for place, words, more, said in tries:
        code = place.kith(
            *words, url=more.get("DATABASE_URL", ""), **{k: v for k, v in more.items() if k != "DATABASE_URL"}
        )
        place.expect(" ".join(words), is_right=(code == 1 and said in place.said) if said else code == 0)
    _demonstration_goes(invented, hosted)
    hosted.failed += invented.failed
    return len(tries) + 4


def _demonstration_goes(invented: Hosted, hosted: Hosted) -> None:
    """A demonstration is well, refuses to become real, and goes by one command; then a real place begins there."""
    invented.kith("django", "migrate", "--verbosity=0")
    code = invented.kith("demo", "build", "--families", "30")
    invented.expect("a demonstration is built", is_right=code == 0)
    invented.expect("doctor is green on it", is_right=invented.kith("doctor") == 0)
    code = hosted.kith("load", "areas", "/nowhere", url=invented.url)
    hosted.expect("no real place by its database", is_right=code == 1 and "holds the demonstration" in hosted.said)
    code = invented.kith("place", "remove-demonstration", "--yes")
    invented.expect("it goes", is_right=code == 0)
    code = hosted.kith("place", "new", "--answers", str(ROOT / "docs/answers.toml"), url=invented.url)
    hosted.expect("a real place begins where it was", is_right=code == 0)


def _comes_up(hosted: Hosted) -> None:
    """`kith up` serves the place as the proxy asks, and the administrator's link leads to a second factor."""
    hosted.kith("place", "administrator-link")
    link = re.search(rf"https://{HOST}(/desk/begin/\S+/)", hosted.said)
    port = free_port()
    with subprocess.Popen(
        [sys.executable, "-m", "kith.config.cli", "up"],
        cwd=ROOT,
        env={**hosted.environment, "DATABASE_URL": hosted.url, "PORT": str(port)},
        stdout=subprocess.DEVNULL,
    ) as up:
        try:
            deadline = time.monotonic() + SECONDS_TO_BE_UP
            while _ask(port, "GET", "/healthz")[0] != 200 and time.monotonic() < deadline and up.poll() is None:
                time.sleep(0.2)
            hosted.expect("kith up serves it", is_right=_ask(port, "GET", "/healthz")[0] == 200)
            path = link[1] if link else "/"
            hosted.expect("the link opens", is_right=_ask(port, "GET", path)[0] == 200)
            hosted.expect("it lets in", is_right=_ask(port, "POST", path) == (303, "/desk/security/"))
            hosted.expect("it does so once", is_right=_ask(port, "POST", path)[0] == 410)
        finally:
            up.terminate()


def _ask(port: int, method: str, path: str) -> tuple[int, str]:
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


def _prepared(text: str, server: Server, folder: Path, mail: int) -> Hosted:
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
    own = {"KITH_VAR": str(folder / "data"), "KITH_EMAIL_URL": f"smtp://127.0.0.1:{mail}", "DATABASE_URL": url}
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


def _fresh(server: Server, name: str) -> str:
    with psycopg.connect(server.url_of("postgres", as_owner=True), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} OWNER kith TEMPLATE template0 LC_CTYPE 'C.UTF-8'")
    return server.url_of(name)


@contextmanager
def _server() -> Iterator[Server]:
    home = Path(tempfile.mkdtemp(prefix="kith-hosting-", dir="/var/tmp"))
    home.chmod(0o755)
    server = Server(home)
    try:
        server.start()
        yield server
    finally:
        server.stop()
        shutil.rmtree(home, ignore_errors=True)


@contextmanager
def _mail() -> Iterator[int]:
    """A port that takes connections, as a mail server's does."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield int(listening.getsockname()[1])
