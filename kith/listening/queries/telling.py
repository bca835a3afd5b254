"""What a visitor reads who tells the alliance something: who reads it and when, and what became of it."""

from dataclasses import dataclass
from datetime import date, datetime

from kith.kernel import clock
from kith.kernel.languages import ENGLISH
from kith.listening.models.duty import on_duty
from kith.listening.models.stories import Story
from kith.listening.models.themes import BetterAnswer, ThemeReply, ThemeStory
from kith.listening.rules.codes import Felt, StoryState, ThemeId, ThemeState
from kith.listening.settings import reading_hours
from kith.organisations.queries.people import membership_card
from kith.platform.access import NotFound
from kith.platform.access.viewer import Viewer
from kith.platform.private_links import digest
from kith.walls.saying import beyond

OPENS = "listening.story"


@dataclass(frozen=True)
class ReadFirst:
    """Who reads a story that is sent now, and by when; ``name`` is empty where no person is named for today."""

    name: str
    is_open: bool
    by: datetime
    minutes: int
    begin: datetime


@dataclass(frozen=True)
class Answer:
    """What has become of one thing that the writer said, in the words written for her language, else in English."""

    theme_id: ThemeId
    state: ThemeState
    words: str
    language: str
    due_on: date | None
    better: Felt | None

    @property
    def is_asked(self) -> bool:
        """Whether it is time to ask if it is better."""
        return self.state is ThemeState.DONE


@dataclass(frozen=True)
class StoryAnswer:
    """How a story stands, for the one who holds its address."""

    language: str
    state: StoryState
    is_gathered: bool
    answers: tuple[Answer, ...]


def reading_now(_viewer: Viewer) -> ReadFirst:
    """Who reads what is told now, and by when."""
    hours, now = reading_hours(), clock.local(clock.now())
    named, _ = on_duty()
    card = membership_card(named) if named else None
    begin = now.replace(hour=hours.begin, minute=0, second=0, microsecond=0)
    return ReadFirst(
        card.name if card else "",
        hours.is_open(now),
        hours.read_by(now),
        int(hours.within.total_seconds() // 60),
        begin,
    )


@beyond("the one story of this address, which its writer alone holds")
def story_answer(_viewer: Viewer, token: str) -> StoryAnswer:
    """What has become of the story of this address; NotFound for none."""
    story = Story.objects.filter(key_hash=digest(token, OPENS)).first()
    if story is None:
        raise NotFound("story")
    inside = [row.theme for row in ThemeStory.objects.filter(story=story).select_related("theme").order_by("pk")]
    better = {row.theme_id: row.better for row in BetterAnswer.objects.filter(story=story)}
    replies: dict[tuple[int, str], ThemeReply] = {}
    rows = ThemeReply.objects.filter(step__theme__in=inside, language__in=[story.language, ENGLISH.code])
    for each in rows.select_related("step").order_by("step_id"):
        replies[each.step.theme_id, each.language] = each
    answers = []
    for theme in inside:
        said = replies.get((theme.pk, story.language)) or replies.get((theme.pk, ENGLISH.code))
        if theme.state is not ThemeState.HEARD and said:
            answers.append(
                Answer(
                    ThemeId(theme.pk), theme.state, said.words, said.language, theme.due_on, _felt(better.get(theme.pk))
                )
            )
    return StoryAnswer(story.language, story.state, bool(inside), tuple(answers))


def _felt(code: str | None) -> Felt | None:
    return Felt(code) if code else None
