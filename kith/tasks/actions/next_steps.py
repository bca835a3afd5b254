"""What is to be done next for a family: adding it, ending it, handing it on."""

from datetime import date
from uuid import UUID

from kith.families.actions.locking import lock_family
from kith.families.queries.bereavement import is_bereaved
from kith.families.queries.reach import may_person_open
from kith.kernel import clock
from kith.kernel.ids import BabyId, FamilyId, MembershipId, NextStepId
from kith.kernel.refusal import Refusal
from kith.organisations.queries.people import is_working, membership_card
from kith.platform import access, audit, outbox
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.tasks import events
from kith.tasks.actions.notices import raise_notice
from kith.tasks.models.next_steps import NextStep
from kith.tasks.rules.next_steps import (
    DropReason,
    StepEnd,
    StepFacts,
    StepKind,
    may_add_step,
    may_drop,
    may_finish,
    may_hand_on,
)
from kith.tasks.rules.notices import NoticeKind


@action
def add_next_step(
    *,
    by: Actor,
    family_id: FamilyId,
    what: str,
    due_on: date,
    owner: MembershipId,
    kind: StepKind = StepKind.ORDINARY,
    baby_id: BabyId | None = None,
    request_key: UUID | None = None,
) -> NextStepId:
    """Write down what a worker will do for the family by a day; the same request key never makes two."""
    access.require(by, Permission.RECORD_CONTACT, family_id=family_id)
    lock_family(family_id)
    if request_key and (before := NextStep.objects.filter(request_key=request_key, family_id=family_id).first()):
        return NextStepId(before.pk)
    works, may_open = _works_and_may_open(owner, family_id)
    refusal = may_add_step(what, due_on=due_on, today=clock.today(), owner_works=works, owner_may_open=may_open)
    if refusal:
        raise refusal
    row = NextStep.objects.create(
        family_id=family_id,
        owner_id=owner,
        kind=kind.value,
        baby_id=baby_id,
        what=what.strip(),
        due_on=due_on,
        added_by_id=by.membership_id,
        added_at=clock.now(),
        request_key=request_key,
    )
    audit.record(by, "tasks.step_added", row, family_id=family_id, owner=owner)
    if owner != by.membership_id:
        _tell_owner(by, row)
    return NextStepId(row.pk)


@action
def finish_step(*, by: Actor, step_id: NextStepId, outcome: str = "") -> None:
    """Note that the step is done, with what was found and done; done twice is done once.

    A sign needs these words, and those beside the family hear of them.
    """
    row = _held(by, step_id)
    if row.ended_at is None:
        if refusal := may_finish(StepKind(row.kind), outcome):
            raise refusal
        row.outcome = outcome.strip()
    _end(by, row, StepEnd.DONE)
    if row.kind == StepKind.SIGN:
        outbox.append(events.SignAnswered(FamilyId(row.family_id), NextStepId(row.pk), by.membership_id))


@action
def drop_step(*, by: Actor, step_id: NextStepId, reason: DropReason) -> None:
    """Note that the step need not be done any more, and why."""
    row = _held(by, step_id)
    if refusal := may_drop(StepKind(row.kind)):
        raise refusal
    _end(by, row, StepEnd.DROPPED, reason)


@action
def reopen_step(*, by: Actor, step_id: NextStepId, ended_at: str) -> None:
    """Have a step that its actor ended at this instant be to do again; raises Refusal where more has happened since."""
    row = _held(by, step_id)
    if row.ended_at is None:
        return
    is_this_end = row.ended_by_id == by.membership_id and row.ended_at.isoformat() == ended_at
    if not is_this_end or row.ended_as not in (StepEnd.DONE, StepEnd.DROPPED) or not is_working(_owner(row)):
        raise Refusal("changed_since")
    if row.kind == StepKind.ORDINARY and is_bereaved(FamilyId(row.family_id)):
        raise Refusal("changed_since")
    row.ended_at, row.ended_as, row.ended_by_id, row.drop_reason, row.outcome = None, "", None, "", ""
    row.save(update_fields=["ended_at", "ended_as", "ended_by", "drop_reason", "outcome"])
    audit.record(by, "tasks.step_reopened", row, family_id=FamilyId(row.family_id))


@action
def hand_on_step(*, by: Actor, step_id: NextStepId, to: MembershipId) -> NextStepId:
    """Give the step to another worker and notify them; it ends here and goes on as theirs, due that day."""
    row = _held(by, step_id)
    family_id = FamilyId(row.family_id)
    works, may_open = _works_and_may_open(to, family_id)
    refusal = may_hand_on(
        StepFacts(row.ended_at is None, row.due_on),
        is_same_owner=row.owner_id == to,
        owner_works=works,
        owner_may_open=may_open,
    )
    if refusal:
        raise refusal
    _end(by, row, StepEnd.HANDED_ON)
    new = NextStep.objects.create(
        family_id=family_id,
        owner_id=to,
        kind=row.kind,
        baby_id=row.baby_id,
        what=row.what,
        due_on=row.due_on,
        added_by_id=by.membership_id,
        added_at=clock.now(),
        handed_from=row,
    )
    audit.record(by, "tasks.step_handed_on", new, family_id=family_id, owner=to, before=row.owner_id)
    if to != by.membership_id:
        _tell_owner(by, new)
    return NextStepId(new.pk)


def _held(by: Actor, step_id: NextStepId) -> NextStep:
    """The step, its family held; NotFound unless the actor may open the family's record."""
    family_id = NextStep.objects.filter(pk=step_id).values_list("family_id", flat=True).first()
    if family_id is None:
        raise NotFound("next step")
    access.require(by, Permission.RECORD_CONTACT, family_id=FamilyId(family_id))
    lock_family(FamilyId(family_id))
    return NextStep.objects.get(pk=step_id)


def _end(by: Actor, row: NextStep, how: StepEnd, reason: DropReason | None = None) -> None:
    if row.ended_as == how and row.drop_reason == (reason or ""):
        return
    if row.ended_at is not None:
        raise Refusal("step_is_over")
    row.ended_at, row.ended_as, row.ended_by_id = clock.now(), how.value, by.membership_id
    row.drop_reason = reason.value if reason else ""
    row.save(update_fields=["ended_at", "ended_as", "ended_by", "drop_reason", "outcome"])
    audit.record(by, f"tasks.step_{how.value}", row, family_id=FamilyId(row.family_id))


def _owner(row: NextStep) -> MembershipId:
    return MembershipId(row.owner_id)


def _works_and_may_open(owner: MembershipId, family_id: FamilyId) -> tuple[bool, bool]:
    """Whether the owner works here today, and whether she may open the record."""
    card = membership_card(owner)
    return is_working(owner), bool(card and may_person_open(card, family_id))


def _tell_owner(by: Actor, row: NextStep) -> None:
    raise_notice(
        by=by,
        kind=NoticeKind.STEP_HANDED_ON,
        to=MembershipId(row.owner_id),
        family_id=FamilyId(row.family_id),
        facts={"step_id": row.pk, "from_membership_id": by.membership_id},
        dedupe_key=f"step-handed-on-{row.pk}",
    )
