"""What panels do when a family mourns, and when a person at work leaves."""

from kith.families.actions.locking import lock_family
from kith.families.events import FamilyBereaved
from kith.kernel import clock
from kith.kernel.ids import MembershipId
from kith.organisations.events import MembershipEnded
from kith.organisations.queries.people import membership_card, people_who
from kith.panels.models.people import PanelMember
from kith.panels.models.sessions import PassedFinding
from kith.panels.rules.notices import NoticeKind
from kith.platform import audit
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import system_actor
from kith.platform.action import action
from kith.tasks.actions.notices import raise_notice

BY = system_actor("panels")


@action
def rest_for_bereavement(event: FamilyBereaved) -> None:
    """Let her part on a panel rest: nothing is sent or asked, what is owed stands, and who keeps panels is told.

    Her place is kept, and she is not counted as absent. Safe to run twice.
    """
    lock_family(event.family_id)
    rows = PanelMember.objects.of_family(event.family_id).filter(resting_since=None)
    for row in rows.select_for_update(of=("self",)):
        row.resting_since = clock.now()
        row.save(update_fields=["resting_since"])
        audit.record(BY, "panels.member_rests", row)
        for card in people_who(Permission.MANAGE_PANELS):
            _tell(NoticeKind.MEMBER_RESTS, card.id, {"member_id": row.pk}, f"{row.pk}-{event.bereavement_id}")


@action
def pass_on_panel_work(event: MembershipEnded) -> None:
    """Tell those who keep panels which findings have lost the person who answers or watches them. Safe to run twice.

    No answer changes hands by itself: a person who keeps panels names another one.
    """
    leaver = membership_card(event.membership_id)
    if leaver is None or leaver.left_on(clock.today()) is None:
        return
    waiting = PassedFinding.objects.waiting()
    left = waiting.filter(answerer_id=leaver.id).count() + waiting.filter(passed_by_id=leaver.id).count()
    if not left:
        return
    audit.record(BY, "panels.work_left", PassedFinding(), membership=leaver.id, count=left)
    for card in people_who(Permission.MANAGE_PANELS):
        _tell(NoticeKind.PANEL_WORK_LEFT, card.id, {"membership_id": leaver.id}, f"{leaver.id}")


def _tell(kind: NoticeKind, to: MembershipId, facts: dict[str, object], key: str) -> None:
    raise_notice(by=BY, kind=kind, to=to, facts=facts, dedupe_key=f"{kind}-{key}-{to}")
