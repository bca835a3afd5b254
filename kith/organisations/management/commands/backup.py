"""``kith backup proven --tables N --rows N``: note that a backup was just restored and found equal to the place."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from kith.organisations.actions.machinery import note_backup_proven
from kith.platform.access.viewer import system_actor


class Command(BaseCommand):
    """Run by ``make restore`` once every table of the copy is equal."""

    help = "note that a backup was restored and is equal to the place"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """One verb, and how much was compared."""
        parser.add_argument("verb", choices=["proven"])
        parser.add_argument("--tables", type=int, required=True)
        parser.add_argument("--rows", type=int, required=True)

    def handle(self, *, tables: int, rows: int, **_options: Any) -> None:
        """Write it down, for the page of administrators."""
        note_backup_proven(by=system_actor("backup"), table_count=tables, row_count=rows)
        self.stdout.write(f"Noted: {tables} tables with {rows:,} rows were restored and are equal.")
