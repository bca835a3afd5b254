"""Whether the database was made ready by this very release, so that starting again need not load Django to find out."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import psycopg

from local.place import ROOT

# Which database this is, and which migrations it has seen: another one, or an older copy, says something else.
_QUESTION = """
SELECT (SELECT system_identifier FROM pg_control_system()),
       (SELECT oid FROM pg_database WHERE datname = current_database()),
       count(*), max(id) FROM django_migrations
"""


class Readiness:
    """The note beside a place's data of what was last made ready."""

    def __init__(self, folder: Path, url: str, *, demonstration: bool) -> None:
        """For the place in this folder and the database at this address."""
        self._file = folder / "ready.json"
        self._url = url
        self._demonstration = demonstration

    def is_noted(self) -> bool:
        """Whether nothing has changed since; `/healthz` asks Django's own records all the same."""
        try:
            return bool(json.loads(self._file.read_text()) == self._facts())
        except (OSError, ValueError, psycopg.Error):
            return False

    def note(self) -> None:
        """Remember that the database is ready."""
        self._file.write_text(json.dumps(self._facts()))

    def _facts(self) -> list[str]:
        with psycopg.connect(self._url, connect_timeout=10) as connection:
            row = connection.execute(_QUESTION).fetchone() or ()
        return [_release(), str(self._demonstration), *map(str, row)]


def _release() -> str:
    digest = hashlib.sha256((ROOT / "requirements" / "run.txt").read_bytes())
    for migration in sorted((ROOT / "kith").glob("*/migrations/*.py")):
        digest.update(str(migration.relative_to(ROOT)).encode() + migration.read_bytes())
    return digest.hexdigest()
