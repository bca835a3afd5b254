"""From a story that is read to words that others may read: translated by a named person, cleared without a new word."""

from kith.kernel import clock
from kith.kernel.ids import MembershipId
from kith.kernel.languages import ENGLISH
from kith.kernel.refusal import Refusal
from kith.listening.actions.locking import locked_story, member
from kith.listening.models.stories import ClearedWording, Story, StoryTranscript, StoryTranslation
from kith.listening.rules.codes import StoryId
from kith.listening.rules.cutting import may_clear
from kith.listening.rules.notices import NoticeKind
from kith.listening.rules.reading import may_go_on
from kith.listening.rules.speaking import may_clear_spoken
from kith.organisations.queries.people import is_working
from kith.platform import audit
from kith.platform.access import NotFound
from kith.platform.access.viewer import Actor, system_actor
from kith.platform.action import action
from kith.tasks.actions.notices import raise_notice


@action
def ask_for_translation(*, by: Actor, story_id: StoryId, translator_id: MembershipId) -> None:
    """Ask this person for the English of a story that is read; asked of another, the first no longer sees it."""
    row = locked_story(by, story_id)
    if refusal := may_go_on(row.state):
        raise refusal
    if row.language == ENGLISH.code:
        raise Refusal("story_is_english")
    if refusal := may_clear_spoken(waits=_waits_for_transcript(row)):
        raise refusal
    if not is_working(translator_id):
        raise Refusal("alliance_owner_left")
    before = StoryTranslation.objects.filter(story=row).first()
    if before and before.done_on:
        raise Refusal("story_is_translated")
    asked = {"translator_id": translator_id, "asked_by_id": member(by), "asked_on": clock.today()}
    made, _ = StoryTranslation.objects.update_or_create(story=row, defaults=asked)
    audit.record(by, "listening.translation_asked", made, translator=translator_id)
    raise_notice(
        by=system_actor("listening"),
        kind=NoticeKind.TRANSLATION_ASKED,
        to=translator_id,
        facts={"from_membership_id": member(by), "story_id": str(row.pk)},
        dedupe_key=f"{NoticeKind.TRANSLATION_ASKED}-{made.pk}-{translator_id}",
    )


@action
def translate_story(*, by: Actor, story_id: StoryId, words: str) -> None:
    """Give the English of a story one was asked for; it can be put right until the story is cleared."""
    rows = StoryTranslation.objects.select_for_update(of=("self",)).select_related("story")
    row = rows.filter(story_id=story_id, translator_id=member(by)).first()
    if row is None:
        raise NotFound("story")
    if refusal := may_go_on(row.story.state):
        raise refusal
    if ClearedWording.objects.filter(story_id=story_id).exists():
        raise Refusal("story_is_cleared")
    if not words.strip():
        raise Refusal("translation_missing")
    row.words, row.done_on = words.strip(), clock.today()
    row.save(update_fields=["words", "done_on"])
    audit.record(by, "listening.story_translated", row)


@action
def clear_story(*, by: Actor, story_id: StoryId, english: str, own_words: str) -> None:
    """Clear a story for others to read: pieces of it may be cut, nothing put in. Cleared anew, the last counts."""
    row = locked_story(by, story_id)
    if refusal := may_go_on(row.state):
        raise refusal
    if refusal := may_clear_spoken(waits=_waits_for_transcript(row)):
        raise refusal
    whole = _english_of(row)
    own = english if row.language == ENGLISH.code else own_words
    if refusal := may_clear(english, whole) or may_clear(own, row.words):
        raise refusal
    cleared = {
        "language": row.language,
        "may_quote": row.may_quote,
        "english": english.strip(),
        "own_words": own.strip(),
        "cleared_by_id": member(by),
        "cleared_on": clock.today(),
    }
    made, _ = ClearedWording.objects.update_or_create(story=row, defaults=cleared)
    audit.record(by, "listening.story_cleared", made)


def _waits_for_transcript(row: Story) -> bool:
    """Whether what was said aloud is not written down yet."""
    return (
        row.spoken_seconds is not None and not StoryTranscript.objects.filter(story=row, done_on__isnull=False).exists()
    )


def _english_of(row: Story) -> str:
    if row.language == ENGLISH.code:
        return row.words
    translation = StoryTranslation.objects.filter(story=row).exclude(done_on=None).first()
    if translation is None:
        raise Refusal("translation_waits")
    return translation.words
