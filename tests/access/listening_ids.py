"""What the addresses of listening name, and a story or a theme brought as far as an action needs."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from kith.directory.models.listings import Venue
from kith.files.tests.test_sounds import a_wav
from kith.kernel import clock
from kith.kernel.ids import MembershipId, new_uuid
from kith.listening.actions import clearing, promising, reading, theming
from kith.listening.actions.telling import tell_story
from kith.listening.actions.writing_down import ask_for_transcript
from kith.listening.models.stories import Story
from kith.listening.rules.codes import StoryId, ThemeId, Told
from kith.platform.access.viewer import Viewer, system_actor, viewer_of_account
from kith.platform.sign_in.demonstration import DOMAIN
from kith.platform.sign_in.models import Account

Act = Callable[[], object]
BY = system_actor("tests")
ROMANIAN, ENGLISH = "În sală era foarte frig pentru copii.", "The room was very cold for children."


def at_work(role: str) -> Viewer:
    """The world's person in this role."""
    viewer = viewer_of_account(Account.objects.get(email=f"{role}@{DOMAIN}"))
    assert viewer is not None
    return viewer


def member(role: str) -> MembershipId:
    """Her membership."""
    membership_id = at_work(role).membership_id
    assert membership_id is not None
    return membership_id


def told(words: str = ROMANIAN, language: str = "ro", *, recording: bytes = b"") -> tuple[StoryId, str]:
    """A story that no person has read: its id, and the secret of its answer."""
    told_aloud = Told(words, language, may_quote=True, recording=recording)
    before = set(Story.objects.values_list("pk", flat=True))
    token = tell_story(told=told_aloud, request_key=new_uuid())
    (new,) = set(Story.objects.values_list("pk", flat=True)) - before
    return StoryId(new), token


def read() -> tuple[StoryId, str]:
    """A story that a person has read."""
    story_id, token = told()
    reading.let_story_on(by=at_work("coordinator"), story_id=story_id)
    return story_id, token


def asked() -> tuple[StoryId, str]:
    """A story that the midwife is asked to put into English."""
    story_id, token = read()
    clearing.ask_for_translation(by=at_work("coordinator"), story_id=story_id, translator_id=member("midwife"))
    return story_id, token


def spoken(*, is_asked: bool = True) -> StoryId:
    """A story that was said aloud and heard; the midwife is asked to write it down."""
    story_id, _ = told("", recording=a_wav())
    reading.let_story_on(by=at_work("coordinator"), story_id=story_id)
    if is_asked:
        ask_for_transcript(by=at_work("coordinator"), story_id=story_id, writer_id=member("midwife"))
    return story_id


def cleared() -> tuple[StoryId, str]:
    """A story that others may read."""
    story_id, token = asked()
    clearing.translate_story(by=at_work("midwife"), story_id=story_id, words=ENGLISH)
    clearing.clear_story(by=at_work("coordinator"), story_id=story_id, english=ENGLISH, own_words=ROMANIAN)
    return story_id, token


def gathered(title: str = "Cold rooms") -> tuple[ThemeId, StoryId, str]:
    """A theme with a story."""
    story_id, token = cleared()
    return theming.begin_theme(by=at_work("parent-rep"), title=title, story_id=story_id), story_id, token


def promised(title: str = "Cold rooms") -> tuple[ThemeId, StoryId, str]:
    """A theme about which something is promised."""
    theme_id, story_id, token = gathered(title)
    promising.promise(by=at_work("alliance-chair"), theme_id=theme_id, new=a_promise())
    return theme_id, story_id, token


def a_promise() -> promising.NewPromise:
    """A heater, by next week, answered for by the coordinator."""
    return promising.NewPromise("We bring a heater.", member("coordinator"), clock.today() + timedelta(days=7))


def listening_ids() -> dict[str, Any]:
    """What the addresses of listening name: a story translated and cleared, its theme."""
    theme_id, story_id, token = promised()
    return {
        "story_id": story_id,
        "spoken_id": spoken(),
        "story_token": token,
        "theme_id": theme_id,
        "reply_language": "ro",
        "short_code": f"V{Venue.objects.order_by('pk')[0].pk}",
        "subject_kind": "venue",
        "subject_id": Venue.objects.order_by("pk")[0].pk,
    }
