"""Taking down what a parent or carer tells: nameless, or with a contact that is kept apart."""

from uuid import UUID

from kith.files.actions import keep_sound
from kith.kernel import clock
from kith.kernel.ids import new_uuid
from kith.kernel.refusal import Refusal
from kith.listening.models.stories import Story, StoryContact, WelcomeAnswer
from kith.listening.rules.codes import MOST_A_DAY, Felt, Told
from kith.listening.rules.harm import moves_up
from kith.listening.rules.reading import coarse, month_of
from kith.platform.action import action
from kith.platform.private_links import digest

OPENS = "listening.story"


@action
def tell_story(*, told: Told, request_key: UUID) -> str:
    """Keep the story until a person reads it; gives the part of its answer's address that its writer alone holds.

    Sent twice it is one story. Nothing is written of who is signed in. The audit notes it with all that came since the
    last look (``look_at_waiting``): an entry at this second, beside those of a person who is signed in, would lead to
    her. A mere answer to the question of welcome is counted, and has no address.
    """
    token = request_key.hex
    if Story.objects.filter(key_hash=digest(token, OPENS)).exists():
        return token
    if Story.objects.unread().count() >= MOST_A_DAY:
        raise Refusal("stories_rest")
    if not told.words.strip() and not told.recording and told.welcome is None:
        raise Refusal("story_without_words")
    if told.welcome:
        _count(told, told.welcome)
    if not told.words.strip() and not told.recording:
        return ""
    _keep(told, token)
    return token


def _keep(told: Told, token: str) -> None:
    subject = told.subject
    sound_id, seconds = keep_sound(told.recording) if told.recording else (None, None)
    story = Story.objects.create(
        id=new_uuid(),
        words=told.words.strip(),
        language=told.language,
        about=subject.kind if subject else "",
        about_id=subject.id if subject else None,
        about_name=subject.name[:200] if subject else "",
        service_id=subject.service_id if subject else None,
        venue_id=subject.venue_id if subject else None,
        session_on=subject.on if subject else None,
        sound_id=sound_id,
        spoken_seconds=seconds,
        may_keep_sound=told.may_keep_recording and sound_id is not None,
        may_quote=told.may_quote,
        is_nameless=not told.has_contact,
        is_moved_up=moves_up(told.words, told.language),
        told_on=clock.today(),
        waiting_since=coarse(clock.now()),
        key_hash=digest(token, OPENS),
    )
    if told.has_contact:
        StoryContact.objects.create(story=story, email=told.email, phone=told.phone, token=token)


def _count(told: Told, felt: Felt) -> None:
    """The answer stands by itself: no key leads from it to the story, or back."""
    WelcomeAnswer.objects.create(
        id=new_uuid(),
        venue_id=told.subject.venue_id if told.subject else None,
        month=month_of(clock.today()),
        felt=felt,
        community=told.community,
    )
