"""An earlier build and this one side by side: the processor time and the statements of pages, measured in turn.

    BESIDE=2076a44 make bench
    python -m bench.beside 2076a44 /en/help-now/
    python -m bench.beside 2076a44 desk

The earlier build is checked out in a temporary folder and builds a place of its own from the same seed.
"""

from __future__ import annotations

import json
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from testing.place import ROOT

PAGES = ("/en/help-now/",)
FAMILIES, ROUNDS = 300, 5
DESK_FAMILIES, DESK_ROUNDS = 10_000, 3
GIT = shutil.which("git") or "git"
WAYS = {"ready": {}, "made anew": {"KITH_PUBLIC_CACHE_SECONDS": "0"}}
# Run inside each build, with that build's own code: hold a place until the line is closed, and time one page.
_HOLD = """
import json, sys
try:
    from testing.place import running_place
except ModuleNotFoundError:  # a build from before `testing`
    from proof.place import running_place
with running_place(families={families}, worker=False) as place:
    print(json.dumps(place.environment), flush=True)
    sys.stdin.read()
"""
_TIME = """
import json, statistics, sys, time
from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.test.utils import CaptureQueriesContext
from bench.wsgi_call import call
application, found = get_wsgi_application(), {}
for address in sys.argv[1:]:
    times = []
    for turn in range(330):
        begun = time.process_time()
        answer = call(application, address, encodings="gzip, br")
        if turn >= 30:
            times.append((time.process_time() - begun) * 1000)
        assert answer.status == 200, answer.status
    with CaptureQueriesContext(connection) as asked:
        call(application, address, encodings="gzip, br")
    words = [each["sql"].split(maxsplit=1)[0].upper() for each in asked.captured_queries]
    found[address] = [statistics.fmean(times), sum(word in ("SELECT", "INSERT", "UPDATE") for word in words)]
print(json.dumps(found))
"""


# The same for a health visitor's Today and family pages, with what each build itself knows of its desk.
_DESK = """
import json, statistics, time
import psycopg
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.test.utils import CaptureQueriesContext
import bench.desk_times as desk
from bench.wsgi_call import call
application, found = get_wsgi_application(), {}
cookies = desk._signed_in(application)
with psycopg.connect(settings.KITH.database_url) as owner:
    families, fullest = (
        [f"/desk/families/{row[0]}/" for row in owner.execute(question, ["1", wanted]).fetchall()]
        for question, wanted in ((desk.FAMILIES_SHE_SEES, 120), (desk.FAMILIES_WITH_MOST, 20))
    )
for page, addresses, counted in (
    ("Today", ["/desk/today/"] * 120, ["/desk/today/"]), ("family page", families, fullest)
):
    times = []
    for turn, address in enumerate(addresses):
        begun = time.process_time()
        answer = call(application, address, cookies=cookies)
        if turn >= 20:
            times.append((time.process_time() - begun) * 1000)
        assert answer.status == 200, answer.status
    statements = []
    for address in counted:
        with CaptureQueriesContext(connection) as asked:
            call(application, address, cookies=cookies)
        statements.append(len(asked.captured_queries))
    found[page] = [statistics.median(times), max(statements)]
print(json.dumps(found))
"""


@dataclass(frozen=True)
class Beside:
    """A page in one way of answering: before and now, in milliseconds of processor time and in statements."""

    commit: str
    address: str
    way: str
    before_ms: float
    now_ms: float
    ratio: float
    before_statements: int
    now_statements: int
    rounds: int = ROUNDS


Found = dict[str, tuple[float, int]]


def beside(commit: str, addresses: tuple[str, ...] = PAGES) -> list[Beside]:
    """Measure these pages of both builds in turn; the ratio is the worst of the rounds."""
    with ExitStack() as stack:
        earlier = stack.enter_context(_checked_out(commit))
        held = {tree: stack.enter_context(_held(tree)) for tree in (earlier, ROOT)}
        rounds = [
            {
                (tree, way): _run(_TIME, tree, held[tree] | extra, *addresses)
                for way, extra in WAYS.items()
                for tree in held
            }
            for _ in range(ROUNDS)
        ]
    return [_row(commit, address, way, rounds, earlier) for address in addresses for way in WAYS]


