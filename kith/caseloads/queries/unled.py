"""The families without a lead."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q

from kith.caseloads.models.leading import NamedLead
from kith.families.queries.cards import FamilyCard, cards_in_reach, newest_in_reach
from kith.families.queries.names import is_named
from kith.kernel.ids import FamilyId
from kith.kernel.listed import Listed
from kith.platform import access, audit
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.listing import ListAsked, Paged

MOST_UNLED = 10


@dataclass(frozen=True)
class UnledRow:
    """A family without a lead."""

    family_id: FamilyId


def unled_families(viewer: Viewer) -> Listed[UnledRow]:
    """List the newest families in reach that have no lead."""
    access.require(viewer, Permission.SEE_TODAY)
    newest = newest_in_reach(viewer, where=_unled(), limit=MOST_UNLED + 1)
    return Listed.cut([UnledRow(family_id) for family_id in newest], MOST_UNLED)


def all_unled_families(viewer: Viewer, asked: ListAsked) -> Paged[FamilyCard]:
    """All of them, a page at a time. One entry in the audit says that the list was read."""
    access.require(viewer, Permission.SEE_TODAY)
    audit.read(viewer, "caseloads.unled_listed", "organisations.Membership", viewer.membership_id)
    return cards_in_reach(viewer, where=_unled() & is_named(viewer, asked.words, family="pk"), asked=asked)


def _unled() -> Q:
    return ~Q(Exists(NamedLead.objects.current().filter(family_id=OuterRef("pk"))))
