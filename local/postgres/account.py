"""The operating-system account the server runs as; never root, never one that we make."""

from __future__ import annotations

import os
import pwd
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from local.postgres.problem import PostgresProblem

# PostgreSQL refuses to run as root, so root hands it to one of these; the first that exists is taken.
STAND_INS = ("postgres", "nobody")


@dataclass(frozen=True)
class Account:
    """An existing account of this machine."""

    name: str
    uid: int
    gid: int

    @property
    def is_dropped(self) -> bool:
        """Whether we are root and hand the server down to this account."""
        return os.geteuid() == 0 and self.uid != 0

    def start(
        self, command: Sequence[str], *, log: Path, folder: Path, before: Callable[[], None] | None = None
    ) -> subprocess.Popen[bytes]:
        """Start a program as this account in a session of its own, its words going to the log."""
        with log.open("ab") as words:
            return subprocess.Popen(
                command,
                cwd=folder,
                stdin=subprocess.DEVNULL,
                stdout=words,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                preexec_fn=before,  # noqa: PLW1509  # two system calls, and no thread runs yet
                env=_plain_environment(),
                user=self.uid if self.is_dropped else None,
                group=self.gid if self.is_dropped else None,
                extra_groups=[] if self.is_dropped else None,
            )

    def run(self, command: Sequence[str], *, folder: Path = Path("/")) -> subprocess.CompletedProcess[str]:
        """Run a program as this account to its end and keep what it said."""
        return subprocess.run(
            command,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
            env=_plain_environment(),
            user=self.uid if self.is_dropped else None,
            group=self.gid if self.is_dropped else None,
            extra_groups=[] if self.is_dropped else None,
        )

    def can_enter(self, folder: Path) -> bool:
        """Whether this account can list and enter the folder, every folder above it included."""
        if not self.is_dropped:
            return os.access(folder, os.R_OK | os.X_OK)
        return self.run(["/bin/sh", "-c", 'test -r "$1" && test -x "$1"', "sh", str(folder)]).returncode == 0

    def take(self, folder: Path) -> None:
        """Make the folder private to this account."""
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.give(folder)
        folder.chmod(0o700)

    def give(self, path: Path) -> None:
        """Make what root has made this account's own."""
        if self.is_dropped:
            os.chown(path, self.uid, self.gid)


def own_name() -> str:
    """The name of the user who runs this program, as peer authentication will see it."""
    return _named(os.geteuid()).name


def server_account(base: Path | None) -> Account:
    """Who the server runs as: the owner of an existing folder, else ourselves, else (as root) a stand-in."""
    if base is not None and (uid := base.stat().st_uid) != 0:
        owner = _named(uid)
        if os.geteuid() not in (0, uid):
            raise PostgresProblem(f"The data in {base} belongs to {owner.name}: run as {owner.name} or as root.")
        return owner
    if os.geteuid() != 0:
        return _named(os.geteuid())
    for name in STAND_INS:
        try:
            return _account(pwd.getpwnam(name))
        except KeyError:
            continue
    raise PostgresProblem(
        f"PostgreSQL does not run as root, and this machine has none of the accounts {', '.join(STAND_INS)}. "
        "Run as an ordinary user, or set DATABASE_URL to a server of your own."
    )


def _named(uid: int) -> Account:
    try:
        return _account(pwd.getpwuid(uid))
    except KeyError:
        raise PostgresProblem(
            f"The user number {uid} has no name on this machine, so PostgreSQL cannot know it. "
            "Run as a named user, or set DATABASE_URL to a server of your own."
        ) from None


def _account(entry: pwd.struct_passwd) -> Account:
    return Account(entry.pw_name, entry.pw_uid, entry.pw_gid)


def _plain_environment() -> dict[str, str]:
    # PG* variables of the caller (PGDATA, PGPORT…) must not steer the embedded server.
    return {"PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"}
