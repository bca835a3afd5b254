"""The command ``kith``: ``kith up`` starts a place, every other verb is a management command of a room."""

import os
import sys

from django.core.management import execute_from_command_line

from local import place, up
from local.postgres.problem import PostgresProblem


def main() -> None:
    """Run the verb given on the command line; the place's database is there for as long as it takes."""
    if sys.argv[1:2] == ["up"]:
        raise SystemExit(up.main())
    try:
        place.fill(os.environ)
        with place.database(os.environ):
            execute_from_command_line(sys.argv)
    except PostgresProblem as problem:
        raise SystemExit(f"kith: {problem}") from None


if __name__ == "__main__":
    main()
