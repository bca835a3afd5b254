"""``kith audit verify``: look through the audit now; ends badly where something is not as it was written and sealed."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from kith.organisations.checking import MOST_FAULTS, look_through


class Command(BaseCommand):
    """Checks every entry's code, every seal, and the note of the last seal that is kept outside the database."""

    help = "look through the audit for what was changed, removed or added"
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """One verb."""
        parser.add_argument("verb", choices=["verify"])

    def handle(self, **_options: Any) -> None:
        """Print what was found: ids of entries and seals, never what they say."""
        found = look_through()
        self.stdout.write(f"{found.entry_count} entries under {found.seal_count} seals looked through.")
        if found.is_whole:
            self.stdout.write("The audit is as it was written and sealed.")
            return
        for fault in found.faults[:MOST_FAULTS]:
            self.stdout.write(f"  {fault}")
        raise CommandError(f"The audit is not as it was written and sealed: {len(found.faults)} faults.")
