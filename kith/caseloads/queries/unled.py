"""The families without a lead."""

from dataclasses import dataclass

from django.db.models import QuerySet

from kith.caseloads.models.unled import Unled
from kith.families.queries.bereavement import bereaved
from kith.families.queries.cards import FamilyCard, family_cards
from kith.families.queries.names import is_named
from kith.families.queries.reach import within_reach
from kith.kernel.ids import FamilyId
from kith.kernel.listed import Listed
from kith.platform import access, audit
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.listing import ListAsked, Paged, paged
from kith.platform.prepared import PreparedFor

MOST_UNLED = 10


@dataclass(frozen=True)
class UnledRow:
    """A family without a lead."""

    family_id: FamilyId


def unled_families(viewer: Viewer) -> Listed[UnledRow]:
    """List the newest families in reach that have no lead."""
    access.require(viewer, Permission.SEE_TODAY)
    return Listed.cut([UnledRow(FamilyId(family_id)) for family_id in _FIRST(viewer)], MOST_UNLED)


def all_unled_families(viewer: Viewer, asked: ListAsked) -> Paged[FamilyCard]:
    """All of them, a page at a time. One entry in the audit says that the list was read."""
    access.require(viewer, Permission.SEE_TODAY)
    audit.read(viewer, "caseloads.unled_listed", "organisations.Membership", viewer.membership_id)
    found = paged(_newest(viewer).filter(is_named(viewer, asked.words, family="family_id")), asked)
    ids = [FamilyId(row.family_id) for row in found.rows]
    cards = family_cards(viewer, ids)
    return found.with_rows(cards[family_id] for family_id in ids if family_id in cards)


def _newest(viewer: Viewer) -> QuerySet[Unled]:
    rows = Unled.objects.filter(within_reach(viewer, family="family_id"), ~bereaved(family="family_id"))
    return rows.order_by("-registered_at", "family_id")


_FIRST = PreparedFor(lambda viewer: _newest(viewer).values_list("family_id", flat=True)[: MOST_UNLED + 1])
