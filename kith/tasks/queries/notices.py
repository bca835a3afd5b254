"""The notices of Today."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Case, When

from kith.kernel.ids import FamilyId, MembershipId, NoticeId
from kith.kernel.listed import Listed
from kith.organisations.queries.people import MembershipCard, membership_cards
from kith.platform import access, audit
from kith.platform.access.viewer import Viewer
from kith.platform.listing import ListAsked, Paged, paged
from kith.platform.prepared import PreparedFor
from kith.tasks.models.notices import Notice, NoticeQuerySet
from kith.tasks.wording.notices import registered_notices

MOST_NOTICES = 30
WHO = ("from_membership_id", "membership_id", "leaver_id", "lead_id")


@dataclass(frozen=True)
class NoticeRow:
    """A notice not yet marked as seen, and who it is about."""

    id: NoticeId
    kind: str
    family_id: FamilyId | None
    facts: Mapping[str, object]
    raised_at: datetime
    is_for_team: bool
    who: MembershipCard | None


def unseen_notices(viewer: Viewer) -> Listed[NoticeRow]:
    """The viewer's notices and those of her team: what presses first, then the newest first."""
    return Listed.cut(_rows(_UNSEEN(viewer)), MOST_NOTICES)


def all_unseen_notices(viewer: Viewer, asked: ListAsked) -> Paged[NoticeRow]:
    """All of them, a page at a time. One entry in the audit says that the list was read."""
    audit.read(viewer, "tasks.notices_listed", "organisations.Membership", viewer.membership_id)
    found = paged(_unseen(viewer), asked)
    return found.with_rows(_rows(found.rows))


def _unseen(viewer: Viewer) -> NoticeQuerySet:
    pressing = [kind for kind, words in registered_notices().items() if words.is_pressing]
    presses = Case(When(kind__in=pressing, then=0), default=1)
    return access.visible(viewer, Notice.objects.unseen()).order_by(presses, "-raised_at", "-pk")


def _rows(rows: Sequence[Notice]) -> list[NoticeRow]:
    people = membership_cards(who for row in rows if (who := _who(row)))
    return [
        NoticeRow(
            id=NoticeId(row.pk),
            kind=row.kind,
            family_id=FamilyId(row.family_id) if row.family_id else None,
            facts=row.facts,
            raised_at=row.raised_at,
            is_for_team=row.team_id is not None,
            who=people.get(who) if (who := _who(row)) else None,
        )
        for row in rows
    ]


def _who(row: Notice) -> MembershipId | None:
    found = next((row.facts[name] for name in WHO if row.facts.get(name)), None)
    return MembershipId(found) if found else None


_UNSEEN = PreparedFor(lambda viewer: _unseen(viewer)[: MOST_NOTICES + 1])
