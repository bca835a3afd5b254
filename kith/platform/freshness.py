"""Numbers that move when what the public sees has changed; the page cache is keyed by those of the page's topics."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import Any

from django.db import InterfaceError, OperationalError, connection, transaction


class Topic(StrEnum):
    """What public pages speak of, each with a number of its own; the value is the name of its sequence."""

    LISTINGS = "platform_public_pages"
    """Services, venues, sessions, their places, helplines, and who stands behind them."""
    NUMBERS = "platform_public_numbers"
    """What is counted and published: births, feeding, areas."""
    DANGER = "platform_public_danger"
    """The signs of danger and the numbers to call."""


ALL_TOPICS = tuple(Topic)
_listeners: list[tuple[Topic, Callable[[], None]]] = []


def listen(topic: Topic, listener: Callable[[], None]) -> None:
    """Have this called in the process that has changed the topic, each time once its change has committed."""
    _listeners.append((topic, listener))


def invalidate(*topics: Topic) -> None:
    """Say, once this transaction has committed, that public pages on these topics (or on any) must be made anew."""
    waiting = [each[1] for each in connection.run_on_commit]
    for topic in topics or ALL_TOPICS:
        # Once is enough for a transaction; a savepoint that was rolled back has taken its own entry with it.
        if _ADVANCE[topic] not in waiting:
            transaction.on_commit(_ADVANCE[topic])


@dataclass(frozen=True)
class Also:
    """What one page depends on besides its topics: a question to the database whose answer is one short text."""

    sql: str
    values: tuple[Any, ...] = ()


NOTHING_ELSE = Also("''")


def stamp(*topics: Topic, also: Also = NOTHING_ELSE) -> str:
    """How these topics (or all) and what the page depends on besides stand now: another text whenever one changed."""
    # This question is the first of most requests, so it is also what finds out whether the line still works:
    # Django's own question before it would cost a page that lies ready a tenth of its time.
    connection.health_check_done = True  # type: ignore[attr-defined]  # an attribute of all wrappers, not in the stubs
    try:
        return _ask(topics or ALL_TOPICS, also)
    except (OperationalError, InterfaceError):
        if connection.in_atomic_block:
            raise
        connection.close()
        return _ask(topics or ALL_TOPICS, also)


def _ask(topics: tuple[Topic, ...], also: Also) -> str:
    # A call is planned in half the time of a query of the sequence; a sequence not advanced yet has no last value.
    numbers = ", ".join(f"coalesce(pg_sequence_last_value('{each}'), 0)" for each in topics)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT concat_ws(' ', {numbers}, ({also.sql}))", also.values)
        row: tuple[str] = cursor.fetchone()
    return row[0]


def _advance(topic: Topic) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval(%s)", [topic.value])
    for heard, listener in _listeners:
        if heard is topic:
            listener()


_ADVANCE: dict[Topic, Callable[[], None]] = {topic: partial(_advance, topic) for topic in Topic}
