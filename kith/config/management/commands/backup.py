"""``kith backup``: make a backup, prove that it can be restored, or restore it into an empty database."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

import psycopg
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from kith.config.backups import BackupNotes, make_backup, newest, prove_backup
from local.postgres.backup import restore
from local.postgres.binaries import find_binaries
from local.postgres.problem import PostgresProblem

KEEP = 14
_IS_EMPTY = "SELECT NOT EXISTS (SELECT 1 FROM pg_tables WHERE schemaname = current_schema())"


class Command(BaseCommand):
    """Copies of the whole place in one file each."""

    help = "Make a backup of the place, prove that it can be restored, or restore it into an empty database."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What to do."""
        verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
        make = verbs.add_parser("make", help="write the database into a file, readable by its owner only")
        make.add_argument("--to", type=Path, default=None, help="the folder (unset: backups in the place's own)")
        make.add_argument("--keep", type=int, default=KEEP, help=f"how many files stay (unset: {KEEP})")
        prove = verbs.add_parser("prove", help="restore a backup beside the place, and compare every table")
        prove.add_argument("--in", type=Path, dest="folder", default=None, help="the folder (unset: the place's own)")
        prove.add_argument("file", type=Path, nargs="?", default=None, help="unset: the newest of the folder")
        back = verbs.add_parser("restore", help="fill the empty database of DATABASE_URL from a backup")
        back.add_argument("file", type=Path)

    def handle(self, *_args: Any, verb: str, **options: Any) -> None:
        """Do it, or say why not."""
        try:
            {"make": self._make, "prove": self._prove, "restore": self._restore}[verb](options)
        except PostgresProblem as problem:
            raise CommandError(str(problem)) from None
        except OSError as error:
            raise CommandError(f"{error.filename}: {error.strerror}") from None

    def _make(self, options: dict[str, Any]) -> None:
        if options["keep"] < 1:
            raise CommandError("--keep: at least 1.")
        folder = options["to"] or _own_folder()
        file = make_backup(_url(), find_binaries(), folder, notes=_notes(), keep=options["keep"])
        self.stdout.write(f"{file} ({file.stat().st_size / 1e6:.1f} MB). Keep a copy on another machine.")

    def _prove(self, options: dict[str, Any]) -> None:
        file = options["file"] or newest(options["folder"] or _own_folder())
        count = prove_backup(_url(), find_binaries(), file, notes=_notes())
        self.stdout.write(f"{file.name} can be restored: {count} tables and sequences are equal.")

    def _restore(self, options: dict[str, Any]) -> None:
        with psycopg.connect(_url()) as connection:
            (is_empty,) = connection.execute(_IS_EMPTY).fetchone() or (False,)
        if not is_empty:
            raise CommandError("The database of DATABASE_URL is not empty: nothing was restored. Name an empty one.")
        if not options["file"].exists():
            raise CommandError(f"{options['file']}: there is no such file.")
        restore(_url(), find_binaries(), options["file"])
        self.stdout.write(f"Restored {options['file'].name}. Start Kith with the same two keys as before.")


def _url() -> str:
    return str(settings.KITH.database_url)


def _own_folder() -> Path:
    return Path(settings.KITH.place_var) / "backups"


def _notes() -> BackupNotes:
    return BackupNotes(settings.KITH.place_var)
