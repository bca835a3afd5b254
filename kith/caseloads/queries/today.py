"""Today: looking at it, and which families have nobody yet."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q

from kith.caseloads.models.leading import NamedLead, NamedLeadQuerySet
from kith.families.queries.cards import newest_in_reach
from kith.kernel.ids import FamilyId
from kith.kernel.listed import Listed
from kith.platform import access, audit
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer

MOST_UNLED = 10


@dataclass(frozen=True)
class UnledRow:
    """A family that nobody leads yet."""

    family_id: FamilyId


def look_at_today(viewer: Viewer) -> None:
    """Note that the viewer reads the lists of her day.

    One entry in the audit says that the lists were read: a row of them shows a name, languages and a due day but opens
    no record, and an entry for each row at each glance would bury the real openings that a family is shown
    (docs/decisions/0010-who-looked.md).
    """
    access.require(viewer, Permission.SEE_TODAY)
    audit.read(viewer, "caseloads.today_listed", "organisations.Membership", viewer.membership_id)


def unled_families(viewer: Viewer) -> Listed[UnledRow]:
    """The newest families in reach whom nobody leads."""
    access.require(viewer, Permission.SEE_TODAY)
    newest = newest_in_reach(viewer, where=~Q(Exists(_led("pk"))), limit=MOST_UNLED + 1)
    return Listed.cut([UnledRow(family_id) for family_id in newest], MOST_UNLED)


def _led(reference: str) -> NamedLeadQuerySet:
    return NamedLead.objects.current().filter(family_id=OuterRef(reference))
