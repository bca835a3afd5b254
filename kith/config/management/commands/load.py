"""``kith load KIND PATH``: bring an official file in, all of it or nothing."""

import sys
import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any, TextIO

from django.core.management.base import BaseCommand, CommandError

from kith.imports.registry import loader_of, note_load, proposing_loader_of, registered_kinds
from kith.imports.rows import NothingLoaded

BAR_WIDTH = 30
SECONDS_BETWEEN_DRAWINGS = 0.1


class Bar:
    """A line on a terminal that shows how far a file is read; silent where there is no terminal."""

    def __init__(self, out: TextIO) -> None:
        self.out = out
        self.is_watched = out.isatty()
        self.drawn_at = 0.0

    def __call__(self, done: int, total: int | None) -> None:
        """Draw how much is done, a few times a second."""
        now = time.monotonic()
        if not self.is_watched or not total or (done < total and now - self.drawn_at < SECONDS_BETWEEN_DRAWINGS):
            return
        self.drawn_at = now
        filled = BAR_WIDTH * done // total
        self.out.write(f"\r  [{'█' * filled}{'·' * (BAR_WIDTH - filled)}] {100 * done // total:3d} %")
        self.out.flush()

    def clear(self) -> None:
        """Take the line away."""
        if self.is_watched:
            self.out.write("\r" + " " * (BAR_WIDTH + 12) + "\r")


class Command(BaseCommand):
    """Load a file or a folder of one kind."""

    help = "Load areas, postcodes, deprivation, population or another directory's feed: all of it, or nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which kind, and from where."""
        parser.add_argument("kind", choices=registered_kinds())
        parser.add_argument("path", help="a file or a folder; for the directory also the address of a feed")
        parser.add_argument("--accept", action="store_true", help="publish what the directory's feed would change")

    def handle(self, *_args: Any, kind: str, path: str, accept: bool = False, **_options: Any) -> None:
        """Load, and say in numbers what was found."""
        bar = Bar(sys.stderr)
        asking = proposing_loader_of(kind)
        if accept and not asking:
            raise CommandError(f"--accept: {kind} asks nobody before it is loaded; leave the option out")
        try:
            report = asking(path, accept, bar) if asking else loader_of(kind)(Path(path), bar)
        except NothingLoaded as refused:
            note_load(kind, {}, getattr(refused, "faults", (str(refused),)))
            raise CommandError(str(refused)) from refused
        except OSError as error:
            raise CommandError(f"{path}: cannot be read ({error.strerror})") from error
        finally:
            bar.clear()
        note_load(kind, report.counts)
        for name, count in report.counts.items():
            self.stdout.write(f"  {count:>8,} {name}")
        for note in report.notes:
            self.stdout.write(f"  note: {note}")
        self.stdout.write(f"{'Read' if asking else 'Loaded'} {kind} from {path if asking else Path(path).name}.")
