"""Noting what was done at a step of the plan."""

from uuid import UUID

from kith.kernel import clock
from kith.kernel.ids import MembershipId
from kith.kernel.plan import PlanStep
from kith.organisations.queries.people import is_working
from kith.plans.models.steps import PlanEntry
from kith.plans.rules.codes import PlanEntryId
from kith.plans.rules.notices import NoticeKind
from kith.plans.rules.steps import NewEntry, may_note
from kith.platform import audit
from kith.platform.access import Forbidden
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.tasks.actions.notices import raise_notice


@action
def note_plan_entry(*, by: Actor, step: PlanStep, new: NewEntry, request_key: UUID) -> PlanEntryId:
    """Note what was done, what is missing, who answers for it and by when; the same request key notes it once.

    Those who prepare meetings may do it for every step, its owner for their own.
    """
    last = PlanEntry.objects.filter(step=step).order_by("-pk").first()
    is_own = last is not None and last.owner_id == by.membership_id
    if by.membership_id is None or not (is_own or Permission.MANAGE_MEETINGS in by.permissions):
        raise Forbidden(Permission.MANAGE_MEETINGS.value)
    if before := PlanEntry.objects.filter(request_key=request_key).first():
        return PlanEntryId(before.pk)
    if refusal := may_note(new, owner_works=is_working(new.owner), today=clock.today()):
        raise refusal
    row = PlanEntry.objects.create(
        step=step,
        done=new.done.strip(),
        gap=new.gap.strip(),
        owner_id=new.owner,
        next_on=new.next_on,
        noted_by_id=by.membership_id,
        noted_on=clock.today(),
        request_key=request_key,
    )
    audit.record(by, "plans.entry_noted", row, step=step, owner=new.owner)
    if new.owner != by.membership_id and (last is None or last.owner_id != new.owner):
        _tell(by, new.owner, row)
    return PlanEntryId(row.pk)


def _tell(by: Actor, owner: MembershipId, row: PlanEntry) -> None:
    raise_notice(
        by=by,
        kind=NoticeKind.PLAN_STEP_GIVEN,
        to=owner,
        facts={"plan_step": str(row.step), "from_membership_id": by.membership_id, "due_on": row.next_on.isoformat()},
        dedupe_key=f"{NoticeKind.PLAN_STEP_GIVEN}-{row.pk}",
    )
