"""A story that is spoken is heard first, written down by a named person, and its recording erased unless she agreed."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from kith.files.tests.test_sounds import a_wav
from kith.kernel.refusal import Refusal
from kith.listening.actions import clearing, reading, writing_down
from kith.listening.actions.watching import look_at_waiting
from kith.listening.models.stories import Story
from kith.listening.queries.recordings import my_recordings, recording
from kith.listening.queries.stories import story_page
from kith.listening.rules.codes import AsideReason
from kith.listening.tests.world import ROMANIAN, Alliance, member
from kith.platform.access import NotFound
from kith.platform.access.viewer import ANONYMOUS
from testing.people import KITH
from testing.tasks import Notice

pytestmark = pytest.mark.django_db
HARM = "Soțul meu mă bate."


@pytest.fixture
def alliance() -> Alliance:
    return Alliance()


def asked(alliance: Alliance, words: str = "", **more: object):
    """A spoken story that was heard, and that the speaker of Romanian is asked to write down."""
    story_id, _ = alliance.told(words, recording=a_wav(3), **more)
    reading.let_story_on(by=alliance.coordinator, story_id=story_id)
    writing_down.ask_for_transcript(by=alliance.coordinator, story_id=story_id, writer_id=member(alliance.translator))
    return story_id


@pytest.mark.parametrize("may_keep", [False, True])
def test_what_is_said_becomes_the_words_of_the_story_and_its_sound_goes_unless_she_agreed(alliance, may_keep):
    story_id = asked(alliance, "Bună.", may_keep_recording=may_keep)
    assert [each.id for each in my_recordings(alliance.translator)] == [story_id]
    assert recording(alliance.translator, story_id).content == a_wav(3)
    writing_down.write_down_story(by=alliance.translator, story_id=story_id, words=f"{ROMANIAN} {HARM}")
    story = Story.objects.get(pk=story_id)
    assert (story.words, story.is_moved_up) == (f"Bună.\n\n{ROMANIAN} {HARM}", True)
    assert Notice.objects.filter(kind="spoken_story_moved_up", membership_id=member(alliance.coordinator)).exists()
    assert story_page(alliance.coordinator, story_id).can_be_heard is may_keep
    for viewer in (alliance.translator, alliance.representative):
        with pytest.raises(NotFound):
            recording(viewer, story_id)
    with pytest.raises(Refusal, match="recording_is_written"), transaction.atomic():
        writing_down.write_down_story(by=alliance.translator, story_id=story_id, words="Altceva.")


def test_before_it_is_heard_and_written_down_nothing_else_is_done_with_it(alliance):
    story_id, _ = alliance.told("", recording=a_wav())
    who = {"by": alliance.coordinator, "story_id": story_id}
    with pytest.raises(Refusal, match="story_unread"), transaction.atomic():
        writing_down.ask_for_transcript(**who, writer_id=member(alliance.translator))
    with pytest.raises(IntegrityError), transaction.atomic():
        Story.objects.filter(pk=story_id).update(words="Put in.")
    look_at_waiting(by=KITH)
    reading.let_story_on(**who)
    with pytest.raises(Refusal, match="recording_waits"), transaction.atomic():
        clearing.clear_story(**who, english="x", own_words="x")
    with pytest.raises(Refusal, match="recording_waits"), transaction.atomic():
        clearing.ask_for_translation(**who, translator_id=member(alliance.translator))
    with pytest.raises(NotFound):
        writing_down.write_down_story(by=alliance.translator, story_id=story_id, words=ROMANIAN)
    with pytest.raises(NotFound):
        recording(ANONYMOUS, story_id)


def test_a_recording_that_is_no_story_is_erased_when_it_is_set_aside(alliance):
    story_id, _ = alliance.told("", recording=a_wav())
    reading.set_story_aside(by=alliance.coordinator, story_id=story_id, reason=AsideReason.NOT_A_STORY, note="")
    assert not story_page(alliance.coordinator, story_id).can_be_heard


@pytest.mark.parametrize(
    ("content", "status", "said"),
    [(a_wav(2), 303, ""), (b"%PDF-1.7", 422, ".m4a, .mp3"), (a_wav()[:20], 422, "Record it again")],
)
def test_the_page_takes_a_recording_without_a_script_and_says_what_is_none(client: Client, content, status, said):
    with override("en"):
        address = reverse("tell-us")
    (key,) = re.findall(r'name="request_key" value="([\w-]+)"', client.get(address).content.decode())
    file = SimpleUploadedFile("note.webm", content, content_type="audio/webm")
    answer = client.post(address, {"request_key": key, "words": "The tea.", "recording": file})
    assert (answer.status_code, said in answer.content.decode()) == (status, True)
    assert Story.objects.count() == (1 if status == 303 else 0)
    assert status == 303 or "The tea." in answer.content.decode()
