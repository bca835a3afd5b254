"""F40: misspelt words of four languages outside ASCII are found in new data folders and in those made before."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from unittest.mock import patch

from local.postgres import letters
from local.postgres.backup import Checksum, checksums
from local.postgres.server import Server
from local.postgres.use import Use
from proof.figures import Outcome, figure
from testing.database import environment
from testing.machine import ROOT

OUTSIDE_ASCII = {"ar", "ur", "bn", "pa"}
KILLED_AFTER_SECONDS = (0.3, 0.8, 1.5, 2.5, 4.0, 6.0, 9.0, 12.0)
DJANGO = "import django, json; django.setup(); from kith.directory.tests import slips; "
REBUILD = """
import sys
from pathlib import Path
from local.postgres.use import serving
with serving(Path(sys.argv[1])):
    pass
"""


@figure("F40", claim="misspelt Arabic, Urdu, Bengali and Punjabi words are found, also where the data are made anew")
def run() -> Outcome:
    """Ask a new data folder and an old one; kill what makes the old one anew, let it be made, and ask again."""
    with tempfile.TemporaryDirectory(prefix="kith-letters-", dir="/var/tmp") as home:
        Path(home).chmod(0o755)
        new, before = Server(Path(home) / "new"), Server(Path(home) / "before", say=lambda words: print(f"  {words}"))
        with patch.object(letters, "ctype", lambda: None):
            before.start()
        new.start()
        try:
            for server in (new, before):
                _list_words(server)
            control = _found(before) & OUTSIDE_ASCII
            original = _rows(before)
            before.stop()
            lost, kills = _killed_at_any_time(before, original)
            with Use(before):
                missing = [*OUTSIDE_ASCII - _found(new), *OUTSIDE_ASCII - _found(before)]
                lost += _rows(before) != original
        finally:
            new.stop()
            before.stop()
    print(f"  killed {kills} times while it made the data anew: lost or changed something {lost} times")
    print(
        f"  not found: {', '.join(missing) or 'none'}; control: in the old folder as it was, {len(control)} are found"
    )
    return Outcome(n=2 * len(OUTSIDE_ASCII) + kills + 1, failed=len(missing) + lost, control=not control)


def _killed_at_any_time(server: Server, original: dict[str, Checksum]) -> tuple[int, int]:
    """How often something was missing after a kill, and how many kills there were before it was quick enough."""
    lost = kills = 0
    for seconds in KILLED_AFTER_SECONDS:
        rebuilding = subprocess.Popen([sys.executable, "-c", REBUILD, str(server.layout.base.parent)], cwd=ROOT)
        try:
            rebuilding.wait(seconds)
        except subprocess.TimeoutExpired:
            rebuilding.kill()
            rebuilding.wait()
            kills += 1
        server.start()  # without a look at its letters
        lost += _rows(server) != original
        is_done = not letters.are_dropped(server.url)
        server.stop()
        if is_done:
            break
    return lost, kills


def _list_words(server: Server) -> None:
    _python(server, "-m", "django", "migrate", "--verbosity=0", "--skip-checks")
    _python(server, "-c", DJANGO + "slips.list_them()")


def _found(server: Server) -> set[str]:
    return set(json.loads(_python(server, "-c", DJANGO + "print(json.dumps(sorted(slips.found())))")))


def _rows(server: Server) -> dict[str, Checksum]:
    return checksums(server.url_of("kith", as_owner=True))


def _python(server: Server, *arguments: str) -> str:
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("KITH_", "PG"))}
    here = clean | environment(server.url, server.layout.base.parent)
    return subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, env=here, stdout=subprocess.PIPE, text=True, check=True
    ).stdout
