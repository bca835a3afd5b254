"""What happens to stories by itself: those on duty are told, and what is kept too long is forgotten."""

from datetime import datetime, timedelta

from django.db.models import QuerySet

from kith.files.actions import erase_sound, write_sounds_anew
from kith.files.rules import SoundId
from kith.kernel import clock
from kith.kernel.ids import MembershipId
from kith.listening.models.duty import on_duty
from kith.listening.models.stories import (
    UNNAMED_ANSWER,
    UNNAMED_STORY,
    ClearedWording,
    Story,
    StoryContact,
    StoryTranslation,
    WelcomeAnswer,
)
from kith.listening.models.themes import ThemeStory
from kith.listening.rules.codes import StoryState
from kith.listening.rules.notices import NoticeKind
from kith.listening.rules.reading import FORGET_AFTER, month_of
from kith.listening.rules.speaking import SOUND_KEPT
from kith.listening.settings import reading_hours
from kith.messages.actions.forgetting import forget_address
from kith.organisations.queries.people import membership_cards, people_who, whom_to_tell
from kith.platform import audit
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.tasks.actions.notices import raise_notice

CONTACT_KEPT = timedelta(days=2)
"""How long a message with an answer may take to leave, before the address in it is forgotten."""


@action
def look_at_waiting(*, by: Actor) -> int:
    """Tell the person on duty of new stories, at once of those with words of harm, and more people of late ones.

    No notice names a story, and all that came since the last look are written anew, in the order of their keys, which
    are random: nothing in the database, and no order of rows in a backup, says which of them came when.
    """
    waiting = list(Story.objects.unread())
    new = [row for row in waiting if not row.is_announced]
    first, deputy = on_duty()
    now, hours = clock.local(clock.now()), reading_hours()
    everyone = [card.id for card in people_who(Permission.SEE_STORIES)]
    if new:
        for row in sorted(new, key=lambda each: each.pk):
            Story.objects.filter(pk=row.pk).update(is_announced=True)
        write_sounds_anew(SoundId(row.sound_id) for row in new if row.sound_id)
        audit.record(by, "listening.stories_came", UNNAMED_STORY, count=len(new))
        is_up = any(row.is_moved_up for row in new)
        kind = NoticeKind.STORY_MOVED_UP if is_up else NoticeKind.STORIES_WAIT
        _tell(by, kind, [first] if first else everyone, now)
    late = [row for row in waiting if _is_late(row, now)]
    if late and hours.is_open(now):
        more = [card.id for card in whom_to_tell(membership_cards([first])[first].organisation.id)] if first else []
        _tell(by, NoticeKind.STORIES_LATE, list({*([deputy] if deputy else everyone), *more}), now)
    audit.record(by, "listening.stories_looked_at", UNNAMED_STORY, waiting=len(waiting))
    return len(waiting)


@action
def mix_answers(*, by: Actor) -> int:
    """Write the answers about welcome of these two months anew, in the order of their keys, which are random.

    So the order in which they came is nowhere, and leads to no story that came with one.
    """
    since = month_of(month_of(clock.today()) - timedelta(days=1))
    rows = list(WelcomeAnswer.objects.filter(month__gte=since).order_by("pk"))
    WelcomeAnswer.objects.filter(pk__in=[row.pk for row in rows]).delete()
    WelcomeAnswer.objects.bulk_create(rows)
    audit.record(by, "listening.answers_mixed", UNNAMED_ANSWER, count=len(rows))
    return len(rows)


@action
def forget_stories(*, by: Actor) -> int:
    """Erase how answered writers were reached, and stories whose time is over; their themes and counts stay."""
    today = clock.today()
    answered = StoryContact.objects.filter(answered_on__lte=today - CONTACT_KEPT)
    keys = [
        f"story_answered:{row.story_id.hex[:16]}:{theme_id}:{state}"
        for row in answered
        for theme_id in ThemeStory.objects.filter(story_id=row.story_id).values_list("theme_id", flat=True)
        for state in ("planned", "done", "cannot")
    ]
    if keys:
        forget_address(by=by, dedupe_keys=keys)
    answered.delete()
    old = Story.objects.filter(told_on__lte=today - FORGET_AFTER).exclude(words="").exclude(state="unread")
    _forget_sounds(
        by, Story.objects.exclude(sound=None).filter(told_on__lte=today - FORGET_AFTER).exclude(state="unread")
    )
    aside = Story.objects.exclude(sound=None).filter(state=StoryState.SET_ASIDE, read_on__lte=today - SOUND_KEPT)
    _forget_sounds(by, aside)
    StoryContact.objects.filter(story__in=old).delete()
    StoryTranslation.objects.filter(story__in=old).delete()
    ClearedWording.objects.filter(story__in=old).delete()
    count = old.update(words="", aside_note="")
    audit.record(by, "listening.stories_forgotten", UNNAMED_STORY, count=count)
    return count


def _forget_sounds(by: Actor, rows: QuerySet[Story]) -> None:
    """Erase the recordings of these stories: they are too old, or no person will write them down."""
    for row in rows:
        if row.sound_id is not None:
            sound_id, row.sound = SoundId(row.sound_id), None
            row.save(update_fields=["sound"])
            erase_sound(by=by, sound_id=sound_id)


def _is_late(row: Story, now: datetime) -> bool:
    since = row.waiting_since
    return since is not None and reading_hours().read_by(clock.local(since)) < now


def _tell(by: Actor, kind: NoticeKind, people: list[MembershipId], now: datetime) -> None:
    """One notice an hour and kind: it says that stories wait, and leads to their list."""
    for membership_id in people:
        raise_notice(by=by, kind=kind, to=membership_id, dedupe_key=f"{kind}-{now:%Y%m%d%H}-{membership_id}")
