"""Bring a place's database up to date and fill an empty demonstration; quick when there is nothing to do."""

from __future__ import annotations

import django
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from local.up import words


def main() -> None:
    """Apply what is not yet applied, then load the demonstration if the place is empty."""
    django.setup()
    executor = MigrationExecutor(connection)
    if plan := executor.migration_plan(executor.loader.graph.leaf_nodes()):
        with words.step(f"Laying out the database ({len(plan)} steps)"):
            call_command("migrate", verbosity=0, interactive=False, skip_checks=True)
    if settings.KITH.demonstration:
        call_command("demo", "build", if_empty=True)


if __name__ == "__main__":
    main()
