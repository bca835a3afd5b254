"""Late steps find their owner and a manager; what a leaver leaves is said; agreements are watched before they close."""

from datetime import timedelta

from kith.kernel import clock
from kith.kernel.ids import MembershipId
from kith.organisations.events import MembershipEnded
from kith.organisations.queries.agreements import Closing, agreements_closing
from kith.organisations.queries.people import is_working, membership_card, membership_cards, people_who, whom_to_tell
from kith.organisations.rules import WARN_BEFORE
from kith.plans.models.steps import PlanEntry
from kith.plans.rules.notices import NoticeKind
from kith.plans.rules.steps import is_unmet
from kith.plans.settings import LATE_AFTER_DAYS
from kith.platform import access, audit
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor, system_actor
from kith.platform.action import action
from kith.tasks.actions.notices import raise_notice

LEAVING = system_actor("plans.leaving")


@action
def look_at_plan(*, by: Actor) -> int:
    """Tell owners of steps past their day, managers of those long past it, and of agreements that end. Safe twice."""
    access.require(by, Permission.ADMINISTER)
    today, late_after = clock.today(), timedelta(days=LATE_AFTER_DAYS.now)
    late = [row for row in PlanEntry.objects.newest() if row.next_on < today]
    for row in late:
        if is_working(MembershipId(row.owner_id)):
            _tell(by, NoticeKind.PLAN_STEP_LATE, row, [MembershipId(row.owner_id)])
        if is_unmet(row.next_on, today=today, late_after=late_after):
            _tell(by, NoticeKind.PLAN_STEP_UNMET, row, _managers(MembershipId(row.owner_id)))
    for each in agreements_closing(within=WARN_BEFORE):
        _warn(by, each)
    audit.record(by, "plans.looked_at", PlanEntry(), late=len(late))
    return len(late)


@action
def pass_on_plan_work(event: MembershipEnded) -> None:
    """Tell those who prepare meetings which steps have lost their owner. Safe to run twice."""
    leaver = membership_card(event.membership_id)
    if leaver is None or leaver.left_on(clock.today()) is None:
        return
    left = [row for row in PlanEntry.objects.newest() if row.owner_id == leaver.id]
    if not left:
        return
    audit.record(LEAVING, "plans.work_left", PlanEntry(), membership=leaver.id, count=len(left))
    for row in left:
        people = [card.id for card in people_who(Permission.MANAGE_MEETINGS)]
        _tell(LEAVING, NoticeKind.PLAN_STEP_LEFT, row, people, membership_id=leaver.id)


def _managers(owner: MembershipId) -> list[MembershipId]:
    """Which people a late step finds: the managers of its owner's organisation, and who prepares meetings."""
    card = membership_cards([owner]).get(owner)
    managers = whom_to_tell(card.organisation.id) if card else []
    return list(dict.fromkeys(each.id for each in (*managers, *people_who(Permission.MANAGE_MEETINGS))))


def _tell(by: Actor, kind: NoticeKind, row: PlanEntry, people: list[MembershipId], **facts: object) -> None:
    said = {"plan_step": str(row.step), "due_on": row.next_on.isoformat(), "membership_id": row.owner_id, **facts}
    for each in people:
        raise_notice(by=by, kind=kind, to=each, facts=said, dedupe_key=f"{kind}-{row.pk}-{each}")


def _warn(by: Actor, closing: Closing) -> None:
    kind = NoticeKind.AGREEMENT_HAS_ENDED if closing.is_over else NoticeKind.AGREEMENT_ENDS_SOON
    for card in people_who(Permission.MANAGE_ALLIANCE):
        raise_notice(
            by=by,
            kind=kind,
            to=card.id,
            facts={"until_on": closing.until_on.isoformat()},
            dedupe_key=f"{kind}-{closing.id}-{card.id}",
        )
