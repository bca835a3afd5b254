"""Sending to the writers with a contact that there is an answer: the answer itself stands behind their address."""

from kith.families.queries.bereavement import is_bereaved_contact
from kith.kernel import clock
from kith.kernel.ids import MembershipId
from kith.listening.models.stories import StoryContact
from kith.listening.models.themes import Theme, ThemeReply, ThemeStory
from kith.listening.rules.codes import ANSWERS, StoryId
from kith.listening.rules.notices import NoticeKind
from kith.messages.actions.queueing import queue_message
from kith.platform.access.viewer import Actor, system_actor
from kith.platform.private_links import address
from kith.tasks.actions.notices import raise_notice

TELLER = system_actor("listening")


def answer_contacts(by: Actor, theme: Theme, *, language: str = "", only: StoryId | None = None) -> int:
    """Write to those whose answer stands in their language now; answered for good, their contact is emptied at once.

    To a bereaved family nothing is sent by itself: the person who answers is told to do it herself.
    """
    replies = ThemeReply.objects.filter(step__theme=theme, step__state=theme.state)
    spoken = {language} if language else set(replies.values_list("language", flat=True))
    inside = ThemeStory.objects.filter(theme=theme, language__in=spoken)
    inside = inside.filter(story_id=only) if only else inside
    contacts = StoryContact.objects.filter(story_id__in=inside.values("story_id"), answered_on=None)
    count = 0
    for row in contacts.select_related("story").select_for_update(of=("self",)):
        if is_bereaved_contact(row.phone, row.email):
            _leave_to_a_person(by, theme)
            continue
        _send(row, theme)
        count += 1
        if theme.state in ANSWERS:
            row.email = row.phone = row.token = ""
            row.answered_on = clock.today()
            row.save(update_fields=["email", "phone", "token", "answered_on"])
    return count


def _send(row: StoryContact, theme: Theme) -> None:
    language = row.story.language
    queue_message(
        by=TELLER,
        kind="story_answered",
        language=language,
        facts={"link": address("story-answer", row.token, language)},
        dedupe_key=f"story_answered:{row.story_id.hex[:16]}:{theme.pk}:{theme.state}",
        to_email=row.email or None,
        to_phone=None if row.email else row.phone,
    )


def _leave_to_a_person(by: Actor, theme: Theme) -> None:
    if by.membership_id is not None:
        raise_notice(
            by=TELLER,
            kind=NoticeKind.ANSWER_BY_A_PERSON,
            to=MembershipId(by.membership_id),
            facts={"theme_id": theme.pk},
            dedupe_key=f"{NoticeKind.ANSWER_BY_A_PERSON}-{theme.pk}-{theme.state}-{by.membership_id}",
        )
