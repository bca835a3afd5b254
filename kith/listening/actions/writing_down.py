"""From a recording to words: a named person writes down what was said; the recording goes unless she let us keep it."""

from kith.files.actions import erase_sound
from kith.files.rules import SoundId
from kith.kernel import clock
from kith.kernel.ids import MembershipId
from kith.kernel.refusal import Refusal
from kith.listening.actions.locking import locked_story, member
from kith.listening.models.duty import readers_now
from kith.listening.models.stories import ClearedWording, Story, StoryTranscript
from kith.listening.rules.codes import StoryId
from kith.listening.rules.harm import moves_up
from kith.listening.rules.notices import NoticeKind
from kith.listening.rules.reading import may_go_on
from kith.listening.rules.speaking import may_write_down, written_behind
from kith.organisations.queries.people import is_working
from kith.platform import audit
from kith.platform.access import NotFound
from kith.platform.access.viewer import Actor, system_actor
from kith.platform.action import action
from kith.tasks.actions.notices import raise_notice

TELLER = system_actor("listening")


@action
def ask_for_transcript(*, by: Actor, story_id: StoryId, writer_id: MembershipId) -> None:
    """Ask this person to write down a recording that was heard; asked of another, the first no longer hears it."""
    row = locked_story(by, story_id)
    if refusal := may_go_on(row.state):
        raise refusal
    if row.sound_id is None or StoryTranscript.objects.filter(story=row).exclude(done_on=None).exists():
        raise Refusal("recording_is_written")
    if not is_working(writer_id):
        raise Refusal("alliance_owner_left")
    asked = {"writer_id": writer_id, "asked_by_id": member(by), "asked_on": clock.today()}
    made, _ = StoryTranscript.objects.update_or_create(story=row, defaults=asked)
    audit.record(by, "listening.transcript_asked", made, writer=writer_id)
    raise_notice(
        by=TELLER,
        kind=NoticeKind.TRANSCRIPT_ASKED,
        to=writer_id,
        facts={"from_membership_id": member(by), "story_id": str(row.pk)},
        dedupe_key=f"{NoticeKind.TRANSCRIPT_ASKED}-{made.pk}-{writer_id}",
    )


@action
def write_down_story(*, by: Actor, story_id: StoryId, words: str) -> None:
    """Write down what was said; those who read first are told where the words are of harm. It is done once."""
    rows = StoryTranscript.objects.select_for_update(of=("self",)).filter(writer_id=member(by), story_id=story_id)
    transcript = rows.first()
    story = Story.objects.select_for_update(of=("self",)).filter(pk=story_id).first() if transcript else None
    if transcript is None or story is None:
        raise NotFound("story")
    if transcript.done_on or ClearedWording.objects.filter(story=story).exists():
        raise Refusal("recording_is_written")
    if refusal := may_go_on(story.state) or may_write_down(words):
        raise refusal
    sound_id, is_up = story.sound_id, moves_up(words, story.language)
    story.words, story.is_moved_up = written_behind(story.words, words), story.is_moved_up or is_up
    story.save(update_fields=["words", "is_moved_up"])
    transcript.done_on = clock.today()
    transcript.save(update_fields=["done_on"])
    if not story.may_keep_sound and sound_id is not None:
        story.sound = None
        story.save(update_fields=["sound"])
        erase_sound(by=by, sound_id=SoundId(sound_id))
    audit.record(by, "listening.story_written_down", transcript)
    if is_up:
        _tell_of_harm(story)


def _tell_of_harm(story: Story) -> None:
    for membership_id in readers_now():
        raise_notice(
            by=TELLER,
            kind=NoticeKind.SPOKEN_STORY_MOVED_UP,
            to=membership_id,
            facts={"story_id": str(story.pk)},
            dedupe_key=f"{NoticeKind.SPOKEN_STORY_MOVED_UP}-{story.pk.hex[:12]}-{membership_id}",
        )
