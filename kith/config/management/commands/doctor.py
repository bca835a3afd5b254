"""``kith doctor``: what the place lacks, in sentences with what to do."""

import sys
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from kith.config.doctor import place_state
from kith.founding.rules.doctor import ALWAYS, OF_REAL_PLACES, Weight, findings, is_well


class Command(BaseCommand):
    """Looks at everything once; ends with 1 where something must be mended."""

    help = "Say in sentences what this place lacks and what to do; ends with 1 where something must be mended."
    requires_system_checks = ()

    def handle(self, **_options: Any) -> None:
        """Say every fault, then what can wait."""
        found = findings(place_state())
        for weight, heading in ((Weight.FAULT, "To be mended now:"), (Weight.ADVICE, "Can wait, and should be done:")):
            rows = [each for each in found if each.weight is weight]
            if rows:
                self.stdout.write("\n".join([heading, *(f"  - {each}" for each in rows), ""]))
        count = len(ALWAYS) + (0 if settings.KITH.demonstration else len(OF_REAL_PLACES))
        if is_well(found):
            self.stdout.write(f"{settings.KITH.title} is well: {count + 1} things were looked at.")
        else:
            sys.exit(1)
