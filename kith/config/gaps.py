"""Sentences on what a place and its database still lack, logged when its web server starts; nothing about a person."""

import logging

from django.conf import settings
from django.db import DatabaseError, connection, connections
from django.utils import translation

from kith.library.queries.signs_desk import signs_troubles
from kith.library.rules.signs import Trouble, TroubleKind
from kith.library.wording import TROUBLES
from kith.walls.roles import wall_stands
from local.postgres import letters

log = logging.getLogger("kith")
NO_WALL = (
    "The second wall is missing: the web server acts as the owner of the database. "
    "See docs/decisions/0028-the-second-wall.md for the two roles it needs."
)


def gaps() -> list[str]:
    """One sentence for each gap; none where all is said and checked."""
    with translation.override("en"):
        return [*_of_the_database(), *(_sentence(trouble) for trouble in signs_troubles())]


def tell_gaps() -> None:
    """Log each gap of a real place; a database that does not answer is no reason not to start."""
    if settings.KITH.demonstration:
        return
    try:
        found = [*gaps(), *([] if wall_stands(connection) else [NO_WALL])]
    except DatabaseError:
        found = ["The database does not answer yet: Help now tells its last copy, and nothing else can be told."]
    finally:
        # Web workers are forked from this process: each has to open a line of its own.
        connections.close_all()
    for sentence in found:
        log.warning(sentence)


def _of_the_database() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(letters.ARE_DROPPED_HERE)
        (are_dropped,) = cursor.fetchone()
    return [f"The database. {letters.WORDS}"] if are_dropped else []


def _sentence(trouble: Trouble) -> str:
    about = f"Signs of danger, {trouble.key or trouble.subject}: " if trouble.subject else ""
    where = f" ({trouble.language})" if trouble.language else ""
    count = f": {trouble.count}" if trouble.count else ""
    look = "" if trouble.kind is TroubleKind.NO_MATERNITY_NUMBER else ". See /desk/library/signs/"
    return f"{about}{str(TROUBLES[trouble.kind]).rstrip('.')}{where}{count}{look or '.'}"
