"""Handing a family over: proposed, accepted or declined, introduced to the parent, and only then complete.

Nothing changes hands that the new lead has not accepted.
"""

from kith.caseloads.actions.introducing import tell_parent
from kith.caseloads.actions.lead_rows import begin_lead, lead_of
from kith.caseloads.models.handover import Handover, HandoverState
from kith.caseloads.rules.handover import (
    DeclineReason,
    HandoverReason,
    HandoverStep,
    Introduction,
    may_answer,
    may_introduce,
    may_propose,
)
from kith.caseloads.rules.notices import NoticeKind
from kith.families.actions.locking import lock_family
from kith.families.events import FamilyBereaved
from kith.families.queries.reach import organisations_that_may_open
from kith.kernel import clock
from kith.kernel.ids import FamilyId, HandoverId, MembershipId, TeamId
from kith.kernel.refusal import Refusal
from kith.organisations.queries.people import MembershipCard, membership_cards, people_who
from kith.platform import access, steps
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor, system_actor
from kith.platform.action import action
from kith.tasks.actions.notices import raise_notice


@action
def propose_handover(
    *,
    by: Actor,
    family_id: FamilyId,
    reason: HandoverReason,
    to: MembershipId | None = None,
    to_team: TeamId | None = None,
) -> HandoverId:
    """Ask a colleague, or any member of a team, to lead the family from now on; the same proposal twice is one."""
    access.require(by, Permission.LEAD_FAMILY, family_id=family_id)
    lock_family(family_id)
    lead = lead_of(family_id)
    lead_id = MembershipId(lead.membership_id) if lead else None
    before = Handover.objects.open().filter(family_id=family_id).first()
    if before and (before.to_membership_id, before.to_team_id) == (to, to_team):
        return HandoverId(before.pk)
    is_manager = Permission.MANAGE_CASELOADS in by.permissions
    refusal = may_propose(lead=lead_id, to=to, by=by.membership_id, is_manager=is_manager, has_open=before is not None)
    if refusal:
        raise refusal
    if not _may_be_asked(family_id, to, to_team):
        raise Refusal("cannot_lead_this_family")
    row = Handover.objects.create(
        family_id=family_id,
        from_membership_id=lead_id,
        to_membership_id=to,
        to_team_id=to_team,
        reason=reason,
        opened_at=clock.now(),
    )
    _step(by, row, HandoverStep.PROPOSED, after=None)
    _tell(by, row, NoticeKind.HANDOVER_PROPOSED, to=to, to_team=to_team)
    return HandoverId(row.pk)


@action
def accept_handover(*, by: Actor, handover_id: HandoverId) -> None:
    """Agree to lead; of two of a team who agree at once, one does. Accepted twice by the same, once."""
    row = _locked(by, handover_id)
    if row.accepted_by_id is not None and row.accepted_by_id == by.membership_id:
        return
    if refusal := may_answer(row.facts(), by=by.membership_id, teams=by.team_ids):
        raise refusal
    row.accepted_by_id = by.membership_id
    row.save(update_fields=["accepted_by"])
    _step(by, row, HandoverStep.ACCEPTED, after=row.last_step)
    _tell(by, row, NoticeKind.HANDOVER_ACCEPTED, to=row.before)


@action
def decline_handover(*, by: Actor, handover_id: HandoverId, why: DeclineReason) -> None:
    """Say no, and why; the family stays where it is, and its lead and her managers are told."""
    row = _locked(by, handover_id)
    if row.last_step is HandoverStep.DECLINED:
        return
    if refusal := may_answer(row.facts(), by=by.membership_id, teams=by.team_ids):
        raise refusal
    _close(by, row, HandoverStep.DECLINED, why)
    _tell(by, row, NoticeKind.HANDOVER_DECLINED, to=row.before or _proposer(row))


@action
def withdraw_handover(*, by: Actor, handover_id: HandoverId) -> None:
    """Take the proposal back; its lead, its proposer or a manager may. Taking it back again changes nothing."""
    row = _locked(by, handover_id)
    if row.closed_at:
        return
    is_hers = by.membership_id is not None and by.membership_id in (row.before, _proposer(row))
    if not (is_hers or Permission.MANAGE_CASELOADS in by.permissions):
        raise Refusal("not_yours_to_hand_over")
    _close(by, row, HandoverStep.WITHDRAWN)
    asked = row.accepted_by_id or row.to_membership_id
    _tell(by, row, NoticeKind.HANDOVER_WITHDRAWN, to=MembershipId(asked) if asked else None)