def desk_beside(commit: str) -> list[Beside]:
    """Measure Today and the family page of both builds in turn, each in a place of its own from the same seed."""
    way = f"{DESK_FAMILIES:,} families"
    with ExitStack() as stack:
        earlier = stack.enter_context(_checked_out(commit))
        held = {tree: stack.enter_context(_held(tree, DESK_FAMILIES)) for tree in (earlier, ROOT)}
        held[ROOT] |= {"KITH_PART": "web"}
        rounds = [{(tree, way): _run(_DESK, tree, held[tree]) for tree in held} for _ in range(DESK_ROUNDS)]
    return [_row(commit, page, way, rounds, earlier) for page in ("Today", "family page")]


def _row(commit: str, address: str, way: str, rounds: list[dict[tuple[Path, str], Found]], earlier: Path) -> Beside:
    before = [each[earlier, way][address] for each in rounds]
    now = [each[ROOT, way][address] for each in rounds]
    return Beside(
        commit,
        address,
        way,
        round(statistics.median(ms for ms, _ in before), 3),
        round(statistics.median(ms for ms, _ in now), 3),
        round(max(new[0] / old[0] for old, new in zip(before, now, strict=True)), 2),
        before[-1][1],
        now[-1][1],
        len(rounds),
    )


@contextmanager
def _checked_out(commit: str) -> Iterator[Path]:
    """The build of this commit in a folder of its own; what a build makes (styles, catalogues) is taken from here."""
    with tempfile.TemporaryDirectory(prefix="kith-beside-") as folder:
        tree = Path(folder) / "kith"
        subprocess.run([GIT, "worktree", "add", "--quiet", "--detach", str(tree), commit], cwd=ROOT, check=True)
        try:
            shutil.copytree(ROOT / "kith/static", tree / "kith/static", dirs_exist_ok=True)
            subprocess.run([sys.executable, "-m", "kith.platform.i18n", "compile"], cwd=tree, check=False)
            yield tree
        finally:
            subprocess.run([GIT, "worktree", "remove", "--force", str(tree)], cwd=ROOT, check=True)


@contextmanager
def _held(tree: Path, families: int = FAMILIES) -> Iterator[dict[str, str]]:
    """A place of that build, until the block is left; its environment."""
    command = [sys.executable, "-c", _HOLD.format(families=families)]
    with subprocess.Popen(command, cwd=tree, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdin
        assert running.stdout
        try:
            environment: dict[str, str] = {}
            while not environment:
                line = running.stdout.readline()
                if not line:
                    raise RuntimeError(f"the place of {tree} did not start; its words stand above")
                environment = json.loads(line) if line.startswith("{") else {}
            yield environment
        finally:
            running.stdin.close()
            running.wait(timeout=60)


def _run(program: str, tree: Path, environment: dict[str, str], *addresses: str) -> Found:
    answer = subprocess.run(
        [sys.executable, "-c", program, *addresses],
        cwd=tree,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    found: Found = json.loads(answer.stdout.splitlines()[-1])
    return found


def show(rows: list[Beside]) -> None:
    """Print the rows."""
    print(f"\n{'processor time of a page':34} {'before':>10} {'now':>10}  ratio  statements before / now")
    for row in rows:
        name = f"{row.address}, {row.way}"
        print(
            f"{name:34} {row.before_ms:7.3f} ms {row.now_ms:7.3f} ms {row.ratio:6.2f}  "
            f"{row.before_statements} / {row.now_statements}"
        )
    print(
        f"(before: {rows[0].commit}; median of {rows[0].rounds} rounds in turn, the ratio is the worst of them)",
        flush=True,
    )


if __name__ == "__main__":
    show(desk_beside(sys.argv[1]) if sys.argv[2:] == ["desk"] else beside(sys.argv[1], tuple(sys.argv[2:]) or PAGES))
