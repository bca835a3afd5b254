"""A status machine: the states that something comes to, and which may follow which. Pure."""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Generic, TypeVar

State = TypeVar("State", bound=StrEnum)


@dataclass(frozen=True)
class StatusMachine(Generic[State]):
    """Which states may follow each of the states; one that no state may follow is settled, the others are open."""

    following: Mapping[State, Set[State]]

    @cached_property
    def settled(self) -> frozenset[State]:
        """The states in which it stays."""
        return frozenset(state for state, following in self.following.items() if not following)

    def allows(self, state: State, *, after: State) -> bool:
        """Whether this state may follow that one."""
        return state in self.following[after]
