"""What happens by itself: answers that are late find people, and invitations lapse."""

from datetime import timedelta

from kith.kernel import clock
from kith.kernel.ids import MembershipId, OrganisationId
from kith.organisations.queries.people import is_working, whom_to_tell
from kith.panels.actions.moving import come_to
from kith.panels.models.people import PanelMember
from kith.panels.models.sessions import PassedFinding
from kith.panels.rules.codes import MemberState
from kith.panels.rules.joining import GOOD_FOR
from kith.panels.rules.notices import NoticeKind
from kith.panels.settings import LATE_DAYS
from kith.platform import access, audit
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.tasks.actions.notices import raise_notice


@action
def tell_of_late_findings(*, by: Actor) -> int:
    """Tell who passed a finding and who is to answer that the day is over, and after some days the managers there."""
    access.require(by, Permission.MANAGE_PANELS)
    today = clock.today()
    late = list(PassedFinding.objects.waiting().filter(due_on__lt=today))
    for row in late:
        people = {MembershipId(each) for each in (row.passed_by_id, row.answerer_id) if each}
        if row.due_on < today - timedelta(days=LATE_DAYS.now):
            people |= {card.id for card in whom_to_tell(OrganisationId(row.organisation_id))}
        for membership_id in sorted(each for each in people if is_working(each)):
            raise_notice(
                by=by,
                kind=NoticeKind.FINDING_LATE,
                to=membership_id,
                facts={"passed_id": row.pk, "due_on": row.due_on.isoformat()},
                dedupe_key=f"{NoticeKind.FINDING_LATE}-{row.pk}-{row.due_on}-{membership_id}",
            )
    return len(late)


@action
def close_lapsed_invitations(*, by: Actor) -> int:
    """Close invitations that were not answered in time; gives how many. Safe to run twice."""
    access.require(by, Permission.MANAGE_PANELS)
    old = PanelMember.objects.filter(state=MemberState.INVITED, invited_at__lt=clock.now() - GOOD_FOR)
    count = 0
    for row in old.select_for_update(of=("self",)).order_by("pk"):
        come_to(by, row, MemberState.CLOSED)
        count += 1
    if count:
        audit.record(by, "panels.invitations_lapsed", PanelMember(), count=count)
    return count
