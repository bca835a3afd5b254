"""The families without a lead."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q

from kith.caseloads.models.leading import NamedLead, NamedLeadQuerySet
from kith.families.queries.cards import newest_in_reach
from kith.kernel.ids import FamilyId
from kith.kernel.listed import Listed
from kith.platform import access
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer

MOST_UNLED = 10


@dataclass(frozen=True)
class UnledRow:
    """A family without a lead."""

    family_id: FamilyId


def unled_families(viewer: Viewer) -> Listed[UnledRow]:
    """List the newest families in reach that have no lead."""
    access.require(viewer, Permission.SEE_TODAY)
    newest = newest_in_reach(viewer, where=~Q(Exists(_led("pk"))), limit=MOST_UNLED + 1)
    return Listed.cut([UnledRow(family_id) for family_id in newest], MOST_UNLED)


def _led(reference: str) -> NamedLeadQuerySet:
    return NamedLead.objects.current().filter(family_id=OuterRef(reference))
