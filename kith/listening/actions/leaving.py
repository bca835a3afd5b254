"""What a person who leaves leaves in listening: promises, translations, days of duty."""

from kith.kernel import clock
from kith.listening.models.stories import ReadingDuty, StoryTranscript, StoryTranslation
from kith.listening.models.themes import Theme
from kith.listening.rules.codes import ThemeState
from kith.listening.rules.notices import NoticeKind
from kith.organisations.events import MembershipEnded
from kith.organisations.queries.people import membership_card, people_who
from kith.platform import audit
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import system_actor
from kith.platform.action import action
from kith.tasks.actions.notices import raise_notice

LEAVING = system_actor("listening")


@action
def pass_on_listening_work(event: MembershipEnded) -> None:
    """Say which promises and stories have lost their person, and end the leaver's days of duty. Safe to run twice.

    Nothing changes its owner by itself: a promise to parents has one who has taken it on.
    """
    leaver = membership_card(event.membership_id)
    if leaver is None or leaver.left_on(clock.today()) is None:
        return
    duties = ReadingDuty.objects.filter(membership_id=leaver.id, until_on__gte=clock.today())
    asked = StoryTranslation.objects.filter(translator_id=leaver.id, done_on=None)
    heard = StoryTranscript.objects.filter(writer_id=leaver.id, done_on=None)
    promised = Theme.objects.filter(state=ThemeState.PLANNED, owner_id=leaver.id)
    left = promised.count() + duties.count() + asked.count() + heard.count()
    if not left:
        return
    audit.record(LEAVING, "listening.work_left", Theme(), membership=leaver.id, count=left)
    duties.delete()
    asked.delete()
    heard.delete()
    for card in people_who(Permission.MANAGE_MEETINGS):
        raise_notice(
            by=LEAVING,
            kind=NoticeKind.LISTENING_WORK_LEFT,
            to=card.id,
            facts={"membership_id": leaver.id},
            dedupe_key=f"{NoticeKind.LISTENING_WORK_LEFT}-{leaver.id}-{card.id}",
        )
