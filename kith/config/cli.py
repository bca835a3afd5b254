"""The command ``kith``: ``kith up`` starts a place, every other verb is a management command of a room."""

import os
import sys

from django.core.management import execute_from_command_line

from kith.config import up


def main() -> None:
    """Run the verb given on the command line."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kith.config.settings")
    if sys.argv[1:2] == ["up"]:
        raise SystemExit(up.main(sys.argv[2:]))
    execute_from_command_line(sys.argv)
