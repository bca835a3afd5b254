"""`python -m proof.migrations`: squawk reads the SQL of every migration that a running place would meet.

A migration that locks a table for long, or that the release before could not live with, is named. What happens in
Python (RunPython) it cannot see.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

import django
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from kith.config.database import database_settings
from testing import database

Key = tuple[str, str]

# The last migration of each room that stood when no place was running yet: up to it, every table was made empty.
BEFORE_THE_FIRST_PLACE = {
    "caseloads": "0003_unled",
    "directory": "0002_guards",
    "families": "0006_names_indexed",
    "front": "0002_helplines",
    "groups": "0003_walls",
    "insight": "0003_place_administrators",
    "interpreting": "0004_owner_known",
    "library": "0002_guards",
    "messages": "0002_guards",
    "organisations": "0003_administering",
    "places": "0001_tables",
    "platform": "0006_audit_by_time",
    "safeguarding": "0002_guards",
    "referrals": "0004_reminders",
    "programmes": "0001_tables",
    "contacts": "0002_guards",
    "feeding": "0004_answers_only_grow",
    "tasks": "0004_signs_hold",
    "timetables": "0001_tables",
    "ways": "0001_tables",
    "whats_on": "0002_guards",
    "rights": "0001_tables",
}
SQUAWK = Path(sys.executable).with_name("squawk")
# Left out, each for a reason.
NOT_OURS = (
    "require-lock-timeout",  # the connection that migrates sets it, not each file
    "require-statement-timeout",
    "prefer-robust-stmts",  # a migration runs in a transaction: half of one is never there
    "prefer-text-field",  # CodeField says how long a code may be, and the database holds it
    "prefer-bigint-over-smallint",  # PositiveSmallIntegerField is meant
    "prefer-bigint-over-int",
)


def after_the_first_place(loader: MigrationLoader) -> list[Key]:
    """Kith's migrations that a running place would meet, in the order of their names."""
    return sorted(
        (app, name)
        for app, name in loader.graph.nodes
        if loader.graph.nodes[app, name].__module__.startswith("kith.") and name > BEFORE_THE_FIRST_PLACE.get(app, "")
    )


def sql_of(loader: MigrationLoader, key: Key) -> str:
    """What the migration says to PostgreSQL."""
    return "\n".join([*loader.collect_sql([(loader.graph.nodes[key], False)]), ""])


def complaints(texts: Mapping[str, str]) -> list[str]:
    """What squawk holds against these texts of SQL, one line each, with the name of the text in front."""
    if not texts:
        return []
    with tempfile.TemporaryDirectory(prefix="kith-migrations-") as folder:
        for name, text in texts.items():
            Path(folder, f"{name}.sql").write_text(text)
        command = [str(SQUAWK), "--reporter=gcc", "--pg-version=18", "--assume-in-transaction"]
        command += [f"--exclude={','.join(NOT_OURS)}", *(f"{name}.sql" for name in texts)]
        said = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if said.stderr or said.returncode not in (0, 1):
        raise RuntimeError(f"squawk ended badly: {said.stderr}")
    return said.stdout.splitlines()


def main() -> int:
    """Judge the migrations; 0 when nothing is held against them. Without any to judge no server is started."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "testing.settings"
    django.setup()
    if not (keys := after_the_first_place(MigrationLoader(None))):
        return _told(0, [])
    with database.server() as server:
        connection.settings_dict.update(database_settings(server))
        loader = MigrationLoader(connection)
        return _told(len(keys), complaints({f"{app}_{name}": sql_of(loader, (app, name)) for app, name in keys}))


def _told(n: int, found: list[str]) -> int:
    print(*found, f"{n} migrations since the first place, {len(found)} complaints", sep="\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
