"""F43: docs/hosting.md, its commands run in their order on an empty server, ends in a running place.

What only root or another program can do is named in `testing/hosting.py`. The control: answers with a hole make
nothing at all, and say every hole.
"""

from __future__ import annotations

import re
import shlex
import tempfile
from pathlib import Path

import psycopg

from local.postgres.server import Server
from proof.figures import Outcome, figure
from testing.database import ROOT
from testing.hosted import AREA, HOST, Hosted, asked, fresh, own_server, prepared
from testing.hosting import PAGE, commands, why_not_run
from testing.mail import fake_mail_server

_MADE = "SELECT (SELECT count(*) FROM places_place) + count(*) FROM platform_account"


@figure("F43", claim="hosting, command by command: from an empty server to a place that runs, is backed up and proven")
def run() -> Outcome:
    """Run every command of the page that can be run, then what must be refused."""
    text = PAGE.read_text("utf-8")
    lines = [each for each in commands(text) if not why_not_run(each)]
    with (
        own_server() as server,
        fake_mail_server() as mail,
        tempfile.TemporaryDirectory(prefix="kith-hosting-") as folder,
    ):
        hosted = prepared(text, server, Path(folder), mail.url)
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
        other = fresh(server, f"restored_{len(hosted.failed)}")
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
        row = connection.execute(_MADE).fetchone()
    return is_refused and row == (0,)


def _refusals(hosted: Hosted, server: Server) -> int:
    """What must be refused in a sentence; how many there are."""
    answers = str(ROOT / "docs/answers.toml")
    demonstration = fresh(server, "demonstration")
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
    with hosted.up() as port:
        path = link[1] if link else "/"
        hosted.expect("the link opens", is_right=asked(port, "GET", path)[0] == 200)
        hosted.expect("it lets in", is_right=asked(port, "POST", path) == (303, "/desk/security/"))
        hosted.expect("it does so once", is_right=asked(port, "POST", path)[0] == 410)
