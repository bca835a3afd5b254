"""Declaring what one has to gain or to lose: about a point, a meeting, or all that the alliance does."""

from typing import Any

from kith.alliance.actions.locking import member
from kith.alliance.models.meetings import AgendaItem, DeclaredInterest, Meeting
from kith.alliance.rules.codes import AgendaItemId, MeetingId
from kith.alliance.rules.meetings import may_declare
from kith.kernel import clock
from kith.kernel.ids import MembershipId
from kith.kernel.refusal import Refusal
from kith.organisations.queries.people import is_working
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action


@action
def declare_interest(
    *,
    by: Actor,
    membership_id: MembershipId,
    words: str,
    meeting_id: MeetingId | None = None,
    item_id: AgendaItemId | None = None,
) -> None:
    """Write down the interest of a member: each for herself, and for others who prepare meetings; twice is once.

    Without a meeting it holds for every one.
    """
    access.require(by, Permission.SEE_THEMES)
    if membership_id != member(by):
        access.require(by, Permission.MANAGE_MEETINGS)
    if refusal := may_declare(words, is_point=item_id is not None, is_meeting=meeting_id is not None):
        raise refusal
    if not is_working(membership_id):
        raise Refusal("alliance_owner_left")
    if meeting_id and not Meeting.objects.filter(pk=meeting_id).exists():
        raise NotFound("meeting")
    if item_id and meeting_id and not AgendaItem.objects.filter(pk=item_id, meeting_id=meeting_id).exists():
        raise NotFound("agenda item")
    declared = {"declared_on": clock.today(), "noted_by_id": member(by)}
    about: dict[str, Any] = {"meeting_id": meeting_id, "item_id": item_id, "ended_on": None}
    row, is_new = DeclaredInterest.objects.get_or_create(
        membership_id=membership_id, words=" ".join(words.split())[:300], **about, defaults=declared
    )
    if is_new:
        audit.record(by, "alliance.interest_declared", row, membership=membership_id)


@action
def end_interest(*, by: Actor, interest_id: int) -> None:
    """Say that an interest that held for every meeting holds no more; said twice it is said once."""
    access.require(by, Permission.SEE_THEMES)
    rows = DeclaredInterest.objects.select_for_update().filter(pk=interest_id, meeting=None)
    row = rows.first()
    if row is None or (row.membership_id != member(by) and Permission.MANAGE_MEETINGS not in by.permissions):
        raise NotFound("interest")
    if row.ended_on is None:
        row.ended_on = clock.today()
        row.save(update_fields=["ended_on"])
        audit.record(by, "alliance.interest_ended", row, membership=row.membership_id)
