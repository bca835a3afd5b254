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

# The last migration of each room that stands while no place is running yet: up to it, every table is made empty.
BEFORE_THE_FIRST_PLACE = {
    "alliance": "0002_guards",
    "awareness": "0001_tables",
    "bundles": "0004_packed",
    "cafes": "0003_walls",
    "caseloads": "0005_unled_wall",
    "contacts": "0003_walls",
    "courses": "0003_walls",
    "directory": "0002_guards",
    "education": "0003_walls",
    "equipment": "0003_walls",
    "families": "0009_agreements",
    "feeding": "0006_signs",
    "files": "0004_sound_walls",
    "founding": "0001_tables",
    "front": "0002_helplines",
    "groups": "0003_walls",
    "hub_days": "0002_walls",
    "insight": "0005_roles_hold",
    "interpreting": "0005_walls",
    "library": "0002_guards",
    "listening": "0003_walls",
    "messages": "0003_walls",
    "missed": "0002_walls",
    "organisations": "0009_shut_out",
    "panels": "0003_walls",
    "peers": "0004_supporting",
    "places": "0002_own_settings",
    "plans": "0002_guards",
    "platform": "0006_audit_by_time",
    "programmes": "0002_walls",
    "referrals": "0006_particulars",
    "rights": "0002_walls",
    "safeguarding": "0003_walls",
    "stores": "0004_counts",
    "studies": "0002_walls",
    "tasks": "0004_signs_hold",
    "timetables": "0001_tables",
    "ways": "0002_walls",
    "welcome": "0003_walls",
    "whats_on": "0002_guards",
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
    """Kith's migrations that a running place would meet, in the order of their names.

    The first of a new room is not among them: its tables are made empty, whatever it says about them.
    """
    return sorted(
        (app, name)
        for (app, name), node in loader.graph.nodes.items()
        if node.__module__.startswith("kith.") and not node.initial and name > BEFORE_THE_FIRST_PLACE.get(app, "")
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
