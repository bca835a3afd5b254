"""Recordings, for those who read stories first, and for the one who was asked to write one down."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from kith.files.queries import Heard, sound_of
from kith.files.rules import SoundId
from kith.listening.models.stories import Story, StoryTranscript
from kith.listening.rules.codes import StoryId
from kith.platform import audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer

MOST = 50


@dataclass(frozen=True)
class ToWriteDown:
    """A spoken story that the viewer was asked to write down."""

    id: StoryId
    language: str
    seconds: int
    typed: str
    asked_on: date


def to_write_down(viewer: Viewer, story_id: StoryId) -> ToWriteDown:
    """The story that the viewer was asked to write down; NotFound for all others."""
    row = _asked(viewer).filter(story_id=story_id).select_related("story").first()
    if row is None:
        raise NotFound("story")
    audit.read(viewer, "listening.story_opened", Story._meta.label, row.story_id)
    return _row(row)


def my_recordings(viewer: Viewer) -> tuple[ToWriteDown, ...]:
    """The spoken stories that wait for the viewer to write them down."""
    if viewer.membership_id is None:
        return ()
    rows = _asked(viewer).select_related("story").order_by("asked_on", "pk")
    return tuple(_row(row) for row in rows[:MOST])


def recording(viewer: Viewer, story_id: StoryId) -> Heard:
    """The recording itself, for readers, and for the one who is asked until it is written; NotFound for all others."""
    story = Story.objects.filter(pk=story_id).first()
    is_reader = Permission.SEE_STORIES in viewer.permissions
    if story is None or story.sound_id is None:
        raise NotFound("recording")
    if not is_reader and not _asked(viewer).filter(story_id=story_id).exists():
        raise NotFound("recording")
    heard = sound_of(viewer, SoundId(story.sound_id))
    if heard is None:
        raise NotFound("recording")
    audit.read(viewer, "listening.story_opened", Story._meta.label, story.pk)
    return heard


def _asked(viewer: Viewer) -> QuerySet[StoryTranscript]:
    return StoryTranscript.objects.filter(writer_id=viewer.membership_id or 0, done_on=None)


def _row(row: StoryTranscript) -> ToWriteDown:
    story = row.story
    return ToWriteDown(StoryId(row.story_id), story.language, story.spoken_seconds or 0, story.words, row.asked_on)
