"""Reading a story first: letting it go on, or setting it aside; and who is on duty to do so."""

from datetime import date

from kith.files.actions import erase_sound
from kith.files.rules import SoundId
from kith.kernel import clock
from kith.kernel.ids import MembershipId
from kith.kernel.refusal import Refusal
from kith.listening.actions.locking import locked_story, member
from kith.listening.models.stories import ClearedWording, ReadingDuty, Story
from kith.listening.rules.codes import AsideReason, StoryId, StoryState
from kith.listening.rules.notices import NoticeKind
from kith.listening.rules.reading import may_set_aside, month_of
from kith.organisations.queries.people import people_who, whom_to_tell
from kith.platform import access, audit
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor, system_actor
from kith.platform.action import action
from kith.tasks.actions.notices import raise_notice


@action
def let_story_on(*, by: Actor, story_id: StoryId) -> None:
    """Say that the story is read, and may be translated, cleared and gathered; also one that was set aside before."""
    row = locked_story(by, story_id)
    if row.state is StoryState.READ:
        return
    row.aside_reason = row.aside_note = ""
    _read(by, row, StoryState.READ)


@action
def set_story_aside(*, by: Actor, story_id: StoryId, reason: AsideReason, note: str) -> None:
    """Keep the story with its readers: nothing of it goes on. About safety, those who answer for that are told."""
    row = locked_story(by, story_id)
    is_cleared = ClearedWording.objects.filter(story=row).exists()
    if refusal := may_set_aside(reason, note, is_cleared=is_cleared):
        raise refusal
    row.aside_reason, row.aside_note = reason, note.strip()
    if reason is AsideReason.NOT_A_STORY and row.sound_id is not None:
        sound_id, row.sound = SoundId(row.sound_id), None
        row.save(update_fields=["sound"])
        erase_sound(by=by, sound_id=sound_id)
    _read(by, row, StoryState.SET_ASIDE)
    if reason is AsideReason.SAFETY:
        _tell_of_safety(by, row)


@action
def put_on_duty(
    *, by: Actor, membership_id: MembershipId, deputy_id: MembershipId | None, from_on: date, until_on: date
) -> None:
    """Have this person read stories first on these days, and another stand in; both may read stories."""
    access.require(by, Permission.SEE_STORIES)
    if until_on < from_on:
        raise Refusal("duty_ends_before_it_begins")
    readers = {card.id for card in people_who(Permission.SEE_STORIES)}
    if membership_id not in readers or (deputy_id and deputy_id not in readers):
        raise Refusal("not_a_reader")
    if ReadingDuty.objects.filter(from_on__lte=until_on, until_on__gte=from_on).exists():
        raise Refusal("duty_is_taken")
    row = ReadingDuty.objects.create(
        membership_id=membership_id,
        deputy_id=deputy_id if deputy_id != membership_id else None,
        from_on=from_on,
        until_on=until_on,
    )
    audit.record(by, "listening.put_on_duty", row, membership=membership_id)


@action
def take_off_duty(*, by: Actor, duty_id: int) -> None:
    """Take days of duty off the list; taken off twice they are taken off once."""
    access.require(by, Permission.SEE_STORIES)
    row = ReadingDuty.objects.filter(pk=duty_id).first()
    if row is not None:
        audit.record(by, "listening.taken_off_duty", row, membership=row.membership_id)
        row.delete()


def _read(by: Actor, row: Story, state: StoryState) -> None:
    row.state, row.read_by_id, row.read_on, row.waiting_since = state, member(by), clock.today(), None
    if row.is_nameless:
        row.told_on = month_of(row.told_on)
    row.save()
    audit.record(by, f"listening.story_{state}", row, reason=row.aside_reason or None)


def _tell_of_safety(by: Actor, row: Story) -> None:
    """Safeguarding leads hear that there is something, and which colleague read it; the story stays with its reader."""
    reader = member(by)
    leads = people_who(Permission.SEE_CONCERNS) or [card for each in by.organisation_ids for card in whom_to_tell(each)]
    for card in leads:
        raise_notice(
            by=system_actor("listening"),
            kind=NoticeKind.STORY_ABOUT_SAFETY,
            to=card.id,
            facts={"from_membership_id": reader},
            dedupe_key=f"{NoticeKind.STORY_ABOUT_SAFETY}-{row.pk.hex[:12]}-{card.id}",
        )
