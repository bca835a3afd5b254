"""Turns by their ids: how they stand now, and what to call those who wait by."""

from collections.abc import Iterable
from dataclasses import dataclass

from kith.cafes.models import Turn
from kith.cafes.rules.codes import TurnId, TurnState
from kith.families.queries.cards import family_cards
from kith.kernel.ids import FamilyId
from kith.platform import access, audit
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer


@dataclass(frozen=True)
class TurnNow:
    """A turn as it stands: what to call her by, where that is known, and her number on the list."""

    id: TurnId
    number: int
    name: str
    state: TurnState


def turns_now(viewer: Viewer, turn_ids: Iterable[TurnId]) -> dict[TurnId, TurnNow]:
    """Those of these turns that are at the viewer's own organisation; each family named is noted as looked at."""
    access.require(viewer, Permission.SEE_REGISTER)
    here = Turn.objects.filter(session__series__organisation_id__in=viewer.organisation_ids)
    rows = list(here.filter(pk__in=set(turn_ids)))
    families = family_cards(viewer, {FamilyId(row.family_id) for row in rows if row.family_id})
    found = {}
    for row in rows:
        family = families.get(FamilyId(row.family_id)) if row.family_id else None
        if family:
            audit.read(viewer, "cafes.one_to_one_list", Turn._meta.label, row.pk, family_id=family.id)
        name = row.known_as or (family.name if family else "")
        found[TurnId(row.pk)] = TurnNow(TurnId(row.pk), row.number, name, TurnState(row.state))
    return found


def turns_of_family(family_id: FamilyId) -> list[TurnId]:
    """The turns that a family had or has; for the room that ends questions about them."""
    return [TurnId(pk) for pk in Turn.objects.filter(family_id=family_id).values_list("pk", flat=True)]
