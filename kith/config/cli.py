"""The command ``kith``: ``kith up`` starts a place, every other verb is a management command of a room."""

import os
import sys

from django.core.management import execute_from_command_line

from local import place, up
from local.postgres.problem import PostgresProblem

_ASKS_FOR_WORDS = {"help", "version", "--version"}
_FOR_HELP = {"-h", "--help"}


def main() -> None:
    """Run the verb given on the command line; the place's database is there for as long as it takes.

    What only asks for words starts no server.
    """
    arguments = sys.argv[1:]
    if arguments[:1] == ["up"]:
        raise SystemExit(up.usage() if _FOR_HELP & {*arguments} else up.main())
    try:
        place.fill(os.environ)
        if _asks_for_words(arguments):
            place.without_database(os.environ)
            execute_from_command_line(sys.argv)
            return
        with place.database(os.environ, say=_say):
            execute_from_command_line(sys.argv)
    except PostgresProblem as problem:
        raise SystemExit(f"kith: {problem}") from None


def _asks_for_words(arguments: list[str]) -> bool:
    return not arguments or arguments[0] in _ASKS_FOR_WORDS or bool(_FOR_HELP & {*arguments})


def _say(words: str) -> None:
    sys.stderr.write(f"kith: {words}\n")
    sys.stderr.flush()


if __name__ == "__main__":
    main()
