"""Questions to the database that are put together once, and asked often with other values.

Django builds and compiles a queryset each time it is used. For pages that ask thirty small questions this costs more
than the answers do. A prepared question keeps what was compiled, and only fills in the values that were left open.
"""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from copy import copy
from dataclasses import replace
from datetime import date, datetime
from typing import Any, Generic, TypeVar

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Field, ForeignKey, Lookup, QuerySet, Value
from django.db.models.sql import Query
from django.db.models.sql.compiler import SQLCompiler

from kith.kernel import clock
from kith.platform.access.viewer import Viewer
from kith.platform.once import keeps_answers

Row = TypeVar("Row")
_prepared: "list[Prepared[Any]]" = []
_for_viewers: "list[PreparedFor[Any]]" = []
_preparing: ContextVar[bool] = ContextVar("preparing", default=False)


class Given(Value):
    """A value that is left open until the question is asked; given by its name, or found then for the viewer."""

    def __init__(self, name: str, of_viewer: Callable[[Viewer], object] | None = None) -> None:
        super().__init__(None)
        self.name = name
        self.of_viewer = of_viewer

    def as_sql(self, compiler: SQLCompiler, connection: Any) -> tuple[str, tuple[Any, ...]]:  # noqa: ARG002
        """A place for the value, which is found again by its name."""
        return "%s", (_Place(self.name, self.of_viewer),)


class _Place(str):
    """Where a value goes among the parameters."""

    of_viewer: Callable[[Viewer], object] | None

    def __new__(cls, name: str, of_viewer: Callable[[Viewer], object] | None) -> "_Place":
        place = super().__new__(cls, name)
        place.of_viewer = of_viewer
        return place

    def filled(self, given: dict[str, Any]) -> object:
        """The value for this question."""
        return given[self] if self.of_viewer is None else self.of_viewer(given[_VIEWER])


_VIEWER = "viewer"
_ACCOUNT = Given("account", lambda viewer: viewer.account_id)
_ME = Given("me", lambda viewer: viewer.membership_id)
_ORGANISATIONS = Given("organisations", lambda viewer: list(viewer.organisation_ids))
_TEAMS = Given("teams", lambda viewer: list(viewer.team_ids))
_FAMILIES = Given("families", lambda viewer: list(viewer.family_ids))
_TODAY = Given("today", lambda _viewer: clock.today())
_NOW = Given("now", lambda _viewer: clock.now())


def is_open(viewer: Viewer) -> bool:
    """Whether this stands for all viewers of its kind: what is asked for it is asked later, for one of them."""
    return isinstance(viewer.organisation_ids, Given)


def today() -> date | Given:
    """Today; in a question that is being prepared, the day on which it will be asked."""
    return _TODAY if _preparing.get() else clock.today()


def now() -> datetime | Given:
    """Now; in a question that is being prepared, the moment at which it will be asked."""
    return _NOW if _preparing.get() else clock.now()


@ForeignKey.register_lookup
@Field.register_lookup
class _AnyOf(Lookup):
    """``column__any=Given("ids")``: the column is one of the values of a list, given now or when it is asked."""

    lookup_name = "any"
    prepare_rhs = False

    def as_sql(self, compiler: SQLCompiler, connection: Any) -> tuple[str, tuple[Any, ...]]:
        """The column compared with an array."""
        column, before = self.process_lhs(compiler, connection)
        if not hasattr(self.rhs, "as_sql"):
            return f"{column} = ANY(%s)", (*before, list(self.rhs))
        values, after = compiler.compile(self.rhs)
        return f"{column} = ANY({values})", (*before, *after)


class Prepared(Generic[Row]):
    """A queryset with values left open, compiled at its first use.

    It must not hold a day or a moment, which would be those of the first use: a test compiles every prepared question
    at two different times and compares. ``select_related`` is kept; ``prefetch_related`` is not.
    """

    def __init__(self, build: Callable[[], "QuerySet[Any, Row]"], *, is_listed: bool = True) -> None:
        self._build = build
        self._asked: tuple[QuerySet[Any, Row], SQLCompiler, str, tuple[Any, ...]] | None = None
        if is_listed:
            _prepared.append(self)

    def __call__(self, **given: object) -> list[Row]:
        """The rows for these values."""
        asked, compiler, sql, params = self._asked or self._compile()
        filled: Any = copy(compiler)
        filled.connection = connection
        values = tuple(each.filled(given) if isinstance(each, _Place) else each for each in params)
        filled.as_sql = lambda *_args, **_options: (sql, values)
        rows: Any = QuerySet(model=asked.model, query=_Filled(asked.query, filled))  # type: ignore[arg-type]
        rows._iterable_class, rows._fields = asked._iterable_class, asked._fields  # type: ignore[attr-defined]  # not in the stubs
        return list(rows)

    def compiled(self) -> tuple[str, tuple[Any, ...]]:
        """The statement and its parameters, compiled anew; nothing where no row can ever be found."""
        with _while_preparing():
            compiler = self._build().query.get_compiler(connection=connection)
            try:
                sql, params = compiler.as_sql()
            except EmptyResultSet:
                sql, params = "", ()
        return sql, tuple(params)

    def _compile(self) -> tuple["QuerySet[Any, Row]", SQLCompiler, str, tuple[Any, ...]]:
        with _while_preparing():
            asked = self._build()
            compiler = asked.query.get_compiler(connection=connection)
            sql, params = compiler.as_sql()
        self._asked = asked, compiler, sql, tuple(params)
        return self._asked


class PreparedFor(Generic[Row]):
    """A queryset built for a viewer, compiled once for all who hold the same permissions.

    It is built for an open viewer, whose membership, organisations, teams and families are found when it is asked.
    """

    def __init__(self, build: Callable[[Viewer], "QuerySet[Any, Row]"]) -> None:
        self._build = build
        self._by_shape: dict[Hashable, Prepared[Row]] = {}
        _for_viewers.append(self)

    def __call__(self, viewer: Viewer, **given: object) -> list[Row]:
        """The rows for this viewer and these values; none where viewers like this one can never find any."""
        question = self.question_for(viewer)
        try:
            return question(**given, **{_VIEWER: viewer})
        except EmptyResultSet:
            return []

    def question_for(self, viewer: Viewer) -> Prepared[Row]:
        """The question as it is asked for all viewers like this one."""
        shape = (viewer.kind, viewer.permissions, viewer.membership_id is None, keeps_answers())
        if shape not in self._by_shape:
            # Kept in the room of this one, not among those of the house: what it holds is tested by viewer.
            self._by_shape[shape] = Prepared(lambda: self._build(_open(viewer)), is_listed=False)
        return self._by_shape[shape]


def _open(viewer: Viewer) -> Viewer:
    places: dict[str, Any] = {
        "account_id": _ACCOUNT,
        "membership_id": None if viewer.membership_id is None else _ME,
        "organisation_ids": _ORGANISATIONS,
        "team_ids": _TEAMS,
        "family_ids": _FAMILIES,
    }
    return replace(viewer, name="", role="", role_name="", **places)


@contextmanager
def _while_preparing() -> Iterator[None]:
    token = _preparing.set(True)
    try:
        yield
    finally:
        _preparing.reset(token)


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
