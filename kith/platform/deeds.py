"""A deed: one transaction, at whose end all that it wrote down and announced goes to the database together."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.db import connection, transaction

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")


@dataclass
class _Deed:
    """What waits for the end of the deed, by who writes it."""

    depth: int
    waiting: dict[Callable[[list[Any]], None], list[Any]] = field(default_factory=dict)


_under_way: ContextVar[_Deed | None] = ContextVar("kith_deed", default=None)


def deed(action: Callable[P, R]) -> Callable[P, R]:
    """Make the action a deed. Called by another deed it becomes part of that one: both happen or neither does."""

    @wraps(action)
    def done(*args: P.args, **kwargs: P.kwargs) -> R:
        under_way = _under_way.get()
        with _part_of(under_way) if under_way else _whole():
            return action(*args, **kwargs)

    return done


def put_down(write: Callable[[list[T]], None], item: T) -> None:
    """Have this written with all others of its kind at the end of the deed under way; at once where there is none."""
    under_way = _under_way.get()
    # Inside a savepoint nothing waits: it may be undone while the deed goes on.
    if under_way is None or under_way.depth != len(connection.savepoint_ids):
        write([item])
    else:
        under_way.waiting.setdefault(write, []).append(item)


@contextmanager
def _whole() -> Iterator[None]:
    with transaction.atomic():
        new = _Deed(len(connection.savepoint_ids))
        token = _under_way.set(new)
        try:
            yield
        finally:
            _under_way.reset(token)
        for write, items in new.waiting.items():
            write(items)


@contextmanager
def _part_of(outer: _Deed) -> Iterator[None]:
    # No savepoint: whoever catches the refusal of a part cannot go on with the rest.
    with transaction.atomic(savepoint=False):
        before, outer.depth = outer.depth, len(connection.savepoint_ids)
        try:
            yield
        finally:
            outer.depth = before
