"""``kith demo build``: fill an empty place with invented people."""

import time
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from kith.demonstration.build import NotEmpty, build
from kith.kernel.refusal import Refusal
from kith.places.facts import UnknownPlace

SEED = 20_260_401


class Command(BaseCommand):
    """Build the demonstration of this place."""

    help = "Fill an empty place with invented families, services and sessions, the same for the same seed."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """How many families, from which seed."""
        parser.add_argument("what", choices=["build"])
        parser.add_argument(
            "--families", type=int, default=None, help="how many (as many as the place has, if not said)"
        )
        parser.add_argument("--seed", type=int, default=SEED)
        parser.add_argument("--place", default=None, help="to be sure: the place this must be")
        parser.add_argument("--if-empty", action="store_true", help="do nothing where the place is not empty")

    def handle(self, *_args: Any, families: int | None, seed: int, place: str | None, **options: Any) -> None:
        """Build, saying what is done, or say why not."""
        if not settings.KITH.demonstration:
            raise CommandError("This is not a demonstration (KITH_DEMONSTRATION is off): nothing was built.")
        if place and place != settings.KITH.place:
            raise CommandError(f"This is {settings.KITH.place}. For the other, start with PLACE={place}.")
        if families is not None and families < 1:
            raise CommandError("--families: at least 1.")
        if seed < 0:
            raise CommandError("--seed: a whole number from 0.")
        began = time.monotonic()
        try:
            built = build(families_wanted=families, seed=seed, say=lambda words: self.stdout.write(f"  {words}"))
        except NotEmpty as error:
            if options["if_empty"]:
                return
            raise CommandError(f"Nothing was built: {error}. Build into a new database, or delete this one.") from error
        except (UnknownPlace, Refusal) as error:
            raise CommandError(f"Nothing was built: {error}") from error
        seconds = time.monotonic() - began
        self.stdout.write(
            f"Demonstration of {settings.KITH.title} built: {built.families:,} families in {seconds:.0f} s."
        )
