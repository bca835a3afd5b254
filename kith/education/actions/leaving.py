"""Who has left is expected at no training any more."""

from kith.education.models.sessions import TrainingAttendance
from kith.education.rules.codes import Presence
from kith.kernel import clock
from kith.organisations.events import MembershipEnded
from kith.organisations.queries.people import membership_card
from kith.platform import audit
from kith.platform.access.viewer import system_actor
from kith.platform.action import action

LEAVING = system_actor("education")


@action
def expect_leaver_no_more(event: MembershipEnded) -> None:
    """Take a person who has left off the registers of sessions to come; what they were trained in stays. Safe twice."""
    leaver = membership_card(event.membership_id)
    if leaver is None or leaver.left_on(clock.today()) is None:
        return
    rows = TrainingAttendance.objects.filter(
        membership_id=leaver.id, presence=Presence.EXPECTED, session__held_on__gte=clock.today()
    )
    count = rows.update(presence=Presence.TAKEN_OFF, noted_by=None, noted_at=clock.now())
    if count:
        audit.record(LEAVING, "education.leaver_taken_off", TrainingAttendance(), membership=leaver.id, count=count)
