"""Questions to the database that are put together once, and asked often with other values.

Django builds and compiles a queryset each time it is used. For pages that ask thirty small questions this costs more
than the answers do. A prepared question keeps what was compiled, and only fills in the values that were left open.
"""

from collections.abc import Callable
from copy import copy
from typing import Any, Generic, TypeVar

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Field, ForeignKey, Lookup, QuerySet, Value
from django.db.models.sql import Query
from django.db.models.sql.compiler import SQLCompiler

Row = TypeVar("Row")
_prepared: "list[Prepared[Any]]" = []


class Given(Value):
    """A value that is left open until the question is asked."""

    def __init__(self, name: str) -> None:
        super().__init__(None)
        self.name = name

    def as_sql(self, compiler: SQLCompiler, connection: Any) -> tuple[str, tuple[Any, ...]]:  # noqa: ARG002
        """A place for the value, which is found again by its name."""
        return "%s", (_Place(self.name),)


class _Place(str):
    """Where a value goes among the parameters."""

    __slots__ = ()


@ForeignKey.register_lookup
@Field.register_lookup
class _AnyOf(Lookup):
    """``column__any=Given("ids")``: the column is one of the values of a list given when the question is asked."""

    lookup_name = "any"

    def as_sql(self, compiler: SQLCompiler, connection: Any) -> tuple[str, tuple[Any, ...]]:
        """The column compared with an array."""
        column, before = self.process_lhs(compiler, connection)
        values, after = compiler.compile(self.rhs)
        return f"{column} = ANY({values})", (*before, *after)


class Prepared(Generic[Row]):
    """A queryset with values left open, compiled at its first use.

    It must not hold a day or a moment, which would be those of the first use: a test compiles every prepared question
    at two different times and compares. ``select_related`` is kept; ``prefetch_related`` is not.
    """

    def __init__(self, build: Callable[[], "QuerySet[Any, Row]"]) -> None:
        self._build = build
        self._asked: tuple[QuerySet[Any, Row], SQLCompiler, str, tuple[Any, ...]] | None = None
        _prepared.append(self)

    def __call__(self, **given: object) -> list[Row]:
        """The rows for these values."""
        asked, compiler, sql, params = self._asked or self._compile()
        filled: Any = copy(compiler)
        filled.connection = connection
        values = tuple(given[each] if isinstance(each, _Place) else each for each in params)
        filled.as_sql = lambda *_args, **_options: (sql, values)
        rows: Any = QuerySet(model=asked.model, query=_Filled(asked.query, filled))  # type: ignore[arg-type]
        rows._iterable_class, rows._fields = asked._iterable_class, asked._fields  # type: ignore[attr-defined]  # not in the stubs
        return list(rows)

    def compiled(self) -> tuple[str, tuple[Any, ...]]:
        """The statement and its parameters, compiled anew; nothing where no row can ever be found."""
        compiler = self._build().query.get_compiler(connection=connection)
        try:
            sql, params = compiler.as_sql()
        except EmptyResultSet:
            sql, params = "", ()
        return sql, tuple(params)

    def _compile(self) -> tuple["QuerySet[Any, Row]", SQLCompiler, str, tuple[Any, ...]]:
        asked = self._build()
        compiler = asked.query.get_compiler(connection=connection)
        sql, params = compiler.as_sql()
        self._asked = asked, compiler, sql, tuple(params)
        return self._asked


class _Filled:
    """A query whose compiler is ready; for everything else the query it was made of."""

    def __init__(self, query: Query, compiler: SQLCompiler) -> None:
        self._query = query
        self._compiler = compiler

    def __getattr__(self, name: str) -> Any:
        return getattr(self._query, name)

    def get_compiler(self, *_args: object, **_options: object) -> SQLCompiler:
        """The one that was filled in."""
        return self._compiler
