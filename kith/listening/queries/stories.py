"""Stories, for those who read them first, and for the one who was asked to translate one."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from kith.kernel import clock
from kith.kernel.ids import MembershipId
from kith.kernel.languages import ENGLISH
from kith.kernel.listed import Listed
from kith.listening.models.stories import ReadingDuty, Story, StoryContact, StoryTranslation
from kith.listening.rules.codes import AsideReason, StoryId, StoryState
from kith.listening.rules.cutting import particulars_in, without_particulars
from kith.methods.names import sorting_key
from kith.organisations.queries.people import (
    MembershipCard,
    colleagues_of,
    membership_cards,
    organisation_cards,
    people_who,
)
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.listing import ListAsked, Paged, paged

MOST = 50


@dataclass(frozen=True)
class StoryRow:
    """A story in a list: how it stands, and the beginning of its words."""

    id: StoryId
    language: str
    state: StoryState
    is_moved_up: bool
    told_on: date
    waiting_since: datetime | None
    about: str
    beginning: str
    is_nameless: bool
    spoken_seconds: int | None = None


@dataclass(frozen=True)
class StoryPage:
    """One story with all that its reader decides on: translation, cleared words, and what reaches a person in it."""

    row: StoryRow
    words: str
    may_quote: bool
    aside_reason: AsideReason | str
    aside_note: str
    read_by: MembershipCard | None
    translator: MembershipCard | None
    english: str
    cleared_english: str
    cleared_own: str
    particulars: tuple[str, ...]
    has_contact: bool
    can_be_heard: bool
    may_keep_sound: bool
    writer: MembershipCard | None
    is_written: bool

    @property
    def waits_for_transcript(self) -> bool:
        """Whether what is said aloud has to be written down before anything else."""
        return self.row.spoken_seconds is not None and not self.is_written

    @property
    def is_english(self) -> bool:
        """Whether nothing is to be translated."""
        return self.row.language == ENGLISH.code

    @property
    def begins_with(self) -> dict[str, str]:
        """What a moderator begins with: the English and the own words, cleared already or without what reaches one."""
        return {
            "english": self.cleared_english or without_particulars(self.english),
            "own_words": self.cleared_own or without_particulars(self.words),
        }


@dataclass(frozen=True)
class ToTranslate:
    """A story that the viewer was asked to put into English."""

    id: StoryId
    language: str
    words: str
    english: str
    asked_on: date


@dataclass(frozen=True)
class DutyRow:
    """Days on which a person reads first."""

    id: int
    from_on: date
    until_on: date
    first: MembershipCard
    deputy: MembershipCard | None


def unread_stories(viewer: Viewer) -> Listed[StoryRow]:
    """What waits to be read, those with words of harm first."""
    access.require(viewer, Permission.SEE_STORIES)
    return Listed.cut([_row(each) for each in Story.objects.unread()[: MOST + 1]], MOST)


def stories_to_clear(viewer: Viewer) -> Listed[StoryRow]:
    """What is read and not cleared yet: it waits to be written down or translated, or for its reader."""
    access.require(viewer, Permission.SEE_STORIES)
    is_there = ~Q(words="") | Q(sound__isnull=False)
    rows = Story.objects.read().filter(is_there, cleared=None).order_by("-is_moved_up", "read_on", "pk")
    return Listed.cut([_row(each) for each in rows[: MOST + 1]], MOST)


def stories_read(viewer: Viewer, asked: ListAsked) -> Paged[StoryRow]:
    """What was read, the latest first."""
    access.require(viewer, Permission.SEE_STORIES)
    rows = Story.objects.exclude(state=StoryState.UNREAD).order_by("-read_on", "pk")
    if asked.words:
        rows = rows.filter(words__icontains=asked.words)
    page = paged(rows, asked)
    return page.with_rows(_row(each) for each in page.rows)


def story_page(viewer: Viewer, story_id: StoryId) -> StoryPage:
    """One story; it is written down who opened it."""
    access.require(viewer, Permission.SEE_STORIES)
    story = Story.objects.select_related("translation", "cleared", "transcript").filter(pk=story_id).first()
    if story is None:
        raise NotFound("story")
    translation, cleared = getattr(story, "translation", None), getattr(story, "cleared", None)
    transcript = getattr(story, "transcript", None)
    asked = (translation.translator_id if translation else None, transcript.writer_id if transcript else None)
    people = membership_cards(MembershipId(each) for each in (story.read_by_id, *asked) if each)
    english = story.words if story.language == ENGLISH.code else translation.words if translation else ""
    audit.read(viewer, "listening.story_opened", Story._meta.label, story.pk)
    return StoryPage(
        row=_row(story),
        words=story.words,
        may_quote=story.may_quote,
        aside_reason=story.aside_reason,
        aside_note=story.aside_note,
        read_by=people.get(MembershipId(story.read_by_id or 0)),
        translator=people.get(MembershipId(translation.translator_id)) if translation else None,
        english=english,
        cleared_english=cleared.english if cleared else "",
        cleared_own=cleared.own_words if cleared else "",
        particulars=particulars_in(f"{story.words}\n{english}"),
        can_be_heard=story.sound_id is not None,
        may_keep_sound=story.may_keep_sound,
        writer=people.get(MembershipId(transcript.writer_id)) if transcript else None,
        is_written=transcript is not None and transcript.done_on is not None,
        has_contact=StoryContact.objects.filter(story=story, answered_on=None).exists(),
    )


def to_translate(viewer: Viewer, story_id: StoryId) -> ToTranslate:
    """The story that the viewer was asked to translate; NotFound for all others."""
    row = StoryTranslation.objects.select_related("story").filter(story_id=story_id).first()
    if row is None or row.translator_id != viewer.membership_id:
        raise NotFound("story")
    audit.read(viewer, "listening.story_opened", Story._meta.label, row.story_id)
    return _to_translate(row)


def my_translations(viewer: Viewer) -> tuple[ToTranslate, ...]:
    """The stories that wait for the viewer's translation."""
    if viewer.membership_id is None:
        return ()
    rows = StoryTranslation.objects.filter(translator_id=viewer.membership_id, done_on=None).select_related("story")
    return tuple(_to_translate(row) for row in rows.order_by("asked_on", "pk")[:MOST])


