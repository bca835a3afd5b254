"""You said, we did: what the public may read of promises, kept and unkept."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date

from kith.kernel import clock
from kith.kernel.choices.place import SMALLEST_COUNT
from kith.kernel.languages import ENGLISH
from kith.listening.models.stories import ClearedWording
from kith.listening.models.themes import Theme, ThemeReply, ThemeStep, ThemeStory
from kith.listening.rules.codes import ThemeId, ThemeState
from kith.listening.rules.promises import Record, Stage, is_unkept, record_of
from kith.platform.access.viewer import Viewer

MOST = 100
MOST_QUOTES = 2


@dataclass(frozen=True)
class Quote:
    """Words of a story, cleared, whose writer lets the public read them."""

    words: str
    language: str


@dataclass(frozen=True)
class Said:
    """One thing parents said, and what became of it; words stand in the reader's language where they were written."""

    id: ThemeId
    title: str
    state: ThemeState
    words: str
    language: str
    due_on: date | None
    settled_on: date | None
    is_unkept: bool
    record: Record
    stories: int | None
    quotes: tuple[Quote, ...]

    @property
    def missed_before(self) -> tuple[date, ...]:
        """The days of promises that were not kept, but for the one that stands there as such."""
        return self.record.missed[:-1] if self.is_unkept else self.record.missed


@dataclass(frozen=True)
class YouSaid:
    """The page: what is promised, done or not possible; how many promises were kept, not kept, and are to come."""

    rows: tuple[Said, ...]
    kept: int
    unkept: int
    open: int


def you_said(_viewer: Viewer, *, lang: str) -> YouSaid:
    """Every promise with what became of it: unkept ones first, because they are looked for."""
    themes = list(Theme.objects.promised()[:MOST])
    replies = {
        (row.step.theme_id, row.step.state): row
        for row in ThemeReply.objects.filter(step__theme__in=themes, language=lang)
        .select_related("step")
        .order_by("step_id")
    }
    quotes = _quotes(themes, lang)
    counts = Counter(ThemeStory.objects.filter(theme__in=themes).values_list("theme_id", flat=True))
    stages = _stages(themes)
    rows = [
        _said(row, replies.get((row.pk, row.state)), stages[row.pk], counts[row.pk], quotes.get(row.pk, []))
        for row in themes
    ]
    return YouSaid(
        tuple(sorted(rows, key=lambda row: not row.is_unkept)),
        kept=sum(row.record.kept for row in rows),
        unkept=sum(len(row.record.missed) for row in rows),
        open=sum(row.record.is_open for row in rows),
    )


def _stages(themes: list[Theme]) -> dict[int, list[Stage]]:
    found: dict[int, list[Stage]] = defaultdict(list)
    for step in ThemeStep.objects.filter(theme__in=themes).order_by("pk"):
        found[step.theme_id].append(Stage(step.state, clock.local(step.at).date(), step.due_on))
    return found


def _said(row: Theme, reply: ThemeReply | None, stages: list[Stage], count: int, quotes: list[Quote]) -> Said:
    return Said(
        ThemeId(row.pk),
        row.title,
        row.state,
        reply.words if reply else (row.outcome or row.promise),
        reply.language if reply else ENGLISH.code,
        row.due_on if row.promise else None,
        row.settled_on,
        is_unkept(row.as_promise, clock.today()),
        record_of(stages, clock.today()),
        count if count >= SMALLEST_COUNT.now else None,
        tuple(quotes[:MOST_QUOTES]),
    )


def _quotes(themes: list[Theme], lang: str) -> dict[int, list[Quote]]:
    inside = list(ThemeStory.objects.filter(theme__in=themes).order_by("pk").values_list("theme_id", "story_id"))
    rows = ClearedWording.objects.filter(story_id__in={story_id for _, story_id in inside}, may_quote=True)
    quotes = {
        row.story_id: Quote(*((row.own_words, lang) if row.language == lang else (row.english, ENGLISH.code)))
        for row in rows
    }
    found: dict[int, list[Quote]] = {}
    for theme_id, story_id in inside:
        if story_id in quotes:
            found.setdefault(theme_id, []).append(quotes[story_id])
    return found
