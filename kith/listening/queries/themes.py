"""Themes, the cleared stories in them and those that are in none, and which are alike."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from kith.kernel import clock
from kith.kernel.choices.place import SMALLEST_COUNT
from kith.kernel.folding import folded
from kith.kernel.ids import MembershipId
from kith.kernel.languages import ENGLISH
from kith.listening.models.stories import ClearedWording
from kith.listening.models.themes import BetterAnswer, Theme, ThemeReply, ThemeStory
from kith.listening.rules.codes import Felt, StoryId, ThemeId, ThemeState
from kith.listening.rules.promises import is_unkept, shown
from kith.methods.likeness import like_groups, likest
from kith.methods.names import sorting_key
from kith.organisations.queries.people import MembershipCard, membership_cards, people_who
from kith.platform import access
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.listing import ListAsked, Paged, paged

COMPARED_WITH = 200
MOST_SUGGESTED, MOST_SHOWN = 3, 5


@dataclass(frozen=True)
class ClearedStory:
    """A story as others read it."""

    id: StoryId
    language: str
    english: str
    own_words: str
    may_quote: bool
    cleared_on: date


@dataclass(frozen=True)
class ThemeRow:
    """A theme in a list, and how many stories say it."""

    id: ThemeId
    title: str
    state: ThemeState
    due_on: date | None
    is_unkept: bool
    count: int
    owner: MembershipCard | None
    replies_waiting: tuple[str, ...] = ()


@dataclass(frozen=True)
class ThemeStepRow:
    """One change of what became of a theme."""

    on: date
    state: ThemeState
    words: str
    due_on: date | None
    by: MembershipCard | None
    replies: Mapping[str, str]


@dataclass(frozen=True)
class ThemePage:
    """A theme with its stories, its history, what is done about it, and in which languages its writers wait."""

    row: ThemeRow
    promise: str
    outcome: str
    stories: tuple[ClearedStory, ...]
    has_more: bool
    steps: tuple[ThemeStepRow, ...]
    languages: Mapping[str, int | None]
    better: Mapping[Felt, int | None]


def unsorted_stories(viewer: Viewer, asked: ListAsked) -> Paged[ClearedStory]:
    """Cleared stories that no person has put into a theme yet, the first cleared first."""
    access.require(viewer, Permission.SEE_THEMES)
    rows = _unsorted()
    if asked.words:
        rows = rows.filter(Q(english__icontains=asked.words) | Q(own_words__icontains=asked.words))
    page = paged(rows.order_by("cleared_on", "pk"), asked)
    return page.with_rows([_cleared(row) for row in page.rows])


def alike_unsorted(viewer: Viewer) -> tuple[tuple[ClearedStory, ...], ...]:
    """Groups of cleared stories in no theme that say alike, the largest first: they may be one theme, people decide."""
    if Permission.MANAGE_THEMES not in viewer.permissions:
        return ()
    rows = list(_unsorted().order_by("cleared_on", "pk")[:COMPARED_WITH])
    groups = like_groups([folded(row.english) for row in rows])
    return tuple(tuple(_cleared(rows[at]) for at in group[:MOST_SHOWN]) for group in groups[:MOST_SUGGESTED])


def _unsorted() -> QuerySet[ClearedWording]:
    return ClearedWording.objects.exclude(story_id__in=ThemeStory.objects.values("story_id"))


def unsorted_count(viewer: Viewer) -> int:
    """How many cleared stories are in no theme."""
    if Permission.MANAGE_THEMES not in viewer.permissions:
        return 0
    return _unsorted().count()


def themes(viewer: Viewer, asked: ListAsked, *, state: str = "") -> Paged[ThemeRow]:
    """All themes, those that wait for a decision first."""
    access.require(viewer, Permission.SEE_THEMES)
    rows = Theme.objects.annotate(stories=Count("in_it")).order_by("-moved_on", "-pk")
    if state in set(ThemeState):
        rows = rows.filter(state=state)
    if asked.words:
        rows = rows.filter(title__icontains=asked.words)
    page = paged(rows, asked)
    people = membership_cards(MembershipId(row.owner_id) for row in page.rows if row.owner_id)
    return page.with_rows([_row(row, people, getattr(row, "stories", 0)) for row in page.rows])


def theme_page(viewer: Viewer, theme_id: ThemeId) -> ThemePage:
    """One theme; NotFound for none."""
    access.require(viewer, Permission.SEE_THEMES)
    theme = Theme.objects.filter(pk=theme_id).first()
    if theme is None:
        raise NotFound("theme")
    its_stories = ThemeStory.objects.filter(theme=theme)
    inside = ClearedWording.objects.filter(story_id__in=its_stories.values("story_id")).order_by("-cleared_on", "pk")
    stories = [_cleared(row) for row in inside[: COMPARED_WITH + 1]]
    languages = Counter(its_stories.values_list("language", flat=True))
    better = Counter(Felt(each) for each in BetterAnswer.objects.filter(theme=theme).values_list("better", flat=True))
    steps = list(theme.steps.prefetch_related("replies").order_by("pk"))
    people = membership_cards(
        MembershipId(each) for each in (theme.owner_id, *(step.membership_id for step in steps)) if each
    )
    least = SMALLEST_COUNT.now
    waiting = replies_waiting([theme]).get(theme.pk, ())
    return ThemePage(
        row=_row(theme, people, sum(languages.values()), waiting),
        promise=theme.promise,
        outcome=theme.outcome,
        stories=tuple(stories[:COMPARED_WITH]),
        has_more=len(stories) > COMPARED_WITH,
        steps=tuple(
            ThemeStepRow(
                clock.local(step.at).date(),
                step.state,
                step.words,
                step.due_on,
                people.get(MembershipId(step.membership_id)),
                {each.language: each.words for each in step.replies.all() if each.language != ENGLISH.code},
            )
            for step in steps
        ),
        languages=shown(languages, least=least),
        better=shown(better, least=least),
    )


def story_to_sort(viewer: Viewer, story_id: StoryId) -> tuple[ClearedStory, list[ThemeRow], list[ThemeRow]]:
    """A cleared story, the themes whose stories are most like it, and the themes it is in."""
    access.require(viewer, Permission.MANAGE_THEMES)
    row = ClearedWording.objects.filter(story_id=story_id).first()
    if row is None:
        raise NotFound("story")
    story = _cleared(row)
    inside = list(
        ThemeStory.objects.exclude(story_id=story_id)
        .order_by("-pk")
        .values_list("theme_id", "story_id", "theme__title")[:COMPARED_WITH]
    )
    words = dict(
        ClearedWording.objects.filter(story_id__in={each[1] for each in inside}).values_list("story_id", "english")
    )
    texts = [folded(f"{title} {words.get(other, '')}") for _, other, title in inside]
    alike = likest(folded(story.english), texts, most=20)
    suggested = list(dict.fromkeys(inside[at][0] for at, _ in alike))[:MOST_SUGGESTED]
    mine = set(ThemeStory.objects.filter(story_id=story_id).values_list("theme_id", flat=True))
    known = {each.pk: _row(each, {}, 0) for each in Theme.objects.filter(pk__in={*suggested, *mine})}
    return story, [known[each] for each in suggested if each not in mine], [known[each] for each in mine]


def theme_titles(viewer: Viewer) -> list[tuple[ThemeId, str]]:
    """Every theme by its title."""
    access.require(viewer, Permission.SEE_THEMES)
    rows = Theme.objects.values_list("pk", "title")
    return [(ThemeId(pk), title) for pk, title in sorted(rows, key=lambda row: (sorting_key(row[1]), row[0]))]


def who_may_own(_viewer: Viewer) -> list[MembershipCard]:
    """Who takes part in the alliance and can take something on, by name."""
    return sorted(people_who(Permission.SEE_THEMES), key=lambda card: (sorting_key(card.name), card.id))


def themes_without_reply(viewer: Viewer) -> int:
    """In how many themes writers of some language wait for words of theirs."""
    if Permission.MANAGE_THEMES not in viewer.permissions:
        return 0
    return len(replies_waiting(list(Theme.objects.exclude(state=ThemeState.HEARD))))


def replies_waiting(rows: list[Theme]) -> dict[int, tuple[str, ...]]:
    """By theme the languages in which people wrote and have had no reply since it came to its state."""
    ids = [row.pk for row in rows if row.state is not ThemeState.HEARD]
    wrote = ThemeStory.objects.filter(theme__in=ids).values_list("theme_id", "language").distinct()
    state_of = {row.pk: row.state for row in rows}
    replied = {
        (theme_id, language)
        for theme_id, state, language in ThemeReply.objects.filter(step__theme__in=ids).values_list(
            "step__theme_id", "step__state", "language"
        )
        if state == state_of[theme_id]
    }
    found: dict[int, list[str]] = {}
    for theme_id, language in sorted(wrote):
        if (theme_id, language) not in replied:
            found.setdefault(theme_id, []).append(language)
    return {theme_id: tuple(languages) for theme_id, languages in found.items()}


def _row(
    row: Theme, people: Mapping[MembershipId, MembershipCard], count: int, waiting: tuple[str, ...] = ()
) -> ThemeRow:
    return ThemeRow(
        ThemeId(row.pk),
        row.title,
        row.state,
        row.due_on,
        is_unkept(row.as_promise, clock.today()),
        count,
        people.get(MembershipId(row.owner_id or 0)),
        waiting,
    )


def _cleared(row: ClearedWording) -> ClearedStory:
    return ClearedStory(StoryId(row.story_id), row.language, row.english, row.own_words, row.may_quote, row.cleared_on)