@action
def complete_handover(*, by: Actor, handover_id: HandoverId, how: Introduction) -> None:
    """Introduce the new lead to the parent, and let her lead from now on; completed twice it is once.

    Raises Refusal where it was not accepted, where the new lead cannot see the record any more, and where a message was
    to introduce her and there is no safe way to send one.
    """
    row = _locked(by, handover_id)
    if row.last_step is HandoverStep.COMPLETE:
        return
    if refusal := may_introduce(row.facts(), by=by.membership_id):
        raise refusal
    family_id, new = FamilyId(row.family_id), MembershipId(row.accepted_by_id or 0)
    lead = lead_of(family_id)
    if (lead.membership_id if lead else None) != row.from_membership_id:
        raise Refusal("lead_has_changed")
    if new not in reach_of(family_id):
        raise Refusal("cannot_lead_this_family")
    if how is Introduction.MESSAGE and not _introduce(row, new):
        raise Refusal("introduction_nowhere_to_send")
    _step(by, row, HandoverStep.INTRODUCED, how, after=row.last_step)
    before = row.before
    begin_lead(by, family_id, new, "caseloads.lead_handed_over", handover_id=row.pk, before=before)
    _close(by, row, HandoverStep.COMPLETE, after=HandoverStep.INTRODUCED)
    if before and before != by.membership_id:
        _tell(by, row, NoticeKind.HANDOVER_COMPLETE, to=before)


def withdraw_unreachable(by: Actor, family_id: FamilyId) -> None:
    """Close a proposal to a worker who may not (or no longer) open the record; the caller locks the family."""
    row = Handover.objects.open().filter(family_id=family_id).first()
    if row is None:
        return
    reach = reach_of(family_id)
    asked = row.accepted_by_id or row.to_membership_id
    is_reachable = asked in reach if asked else any(card.team_id == row.to_team_id for card in reach.values())
    if not is_reachable:
        _close(by, row, HandoverStep.WITHDRAWN, "consent_withdrawn")


def close_handover(by: Actor, row: Handover, why: str) -> None:
    """Give a handover up because of something that happened elsewhere: a death, a colleague who left."""
    _close(by, row, HandoverStep.WITHDRAWN, why)


@action
def close_handover_for_bereavement(event: FamilyBereaved) -> None:
    """Give up what is under way: who leads stays, and calls. Safe to run twice."""
    lock_family(event.family_id)
    row = Handover.objects.open().filter(family_id=event.family_id).first()
    if row is not None:
        _close(system_actor("caseloads"), row, HandoverStep.WITHDRAWN, "bereaved")


def reach_of(family_id: FamilyId) -> dict[MembershipId, MembershipCard]:
    """All staff who work beyond today, may lead, and whose organisation the family lets open its record."""
    people = people_who(Permission.LEAD_FAMILY, organisation_ids=organisations_that_may_open(family_id))
    return {card.id: card for card in people if card.until_on is None or card.until_on > clock.today()}


def _may_be_asked(family_id: FamilyId, to: MembershipId | None, to_team: TeamId | None) -> bool:
    reach = reach_of(family_id)
    if to is not None and to_team is None:
        return to in reach
    return to is None and to_team is not None and any(card.team_id == to_team for card in reach.values())


def _locked(by: Actor, handover_id: HandoverId) -> Handover:
    """The handover, its family locked; NotFound unless the actor may open the family's record."""
    family_id = Handover.objects.filter(pk=handover_id).values_list("family_id", flat=True).first()
    if family_id is None:
        raise NotFound("handover")
    access.require(by, Permission.LEAD_FAMILY, family_id=FamilyId(family_id))
    lock_family(FamilyId(family_id))
    return Handover.objects.prefetch_related("states").get(pk=handover_id)


def _step(by: Actor, row: Handover, step: HandoverStep, why: str = "", *, after: HandoverStep | None) -> None:
    taken = HandoverState(handover=row, step=step, membership_id=by.membership_id, why=why)
    entry = f"caseloads.handover_{step}"
    steps.move(by, row, taken, after=after, entry=entry, family_id=FamilyId(row.family_id), why=why)


def _close(by: Actor, row: Handover, step: HandoverStep, why: str = "", *, after: HandoverStep | None = None) -> None:
    row.closed_at = clock.now()
    row.save(update_fields=["closed_at"])
    _step(by, row, step, why, after=after or row.last_step)


def _introduce(row: Handover, new: MembershipId) -> bool:
    people = membership_cards([new, *([row.before] if row.before else [])])
    before = people.get(row.before) if row.before else None
    return tell_parent(
        "lead_introduced",
        FamilyId(row.family_id),
        f"lead-introduced:{row.pk}",
        name=people[new].name,
        organisation=people[new].organisation.name,
        before=before.name if before else "",
    )


def _proposer(row: Handover) -> MembershipId | None:
    first = row.states.filter(step=HandoverStep.PROPOSED).first()
    return MembershipId(first.membership_id) if first and first.membership_id else None


def _tell(
    by: Actor, row: Handover, kind: NoticeKind, *, to: MembershipId | None = None, to_team: TeamId | None = None
) -> None:
    if (to is None and to_team is None) or (to is not None and to == by.membership_id):
        return
    raise_notice(
        by=by,
        kind=kind,
        to=to,
        to_team=to_team if to is None else None,
        family_id=FamilyId(row.family_id),
        facts={"handover_id": row.pk, "from_membership_id": by.membership_id},
        dedupe_key=f"{kind}-{row.pk}",
    )
