"""An action: one transaction, at whose end all that it wrote down and announced goes to the database together.

The house knows every action by its room and its name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.db import connection, transaction

from kith.walls.saying import opened

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")

KNOWN_ACTIONS: dict[str, Callable[..., Any]] = {}
"""Every action of the rooms that are loaded, by room and name."""


@dataclass
class _UnderWay:
    """What waits for the end of the action, by who writes it."""

    depth: int
    waiting: dict[Callable[[list[Any]], None], list[Any]] = field(default_factory=dict)


_under_way: ContextVar[_UnderWay | None] = ContextVar("kith_action", default=None)


def action(function: Callable[P, R]) -> Callable[P, R]:
    """All of it happens or none. Called by another action it becomes part of that one: both happen or neither does."""

    @wraps(function)
    def done(*args: P.args, **kwargs: P.kwargs) -> R:
        under_way = _under_way.get()
        # Inside a savepoint of that one it is whole in itself: the savepoint may be undone, and with it what it wrote.
        is_part = under_way is not None and under_way.depth == len(connection.savepoint_ids)
        with opened(), _part_of(under_way) if under_way and is_part else _whole():
            return function(*args, **kwargs)

    return _known(done)


def action_in_parts(function: Callable[P, R]) -> Callable[P, R]:
    """An action whose parts each stand for themselves: several letters, a file taken in, a look noted at once."""

    @wraps(function)
    def done(*args: P.args, **kwargs: P.kwargs) -> R:
        with opened():
            return function(*args, **kwargs)

    return _known(done)


def _known(function: Callable[P, R]) -> Callable[P, R]:
    """The action, which the house knows from now on. What it decides on, its actor need not be able to see."""
    name = f"{function.__module__.split('.')[1]}.{function.__name__}"
    there = KNOWN_ACTIONS.setdefault(name, function)
    if there.__module__ != function.__module__:
        raise TypeError(f"{name} is an action of {there.__module__} already: give {function.__module__}'s another name")
    KNOWN_ACTIONS[name] = function
    return function


def put_down(write: Callable[[list[T]], None], item: T) -> None:
    """Have this written with all others of its kind at the end of the action under way; at once where there is none."""
    under_way = _under_way.get()
    # Inside a savepoint nothing waits: it may be undone while the action goes on.
    if under_way is None or under_way.depth != len(connection.savepoint_ids):
        write([item])
    else:
        under_way.waiting.setdefault(write, []).append(item)


@contextmanager
def _whole() -> Iterator[None]:
    with transaction.atomic():
        new = _UnderWay(len(connection.savepoint_ids))
        token = _under_way.set(new)
        try:
            yield
        finally:
            _under_way.reset(token)
        for write, items in new.waiting.items():
            write(items)


@contextmanager
def _part_of(outer: _UnderWay) -> Iterator[None]:
    # No savepoint: whoever catches the refusal of a part cannot go on with the rest.
    with transaction.atomic(savepoint=False):
        before, outer.depth = outer.depth, len(connection.savepoint_ids)
        try:
            yield
        finally:
            outer.depth = before
