"""Who is asking, said to the database: once a transaction, in the same message as its first question.

The words hold for one transaction alone (``SET LOCAL``), so that a connection shared with others by a pooler never
carries them on. Outside a transaction each question is its own, and the words go with each. They cost no message of
their own. Where no viewer asks (a command) nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar
from enum import StrEnum
from functools import wraps
from typing import Any, NamedTuple, ParamSpec, Protocol, TypeVar
from uuid import UUID

from django.conf import settings
from django.db.backends.signals import connection_created
from psycopg.pq import TransactionStatus

from kith.kernel import clock

P = ParamSpec("P")
R = TypeVar("R")
SETTING = "kith.viewer"
OPEN = "open"
# Walls ask about these permissions and no others: a longer list would be searched for every row.
ASKED_ABOUT = frozenset(
    {
        *("see_family", "see_all_agreed", "break_glass", "see_concerns", "see_stories", "manage_caseloads"),
        *("administer_place", "see_education", "manage_education"),
        *("manage_panels", "manage_peers"),
        "administer",
    }
)
SIGN_IN = "sign_in"
"""Said like a permission on the pages where it is found out who signs in."""
SESSION, _KEY = "session", re.compile(r"[a-z0-9]{32}")
BEYOND: dict[str, str] = {}
"""Every reading that goes beyond its viewer's wall, by its name, and why it may."""

_asking: ContextVar[str | None] = ContextVar("kith_asking", default=None)


class Said(NamedTuple):
    """What a transaction was told: the role it acts in (tests alone set it here) and the words about the viewer."""

    role: str = ""
    words: str = ""


NOTHING = Said()
_UNKNOWN = Said(words="?")


class _Tests:
    """The role that requests take where a process has not stepped down as a whole: in tests."""

    role = ""


class Asker(Protocol):
    """Who asks, as far as the walls must know; the platform's viewer is one."""

    @property
    def kind(self) -> StrEnum:
        """Parent, staff, Kith itself, or a visitor."""

    @property
    def account_id(self) -> int | None:
        """By which they signed in."""

    @property
    def membership_id(self) -> int | None:
        """By which they are at work."""

    @property
    def organisation_ids(self) -> Collection[int]:
        """The organisations they work for."""

    @property
    def team_ids(self) -> Collection[int]:
        """The teams they work in."""

    @property
    def family_ids(self) -> Collection[UUID]:
        """Whose parent they are."""

    @property
    def permissions(self) -> Collection[StrEnum]:
        """What they may do."""


def seen_by(viewer: Asker) -> AbstractContextManager[None]:
    """Inside the block the database answers as the walls allow to this viewer."""
    if viewer.kind.value == "system":
        return opened()
    may = ASKED_ABOUT & {each.value for each in viewer.permissions}
    many = (viewer.organisation_ids, viewer.team_ids, viewer.family_ids, may)
    return asked_by(_words(viewer.kind.value, viewer.account_id, viewer.membership_id, *many))


def recognised(account: int) -> AbstractContextManager[None]:
    """Inside the block an account that has signed in sees its own rows, by which it is found out who that is."""
    return asked_by(_words("account", account))


def holding(key: str) -> AbstractContextManager[None]:
    """Inside the block the one session of this key is seen, and nothing else at all."""
    return asked_by(f"{SESSION}|{key if _KEY.fullmatch(key) else ''}")


@contextmanager
def signing_in() -> Iterator[None]:
    """Inside the block accounts, and the ways by which they sign in, are seen besides what the viewer sees."""
    said = _asking.get()
    if said in (None, OPEN):
        yield
        return
    parts = str(said).split("|")
    parts[6] = "{" + ",".join([*filter(None, [parts[6].strip("{}")]), SIGN_IN]) + "}"
    with asked_by("|".join(parts)):
        yield


def _words(kind: str, account: int | None = None, membership: int | None = None, *many: Collection[object]) -> str:
    """What the walls know of a viewer: one text, in the order in which the database's functions take it apart."""
    arrays = ["{" + ",".join(sorted(map(str, each))) + "}" for each in many] or ["{}"] * 4
    return "|".join(map(str, (kind, account or "", membership or "", *arrays, clock.now().isoformat(), clock.today())))


@contextmanager
def asked_by(said: str) -> Iterator[None]:
    """Inside the block the database answers as the walls allow by these words about a viewer."""
    token = _asking.set(said)
    try:
        yield
    finally:
        _asking.reset(token)


@contextmanager
def opened() -> Iterator[None]:
    """Inside the block the walls are open, where a viewer's stood: for what an action decides and writes."""
    if _asking.get() in (None, OPEN):
        yield
        return
    with asked_by(OPEN):
        yield


def beyond(why: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Let a query read beyond its viewer's wall, for a reason that is listed: counts, or what was decided before."""

    def make(function: Callable[P, R]) -> Callable[P, R]:
        BEYOND[f"{function.__module__}.{function.__qualname__}"] = why

        @wraps(function)
        def read(*args: P.args, **kwargs: P.kwargs) -> R:
            with opened():
                return function(*args, **kwargs)

        return read

    return make


def listen() -> None:
    """Have every connection that is made say who asks; safe to run twice."""
    connection_created.connect(_listens, dispatch_uid="kith.walls.saying")


@contextmanager
def in_role(role: str) -> Iterator[None]:
    """Inside the block requests act in this role of the database, and all else as before: for tests."""
    before, _Tests.role = _Tests.role, role
    try:
        yield
    finally:
        _Tests.role = before


def _listens(connection: Any, **_signal: object) -> None:
    if speak not in connection.execute_wrappers:
        connection.execute_wrappers.append(speak)


def speak(execute: Callable[..., Any], sql: Any, params: Any, many: Any, context: dict[str, Any]) -> Any:
    """Ask the database, and say with the question who asks if this transaction has not been told."""
    database, wanted = context["connection"], _wanted()
    status = database.connection.pgconn.transaction_status
    said = NOTHING if status == TransactionStatus.IDLE else vars(database).get("kith_said", NOTHING)
    if wanted == said or status == TransactionStatus.INERROR:
        answer = execute(sql, params, many, context)
    elif many or getattr(context["cursor"].cursor, "name", None):
        # These take one statement only. Outside a transaction nothing could be said: the walls stay closed.
        database.connection.execute("; ".join(_statements(wanted, said)))
        answer = execute(sql, params, many, context)
    else:
        statements = _statements(wanted, said)
        answer = execute("; ".join([*statements, sql]), params, many, context)
        for _ in statements:
            context["cursor"].nextset()
    # Back at a savepoint the words are those that held when it was set.
    is_back = isinstance(sql, str) and sql.startswith("ROLLBACK TO")
    database.kith_said = _UNKNOWN if is_back else wanted if status != TransactionStatus.INERROR else said
    return answer


def _wanted() -> Said:
    asking = _asking.get()
    if settings.KITH.part == "worker":
        return Said(words=OPEN)
    if asking is None or not (_Tests.role or settings.KITH.part == "web"):
        return NOTHING
    return Said(_Tests.role, asking)


def _statements(wanted: Said, said: Said) -> list[str]:
    """The words hold numbers, ids, codes, a time, or 32 letters and digits: nothing that could end the text."""
    role = [f"SET LOCAL ROLE {wanted.role or 'NONE'}"] if wanted.role or said.role or _Tests.role else []
    return [*role, f"SET LOCAL {SETTING} = '{wanted.words}'"]
