"""Bring a place's database up to date and fill an empty demonstration; quick when there is nothing to do."""

from __future__ import annotations

import sys

import django
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from kith.config.apart import refuse_mixed
from kith.platform.laid_out import laid_out_by_another
from kith.walls.roles import lay_roles
from local.up import words
from local.up.trouble import LAID_OUT_BY_ANOTHER


def lay_out() -> None:
    """Apply what is not yet applied, and give the roles their rights; says what is missing. Safe to run twice."""
    executor = MigrationExecutor(connection)
    if plan := executor.migration_plan(executor.loader.graph.leaf_nodes()):
        with words.step(f"Laying out the database ({len(plan)} steps)"):
            call_command("migrate", verbosity=0, interactive=False, skip_checks=True)
    if missing := lay_roles(connection):
        words.say(missing)


def main() -> None:
    """Apply what is not yet applied, then load the demonstration if the place is empty.

    Exits with ``LAID_OUT_BY_ANOTHER`` where another release has laid the database out; then nothing is changed.
    """
    django.setup()
    if laid_out_by_another(connection):
        sys.exit(LAID_OUT_BY_ANOTHER)
    lay_out()
    refuse_mixed()
    if settings.KITH.demonstration:
        call_command("demo", "build", if_empty=True)


if __name__ == "__main__":
    main()
