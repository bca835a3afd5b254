"""A column that holds one of the codes of an enumeration."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

Code = TypeVar("Code", bound=StrEnum)
if TYPE_CHECKING:  # only the type checker knows that a field has two types
    Text = models.CharField[Any, Any]
else:
    Text = models.CharField


def CodeField(codes: type[Code], **options: Any) -> models.CharField[Code | str, Code]:  # noqa: N802  # used as a class
    """Just long enough for its codes; the database holds no other; reading gives back the member of the enumeration.

    With ``blank`` the empty text stands for none of them and is given back as it is.
    """
    return CodeColumn(codes, **options)


class CodeColumn(Text):
    """The column itself. A migration keeps its codes as words: it holds when the enumeration has moved on."""

    def __init__(self, codes: type[StrEnum] | Iterable[str], **options: Any) -> None:
        """Take an enumeration, or its bare codes in a migration."""
        self.codes = tuple(str(each) for each in codes)
        self.member = codes if isinstance(codes, type) else None
        choices = [(each, each) for each in self.codes]
        super().__init__(**options | {"max_length": max(map(len, self.codes)), "choices": choices})

    def deconstruct(self) -> Any:
        """Name the codes as words."""
        name, path, args, options = super().deconstruct()
        del options["choices"], options["max_length"]
        if "default" in options:
            options["default"] = str(options["default"])
        return name, path, [list(self.codes), *args], options

    def db_check(self, connection: BaseDatabaseWrapper) -> str:
        """Let the database refuse every other code."""
        allowed = [*self.codes, ""] if self.blank else self.codes
        listed = ", ".join(f"'{each}'" for each in allowed)
        return f"{connection.ops.quote_name(str(self.column))} IN ({listed})"

    def from_db_value(self, value: str | None, *_how: object) -> StrEnum | str | None:
        """The member, where there is one."""
        return self.member(value) if value and self.member else value

    def get_prep_value(self, value: Any) -> Any:
        """The plain code."""
        return str(value) if isinstance(value, StrEnum) else super().get_prep_value(value)
