"""What the room's own queries begin with, the family itself, and how they take over what a row says."""

from collections.abc import Callable
from dataclasses import fields
from typing import Any, TypeVar, cast

from kith.families.models.family import Family
from kith.kernel.ids import FamilyId
from kith.platform import access
from kith.platform.access import NotFound
from kith.platform.access.viewer import Viewer

T = TypeVar("T")


def family_of(viewer: Viewer, family_id: FamilyId) -> Family:
    """The family's row; NotFound beyond the viewer's reach."""
    row = access.visible(viewer, Family.objects.filter(pk=family_id)).first()
    if row is None:
        raise NotFound("family")
    return row


def taken(kind: Callable[..., T], row: object, **said: Any) -> T:
    """A dataclass of this kind: what the row says under the same names, and what is said besides or instead."""
    names = (each.name for each in fields(cast("Any", kind)) if each.name not in said)
    return kind(**{name: getattr(row, name) for name in names}, **said)
