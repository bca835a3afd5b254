"""Who is asking."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeAlias

from django.conf import settings
from django.contrib.auth import SESSION_KEY, logout
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest

from kith.kernel.ids import AccountId, FamilyId, MembershipId, OrganisationId, TeamId
from kith.platform.access.permissions import ANONYMOUS_PERMISSIONS, Permission
from kith.walls.saying import recognised


class ViewerKind(StrEnum):
    """The four kinds of asker."""

    ANONYMOUS = "anonymous"
    PARENT = "parent"
    STAFF = "staff"
    SYSTEM = "system"


@dataclass(frozen=True)
class Viewer:
    """A person or Kith itself, reading or acting, with all that the gate needs to know of them."""

    kind: ViewerKind
    account_id: AccountId | None = None
    membership_id: MembershipId | None = None
    name: str = ""
    role: str = ""
    role_name: str = ""
    organisation_ids: frozenset[OrganisationId] = field(default_factory=frozenset)
    team_ids: frozenset[TeamId] = field(default_factory=frozenset)
    family_ids: frozenset[FamilyId] = field(default_factory=frozenset)
    permissions: frozenset[Permission] = field(default_factory=frozenset)

    @property
    def is_signed_in(self) -> bool:
        """Whether this is a person with an account."""
        return self.account_id is not None

    @property
    def is_staff(self) -> bool:
        """Whether this viewer works or volunteers for the alliance."""
        return self.kind is ViewerKind.STAFF

    @property
    def is_parent(self) -> bool:
        """Whether this is a parent or carer, on a page of her own."""
        return self.kind is ViewerKind.PARENT


Actor: TypeAlias = Viewer
"""The same person when she writes."""


class Request(HttpRequest):
    """A request that has passed the gate: it knows its viewer."""

    viewer: Viewer


ANONYMOUS = Viewer(kind=ViewerKind.ANONYMOUS, permissions=ANONYMOUS_PERMISSIONS)


def system_actor(name: str) -> Actor:
    """Kith itself, acting for a job or an import; it may do everything and is named in the audit."""
    return Viewer(kind=ViewerKind.SYSTEM, name=name, permissions=frozenset(Permission))


# Sources take an Account; the access gate lies below accounts and does not know them.
_sources: list[Callable[[Any], Viewer | None]] = []


def register_viewer_source(source: Callable[[Any], Viewer | None]) -> None:
    """Let a room say who an account is (a member of staff, a parent); asked in order of registration."""
    if source not in _sources:
        _sources.append(source)


def viewer_of(request: HttpRequest) -> Viewer:
    """Who sent this request. Without a session cookie no account is looked up; a former viewer's session is ended."""
    account = _recognised(request) if settings.SESSION_COOKIE_NAME in request.COOKIES else None
    if account is None:
        return ANONYMOUS
    viewer = viewer_of_account(account)
    if viewer is None:
        logout(request)
    return viewer or ANONYMOUS


def _recognised(request: HttpRequest) -> AbstractBaseUser | None:
    """The account that the session names, looked up here by its own number alone."""
    named = str(request.session.get(SESSION_KEY, ""))
    if not named.isdecimal():
        return None
    with recognised(int(named)):
        return request.user if request.user.is_authenticated else None


def viewer_of_account(account: AbstractBaseUser) -> Viewer | None:
    """Who signs in by this account at present; None where the account is closed or no longer a viewer's."""
    if not account.is_active:
        return None
    with recognised(account.pk):
        return next((viewer for source in _sources if (viewer := source(account))), None)
