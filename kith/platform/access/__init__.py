"""The access gate: who is asking, what they may do; the few questions that every read and write must pass."""

from collections.abc import Callable
from typing import Any, Protocol, Self, TypeVar

from django.core.exceptions import PermissionDenied
from django.http import Http404

from kith.kernel.ids import FamilyId
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor, Viewer, ViewerKind


class Forbidden(PermissionDenied):
    """The role does not include this; the person is told so."""


class NotFound(Http404):
    """There is no such thing for this viewer; whether it exists is not said."""


class Scoped(Protocol):
    """A queryset that knows which of its rows a viewer may see."""

    def visible_to(self, viewer: Viewer) -> Self:
        """Only the rows this viewer may see."""


ScopedQuerySet = TypeVar("ScopedQuerySet", bound=Scoped)
_scopes: dict[str, Callable[[Viewer, Any], bool]] = {}


def register_scope(name: str, may_open: Callable[[Viewer, Any], bool]) -> None:
    """Let the room that owns a kind of record decide who may open one."""
    _scopes[name] = may_open


def require(by: Actor, permission: Permission, *, family_id: FamilyId | None = None) -> None:
    """Go on only if the actor may do this (to this family); Forbidden or NotFound otherwise."""
    if permission not in by.permissions:
        raise Forbidden(permission.value)
    if family_id is not None and not _within_reach(by, family_id):
        raise NotFound("family")


def visible(viewer: Viewer, rows: ScopedQuerySet) -> ScopedQuerySet:
    """The rows of the queryset that this viewer may see."""
    return rows.visible_to(viewer)


def _within_reach(viewer: Viewer, family_id: FamilyId) -> bool:
    return viewer.kind is ViewerKind.SYSTEM or _scopes["family"](viewer, family_id)
