"""``kith walls``: give the two roles their rights, or say what is missing; ``kith walls ROOM``: write a migration.

The migration raises the room's walls that no earlier one has named.
"""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from kith.walls.raising import declarations
from kith.walls.roles import WEB, WORKER, lay_roles
from kith.walls.writing import written


class Command(BaseCommand):
    """Lays the roles of the second wall, and helps to raise a wall around a new table."""

    help = (
        "Give the web server's and the worker's role their rights, or write the migration that raises a room's walls."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """A room, or none."""
        parser.add_argument("room", nargs="?", default="", help="the room whose declared walls are to be raised")

    def handle(self, *, room: str, **_options: Any) -> None:
        """Do the one or the other, and say what was done."""
        try:
            self.stdout.write(written(room) if room else _laid())
        except LookupError as nothing:
            raise CommandError(str(nothing)) from None


def _laid() -> str:
    if missing := lay_roles(connection):
        raise CommandError(missing)
    tables = {table for _, module in declarations() for table in getattr(module, "WALLS", {})}
    return f"The second wall stands around {len(tables)} tables; {WEB} and {WORKER} have their rights."
