"""The command ``kith``: ``kith up`` starts a place; every other verb is a command of Kith, or ``kith django VERB``.

What a person can mend is said in a sentence and ends with 1; a traceback is a fault of Kith.
"""

import os
import sys
from collections.abc import Mapping

import psycopg
from django.core.management import CommandError, execute_from_command_line
from django.db import DatabaseError

from kith.config.apart import refuse_mixed
from kith.imports.rows import NothingLoaded
from kith.kernel.refusal import Refusal
from local import place, up
from local.postgres.problem import PostgresProblem

GROUPS: Mapping[str, Mapping[str, str]] = {
    "Begin and run": {
        "up": "start the place with all it needs, and watch over it",
        "place new": "begin a real place from answers",
        "place administrator-link": "print a link by which an administrator comes in",
        "place remove-demonstration": "empty a database of the demonstration",
        "doctor": "say what the place lacks, and what to do",
    },
    "Bring in": {
        "load": "areas, postcodes, deprivation, population, a directory or the advice that comes with Kith",
        "demo": "build the demonstration in an empty database",
    },
    "Keep safe": {
        "backup": "make a backup, prove it, or restore it",
        "audit": "look through the audit for what was changed, taken out or put in",
        "walls": "give the web server's and the worker's role their rights",
    },
    "The framework": {"django": "every command of Django: kith django help"},
}
OWN = {verb.partition(" ")[0] for group in GROUPS.values() for verb in group} - {"django"}
_KNOWN = (
    PostgresProblem,
    Refusal,
    CommandError,
    DatabaseError,
    psycopg.Error,
    NothingLoaded,
    FileNotFoundError,
    PermissionError,
)
_ASKS_FOR_WORDS = {"help", "version", "--version"}
_FOR_HELP = {"-h", "--help"}
# They mend what is mixed, or say so themselves.
_MAY_BE_MIXED = {"doctor", "place", "backup", "audit"}


def main() -> None:
    """Run the verb given on the command line; the place's database is there for as long as it takes.

    What only asks for words starts no server.
    """
    arguments = sys.argv[1:]
    if arguments[:1] == ["up"]:
        raise SystemExit(up.usage() if _FOR_HELP & {*arguments} else up.main())
    if not arguments or arguments[0] in (*_FOR_HELP, "help"):
        _write(usage())
        return
    is_frameworks = arguments[0] == "django"
    verb = arguments[1:] if is_frameworks else arguments
    if not is_frameworks and verb[0] not in OWN and verb[0] not in _ASKS_FOR_WORDS:
        raise SystemExit(f"kith: there is no command {verb[0]}. kith --help names all; Django's are under: kith django")
    try:
        place.fill(os.environ)
    except ValueError as wrong:
        raise SystemExit(f"kith: PLACE: {wrong}") from None
    try:
        _run(verb)
    except _KNOWN as problem:
        raise SystemExit(f"kith: {sentence(problem)}") from None
    except KeyboardInterrupt:
        raise SystemExit("\nkith: stopped. Nothing half done is left.") from None


def usage() -> str:
    """Kith's own commands in groups."""
    width = max(len(verb) for group in GROUPS.values() for verb in group)
    lines = ["kith: one place's infant-feeding alliance. kith VERB --help says more of each.", ""]
    for name, group in GROUPS.items():
        lines += [name, *(f"  {verb:<{width}}  {words}" for verb, words in group.items()), ""]
    return "\n".join(lines)


def sentence(problem: Exception) -> str:
    """What is wrong, in words for the person at the keyboard."""
    if isinstance(problem, Refusal):
        from kith.platform.ui.refusals import refusal_words  # noqa: PLC0415  # needs Django, which the verb has set up

        return refusal_words(problem)
    if isinstance(problem, DatabaseError | psycopg.Error):
        first = (str(problem).strip().splitlines() or [type(problem).__name__])[0]
        return f"the database refuses or does not answer: {first}. Nothing was changed. kith doctor says more."
    return str(problem)


def _run(verb: list[str]) -> None:
    if _asks_for_words(verb):
        place.without_database(os.environ)
        execute_from_command_line(["kith", *verb])
        return
    with place.database(os.environ, say=_say):
        if verb[0] not in OWN:
            execute_from_command_line(["kith", *verb])
            return
        if verb[0] not in _MAY_BE_MIXED:
            refuse_mixed()
        # With it the framework hands errors on, instead of ending the process with words of its own.
        execute_from_command_line(["kith", verb[0], "--traceback", *verb[1:]])


def _asks_for_words(arguments: list[str]) -> bool:
    return not arguments or arguments[0] in _ASKS_FOR_WORDS or bool(_FOR_HELP & {*arguments})


def _say(words: str) -> None:
    sys.stderr.write(f"kith: {words}\n")
    sys.stderr.flush()


def _write(words: str) -> None:
    sys.stdout.write(words)
    sys.stdout.flush()


if __name__ == "__main__":
    main()
