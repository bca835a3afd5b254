"""``kith place``: begin a real place, let an administrator in, or take the demonstration away."""

import json
import sys
import tomllib
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from kith.config.guided import ask_for_answers
from kith.config.ready import lay_out
from kith.config.removing import remove_demonstration
from kith.founding.actions.beginning import begin_place
from kith.founding.actions.links import make_administrator_link
from kith.founding.rules.answers import AnswerFault, Beginning, read_answers
from kith.kernel.languages import ENGLISH
from kith.kernel.refusal import Refusal
from kith.places.chosen import kind_here
from kith.places.rules import PlaceKind
from kith.platform.access.viewer import system_actor
from kith.platform.private_links import address
from kith.platform.ui.refusals import refusal_words

BY = system_actor("place")
IN_A_DEMONSTRATION = (
    "KITH_DEMONSTRATION is on here, and a real place never shares a database with invented people. Set "
    "KITH_DEMONSTRATION=0, the keys and the address of an empty database first: docs/hosting.md"
)


class Command(BaseCommand):
    """What the operator does as a place begins."""

    help = "Begin a real place from answers, print a link for an administrator, or take the demonstration away."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What to do."""
        verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
        new = verbs.add_parser("new", help="begin a place: asks at a terminal, or reads --answers")
        new.add_argument("--answers", type=Path, help="a TOML or JSON file with every answer: docs/answers.toml is one")
        new.add_argument("--check", action="store_true", help="only check the answers, and make nothing")
        link = verbs.add_parser("administrator-link", help="print another link; the one before opens nothing then")
        link.add_argument("--email", default="", help="for which administrator, where there are several")
        away = verbs.add_parser("remove-demonstration", help="empty a database of the demonstration")
        away.add_argument("--yes", action="store_true", help="do not ask whether it is meant")

    def handle(self, *_args: Any, verb: str, **options: Any) -> None:
        """Do it, or say in sentences why not."""
        try:
            {"new": self._new, "administrator-link": self._link, "remove-demonstration": self._remove}[verb](options)
        except Refusal as refusal:
            raise CommandError(refusal_words(refusal)) from None

    def _new(self, options: dict[str, Any]) -> None:
        if settings.KITH.demonstration and not options["check"]:
            raise CommandError(IN_A_DEMONSTRATION)
        if not options["check"]:
            lay_out()
            if kind_here() is PlaceKind.REAL:
                raise Refusal("place_there_already")
        beginning = _checked(options["answers"])
        if options["check"]:
            self.stdout.write("The answers are complete and right. Nothing was made.")
            return
        token = begin_place(by=BY, beginning=beginning)
        count = len(beginning.organisations)
        self.stdout.write(f"{beginning.name} has begun, with {count} organisation{'s' * (count != 1)}.")
        self._print_link(token, beginning.administrator.email)
        self.stdout.write("What is still to be done: kith doctor")

    def _link(self, options: dict[str, Any]) -> None:
        self._print_link(make_administrator_link(by=BY, email=options["email"]), options["email"])

    def _print_link(self, token: str, email: str) -> None:
        self.stdout.write(f"The link for {email or 'the administrator'}; it opens once, within 24 hours:")
        self.stdout.write(f"\n    {address('begin', token, ENGLISH.code)}\n\n")
        self.stdout.write("It is kept nowhere. Another one: kith place administrator-link")

    def _remove(self, options: dict[str, Any]) -> None:
        if not options["yes"]:
            if not sys.stdin.isatty():
                raise CommandError("Nothing was taken away. To be sure that it is meant, add --yes")
            if input(f"Take everything out of the demonstration of {settings.KITH.title}? Type its name: ") not in (
                settings.KITH.title,
                settings.KITH.place,
            ):
                raise CommandError("Nothing was taken away.")
        remove_demonstration()
        self.stdout.write("The demonstration is gone, and the database is empty. Begin a real place: kith place new")


def _checked(path: Path | None) -> Beginning:
    if path is None and not sys.stdin.isatty():
        raise CommandError("There is no terminal to ask at. Use a file of answers: kith place new --answers FILE")
    found = read_answers(read_file(path)) if path else ask_for_answers()
    if isinstance(found, Beginning):
        return found
    raise CommandError(told(found))


def told(faults: list[AnswerFault]) -> str:
    """Every fault on a line of its own, and that nothing was made."""
    head = f"{len(faults)} answer{'s' * (len(faults) != 1)} must be mended; nothing was made:"
    return "\n".join([head, *(f"  - {fault}" for fault in faults)])


def read_file(path: Path) -> dict[str, Any]:
    """The answers as they stand in the file; CommandError names the line that cannot be read."""
    try:
        text = path.read_text("utf-8")
        found = json.loads(text) if path.suffix.lower() == ".json" else tomllib.loads(text)
    except OSError as error:
        raise CommandError(f"{path}: cannot be read ({error.strerror})") from None
    except (ValueError, UnicodeDecodeError) as error:
        raise CommandError(f"{path}: {error}. The file is TOML, or JSON where its name ends in .json") from None
    if not isinstance(found, dict):
        raise CommandError(f"{path}: answers have names. Look at docs/answers.toml")
    return found