def unread_count(viewer: Viewer) -> int:
    """How many stories wait to be read."""
    return Story.objects.unread().count() if Permission.SEE_STORIES in viewer.permissions else 0


def days_of_duty(viewer: Viewer) -> list[DutyRow]:
    """Who reads first on the days to come."""
    access.require(viewer, Permission.SEE_STORIES)
    rows = list(ReadingDuty.objects.filter(until_on__gte=clock.today()).order_by("from_on")[:MOST])
    people = membership_cards(MembershipId(each) for row in rows for each in (row.membership_id, row.deputy_id) if each)
    return [
        DutyRow(
            row.pk,
            row.from_on,
            row.until_on,
            people[MembershipId(row.membership_id)],
            people.get(MembershipId(row.deputy_id or 0)),
        )
        for row in rows
    ]


def readers(_viewer: Viewer) -> list[MembershipCard]:
    """Who may read stories, by name."""
    return sorted(people_who(Permission.SEE_STORIES), key=lambda card: (sorting_key(card.name), card.id))


def who_speaks(_viewer: Viewer, language: str) -> list[MembershipCard]:
    """Who works here and says that they speak this language, by name; all at work where there is none."""
    everyone = [card for each in organisation_cards() for card in colleagues_of(each)]
    cards = [card for card in everyone if language in card.languages] or everyone
    return sorted(cards, key=lambda card: (sorting_key(card.name), card.id))


def _to_translate(row: StoryTranslation) -> ToTranslate:
    return ToTranslate(StoryId(row.story_id), row.story.language, row.story.words, row.words, row.asked_on)


def _row(story: Story) -> StoryRow:
    return StoryRow(
        StoryId(story.pk),
        story.language,
        story.state,
        story.is_moved_up,
        story.told_on,
        story.waiting_since,
        story.about_name,
        story.words[:140],
        story.is_nameless,
        story.spoken_seconds,
    )
