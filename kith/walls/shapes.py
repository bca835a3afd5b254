"""Which rows a viewer may see, as conditions that the database itself asks of every row: the shapes of a wall.

A shape is made of ways; a row that fulfils one of them is seen. What the viewer may see is said once a transaction
(``saying``). A way is as plain as can be, or one call of a function: whatever stands here is planned anew for every
question to the table, and a subquery costs ten times what the question does (docs/decisions/0028-the-second-wall.md).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

SAID = "current_setting('kith.viewer', true)"
# An action sees every row, and so does the worker. Asked once a question, not once a row.
IS_OPEN = f"(SELECT {SAID} = 'open')"


def said(part: int) -> str:
    """One part of the words about the viewer; null where nothing is said of it."""
    return f"nullif(split_part({SAID}, '|', {part}), '')"


def may(permission: str) -> str:
    """Whether the viewer is at work and may do this: one of the permissions that walls ask about (``saying``)."""
    return f"strpos({said(7)}, '{permission}') > 0"


@dataclass(frozen=True)
class Shape:
    """Ways to see a row, as SQL; ``{row}`` stands for its table."""

    ways: tuple[str, ...] = ()
    may_add: bool = False

    def __or__(self, other: Shape) -> Shape:
        """Rows that are seen by one or the other."""
        return Shape((*self.ways, *other.ways), self.may_add or other.may_add)

    def for_those_who_may(self, permission: StrEnum) -> Shape:
        """The same, but for people at work with this permission alone."""
        return self._if(may(permission.value))

    def for_staff(self) -> Shape:
        """The same, but for people at work alone."""
        return self._if(f"{said(1)} = 'staff'")

    def while_empty(self, column: str) -> Shape:
        """The same, as long as this column is empty."""
        return self._if(f"{{row}}.{column} IS NULL")

    def on(self, table: str) -> str:
        """The condition on a row of this table."""
        return "\n    OR ".join([IS_OPEN, *self.ways]).replace("{row}", table)

    def _if(self, condition: str) -> Shape:
        return Shape(tuple(f"({condition} AND ({way}))" for way in self.ways), self.may_add)


def by_nobody() -> Shape:
    """Rows that no page shows by itself: actions and the worker read them."""
    return Shape()


def added_by_all() -> Shape:
    """Rows that any request may add, and does not thereby see."""
    return Shape(may_add=True)


def own_account(column: str) -> Shape:
    """Rows of the account that has signed in, or is just being recognised."""
    return Shape((f"{{row}}.{column} = {said(2)}::bigint",))


def while_signing_in() -> Shape:
    """Rows that are read to find out who signs in, on the pages of signing in alone."""
    return Shape((may("sign_in"),))


def by_session_key(column: str) -> Shape:
    """The row of the one key that the asker holds."""
    return Shape((f"({said(1)} = 'session' AND {{row}}.{column} = {said(2)})",))


def by_person(column: str) -> Shape:
    """Rows of the viewer's own membership."""
    return Shape((f"{{row}}.{column} = {said(3)}::bigint",))


def by_team(column: str) -> Shape:
    """Rows of a team of the viewer's."""
    return Shape((f"{{row}}.{column} = ANY ({said(5)}::bigint[])",))


def by_organisation(column: str) -> Shape:
    """Rows of the viewer's organisation."""
    return Shape((f"{{row}}.{column} = ANY ({said(4)}::bigint[])",))


def through(column: str, table: str) -> Shape:
    """Rows that belong to a row of another table which is seen."""
    return Shape((f"EXISTS (SELECT 1 FROM {table} AS above WHERE above.id = {{row}}.{column})",))


def asking(function: str, column: str) -> Shape:
    """Rows of which a function of the room says so, by the value of this column."""
    return Shape((f"{function}({{row}}.{column})",))
