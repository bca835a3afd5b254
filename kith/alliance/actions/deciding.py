"""Deciding at a meeting: a number, words, and one person who does it by one day; and doing it."""

from datetime import date

from django.db import connection
from django.db.models import Max

from kith.alliance.actions.locking import locked_meeting, member
from kith.alliance.models.meetings import AgendaItem, AgreedAction, Decision
from kith.alliance.rules.codes import AgendaItemId, AgreedActionId, MeetingId
from kith.alliance.rules.meetings import NewDecision, may_decide, number_of
from kith.alliance.rules.notices import NoticeKind
from kith.kernel import clock
from kith.kernel.ids import MembershipId
from kith.kernel.refusal import Refusal
from kith.listening.actions.promising import NewPromise, promise_by_decision
from kith.listening.rules.codes import ThemeId
from kith.organisations.queries.people import is_working
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor, system_actor
from kith.platform.action import action
from kith.tasks.actions.notices import raise_notice

# The lock behind which decisions are numbered; any number of its own will do.
NUMBERS_LOCK = 0x64656369


@action
def decide(*, by: Actor, meeting_id: MeetingId, item_id: AgendaItemId, new: NewDecision) -> str:
    """Write a decision down under the next number of the year, and give it to its owner; gives the number.

    About a theme it is also what parents are promised, in the same words.
    """
    meeting = locked_meeting(by, meeting_id)
    item = meeting.items.filter(pk=item_id).first()
    if item is None:
        raise NotFound("agenda item")
    today = clock.today()
    owner = MembershipId(new.owner) if new.owner else None
    is_here = owner is not None and is_working(owner)
    if refusal := may_decide(meeting.state, new, is_working=is_here, today=today):
        raise refusal
    if owner is None or new.due_on is None:
        raise Refusal("decision_without_owner")
    if before := _the_same(item, new):
        return before
    year = clock.local(meeting.starts_at).year
    row = Decision.objects.create(
        item=item,
        year=year,
        number=_next_number(year),
        words=new.words.strip(),
        decided_on=today,
        noted_by_id=member(by),
    )
    audit.record(by, "alliance.decided", row, number=number_of(row.year, row.number), owner=owner)
    _give(row, item, new.what.strip(), owner, new.due_on)
    if item.theme_id:
        promise_by_decision(by, ThemeId(item.theme_id), NewPromise(new.words, owner, new.due_on))
    return number_of(row.year, row.number)


@action
def finish_action(*, by: Actor, action_id: AgreedActionId, evidence: str) -> None:
    """Say that an agreed action is done, and by what that is seen; its owner does, or who prepares meetings."""
    row = _locked(by, action_id)
    if row.done_on:
        return
    if not evidence.strip():
        raise Refusal("evidence_missing")
    row.done_on, row.evidence = clock.today(), evidence.strip()
    row.save(update_fields=["done_on", "evidence"])
    audit.record(by, "alliance.action_finished", row)


@action
def put_off_action(*, by: Actor, action_id: AgreedActionId, due_on: date) -> None:
    """Move an agreed action to a later day; the day first agreed stays beside it."""
    row = _locked(by, action_id)
    if row.done_on:
        raise Refusal("action_is_done")
    if due_on < clock.today() or due_on < row.first_due_on:
        raise Refusal("promise_due_past")
    before, row.due_on = row.due_on, due_on
    row.save(update_fields=["due_on"])
    audit.record(by, "alliance.action_put_off", row, before=before, after=due_on)


@action
def give_action_to(*, by: Actor, action_id: AgreedActionId, owner: MembershipId) -> None:
    """Give an agreed action to another person who works here; she is told."""
    row = _locked(by, action_id)
    if row.done_on:
        raise Refusal("action_is_done")
    if not is_working(owner):
        raise Refusal("alliance_owner_left")
    before, row.owner_id = row.owner_id, owner
    row.save(update_fields=["owner"])
    audit.record(by, "alliance.action_given", row, before=before, owner=owner)
    tell_owner(row)


def tell_owner(row: AgreedAction) -> None:
    """Tell the owner of an agreed action that it is theirs."""
    raise_notice(
        by=system_actor("alliance"),
        kind=NoticeKind.ACTION_GIVEN,
        to=MembershipId(row.owner_id),
        facts={"action_id": row.pk, "due_on": row.due_on.isoformat()},
        dedupe_key=f"{NoticeKind.ACTION_GIVEN}-{row.pk}-{row.owner_id}",
    )


def _locked(by: Actor, action_id: AgreedActionId) -> AgreedAction:
    row = AgreedAction.objects.select_for_update(of=("self",)).filter(pk=action_id).first()
    if row is None or (row.owner_id != by.membership_id and Permission.MANAGE_MEETINGS not in by.permissions):
        raise NotFound("agreed action")
    if row.owner_id != by.membership_id:
        access.require(by, Permission.MANAGE_MEETINGS)
    return row


def _the_same(item: AgendaItem, new: NewDecision) -> str:
    before = item.decisions.filter(words=new.words.strip()).first()
    return number_of(before.year, before.number) if before else ""


def _next_number(year: int) -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [NUMBERS_LOCK])
    return (Decision.objects.filter(year=year).aggregate(last=Max("number"))["last"] or 0) + 1


def _give(row: Decision, item: AgendaItem, what: str, owner: MembershipId, due_on: date) -> None:
    given = AgreedAction.objects.create(
        decision=row, theme_id=item.theme_id, what=what, owner_id=owner, due_on=due_on, first_due_on=due_on
    )
    tell_owner(given)
