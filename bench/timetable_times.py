"""Run as a program of its own in a place: lay out 60 series of 200 dates, and change one rule; all is put back."""

from __future__ import annotations

import json

import django
from django.db import transaction


def main() -> None:
    """Print one JSON object."""
    django.setup()
    from bench.laying_out import measured  # noqa: PLC0415  # its rooms need Django ready
    from kith.walls.saying import OPEN, asked_by  # noqa: PLC0415

    with asked_by(OPEN), transaction.atomic():
        print(json.dumps(measured()))
        transaction.set_rollback(True)


if __name__ == "__main__":
    main()
