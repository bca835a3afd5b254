"""Planning and calling off events, asking members to share them, and noting what they shared."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kith.awareness.models.events import PromotedEvent, ShareAsk, SharedWhere
from kith.awareness.rules.codes import Channel, EventId, EventKind
from kith.awareness.rules.notices import NoticeKind
from kith.awareness.rules.sharing import may_plan, may_share
from kith.kernel import clock
from kith.kernel.ids import MembershipId, OrganisationId
from kith.organisations.queries.alliance import alliance_members
from kith.organisations.queries.people import whom_to_tell
from kith.platform import access, audit, freshness
from kith.platform.access import Forbidden, NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.platform.freshness import Topic
from kith.platform.ui.marketing import keep_to_the_code
from kith.tasks.actions.notices import raise_notice


@dataclass(frozen=True)
class NewEvent:
    """An event: texts by language, its days, and where they come from."""

    kind: EventKind
    title: Mapping[str, str]
    short: Mapping[str, str]
    long: Mapping[str, str]
    from_on: date
    until_on: date
    source: str
    link: str = ""
    known: str = ""


@action
def plan_event(*, by: Actor, new: NewEvent, request_key: UUID) -> EventId:
    """Put an event into the public calendar; the same request key, or the same known day, puts it in once."""
    member = _member(by)
    keep_to_the_code(*new.title.values(), *new.short.values(), *new.long.values(), new.link)
    if before := PromotedEvent.objects.filter(request_key=request_key).first():
        return EventId(before.pk)
    if refusal := may_plan(new.short, from_on=new.from_on, until_on=new.until_on, today=clock.today()):
        raise refusal
    said = {**vars(new), "title": dict(new.title), "short": dict(new.short), "long": dict(new.long)}
    said |= {"added_by_id": member, "request_key": request_key}
    if new.known:
        once = {name: said.pop(name) for name in ("known", "from_on")}
        row, is_new = PromotedEvent.objects.get_or_create(**once, called_off_on=None, defaults=said)
    else:
        row, is_new = PromotedEvent.objects.create(**said), True
    if is_new:
        audit.record(by, "awareness.event_planned", row, kind=new.kind)
        freshness.invalidate(Topic.LISTINGS)
    return EventId(row.pk)


@action
def call_off_event(*, by: Actor, event_id: EventId) -> None:
    """Take an event out of the calendar; what was shared of it stays noted. Called off twice it is called off once."""
    _member(by)
    row = _locked(event_id)
    if row.called_off_on is None:
        row.called_off_on = clock.today()
        row.save(update_fields=["called_off_on"])
        audit.record(by, "awareness.event_called_off", row)
        freshness.invalidate(Topic.LISTINGS)


@action
def ask_members(*, by: Actor, event_id: EventId, organisation_ids: Iterable[OrganisationId]) -> int:
    """Ask these members to share the event, and tell who answers for each; gives how many were not asked before."""
    member = _member(by)
    row = _locked(event_id)
    if refusal := may_share(is_called_off=row.called_off_on is not None, is_member=True):
        raise refusal
    there = {each.id for each in alliance_members(by, lang="en")}
    new = 0
    for each in sorted(set(organisation_ids) & there):
        asked = {"asked_by_id": member, "asked_on": clock.today()}
        _, is_new = ShareAsk.objects.get_or_create(event=row, organisation_id=each, defaults=asked)
        new += is_new
        for card in whom_to_tell(each) if is_new else ():
            raise_notice(
                by=by,
                kind=NoticeKind.EVENT_TO_SHARE,
                to=card.id,
                facts={"event_id": row.pk, "from_on": row.from_on.isoformat()},
                dedupe_key=f"{NoticeKind.EVENT_TO_SHARE}-{row.pk}-{each}-{card.id}",
            )
    audit.record(by, "awareness.members_asked", row, count=new)
    return new


@action
def note_shared(*, by: Actor, event_id: EventId, shared: Mapping[Channel, str]) -> None:
    """Note in which ways, and where, the actor's own organisation shared the event; the last note counts."""
    if by.membership_id is None or not by.organisation_ids:
        raise Forbidden("member")
    row = _locked(event_id)
    own = min(by.organisation_ids)
    is_member = own in {each.id for each in alliance_members(by, lang="en")}
    if refusal := may_share(is_called_off=row.called_off_on is not None, is_member=is_member):
        raise refusal
    row.shares.filter(organisation_id=own).exclude(channel__in=list(shared)).delete()
    for channel, where in shared.items():
        fresh = {"where": where.strip()[:200], "noted_by_id": by.membership_id, "noted_on": clock.today()}
        SharedWhere.objects.update_or_create(event=row, organisation_id=own, channel=channel, defaults=fresh)
    audit.record(by, "awareness.shared", row, organisation=own, count=len(shared))


def _member(by: Actor) -> MembershipId:
    access.require(by, Permission.MANAGE_MEETINGS)
    if by.membership_id is None:
        raise Forbidden("member")
    return by.membership_id


def _locked(event_id: EventId) -> PromotedEvent:
    row = PromotedEvent.objects.select_for_update().filter(pk=event_id).first()
    if row is None:
        raise NotFound("event")
    return row
