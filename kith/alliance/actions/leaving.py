"""What a person who leaves leaves in the alliance: agreed actions, and interests that hold no more."""

from kith.alliance.models.meetings import AgreedAction, DeclaredInterest
from kith.alliance.rules.notices import NoticeKind
from kith.kernel import clock
from kith.organisations.events import MembershipEnded
from kith.organisations.queries.people import membership_card, people_who
from kith.platform import audit
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import system_actor
from kith.platform.action import action
from kith.tasks.actions.notices import raise_notice

LEAVING = system_actor("alliance")


@action
def pass_on_alliance_work(event: MembershipEnded) -> None:
    """Tell those who prepare meetings which agreed actions have lost their person. Safe to run twice.

    Nothing changes its owner by itself: another person has to take it on.
    """
    leaver = membership_card(event.membership_id)
    if leaver is None or leaver.left_on(clock.today()) is None:
        return
    holding = DeclaredInterest.objects.filter(membership_id=leaver.id, meeting=None, ended_on=None)
    if ended := holding.update(ended_on=clock.today()):
        audit.record(LEAVING, "alliance.interests_ended", DeclaredInterest(), membership=leaver.id, count=ended)
    left = AgreedAction.objects.open().filter(owner_id=leaver.id).count()
    if not left:
        return
    audit.record(LEAVING, "alliance.work_left", AgreedAction(), membership=leaver.id, count=left)
    for card in people_who(Permission.MANAGE_MEETINGS):
        raise_notice(
            by=LEAVING,
            kind=NoticeKind.ALLIANCE_WORK_LEFT,
            to=card.id,
            facts={"membership_id": leaver.id},
            dedupe_key=f"{NoticeKind.ALLIANCE_WORK_LEFT}-{leaver.id}-{card.id}",
        )
