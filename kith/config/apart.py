"""A database is real or a demonstration: nothing starts on one by the settings of the other."""

import django
from django.conf import settings
from django.db import DatabaseError, connections


def refuse_mixed() -> None:
    """End the program in words where the database and KITH_DEMONSTRATION do not agree.

    A database that does not answer, or is not laid out yet, shows no record: it is no reason not to start.
    """
    django.setup()
    from kith.places.chosen import kind_here  # noqa: PLC0415  # its tables need the line above
    from kith.places.rules import mixed  # noqa: PLC0415

    try:
        kind = kind_here()
    except DatabaseError:
        return
    finally:
        # Web workers are forked from this process: each has to open a line of its own.
        connections.close_all()
    if words := mixed(kind, is_demonstration=settings.KITH.demonstration):
        raise SystemExit(f"kith: {words}")
