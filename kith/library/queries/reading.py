"""What a parent reads: the words that stand, in her language where there are any, and what is to be said of them."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date

from kith.kernel import clock
from kith.kernel.danger import Subject
from kith.kernel.ids import OrganisationId
from kith.kernel.languages import ENGLISH
from kith.library.models.pages import AdvicePage, AdviceSection, Citation, PageTranslation
from kith.library.models.statements import StatementTranslation, Wording
from kith.library.queries.states import state_of_answer, state_of_page
from kith.library.queries.voices import VoiceTold, voices_of
from kith.library.rules.status import Status, answer_to
from kith.library.rules.translating import TranslationState, least_of
from kith.library.rules.words import PageKind, PageTopic
from kith.organisations.queries.people import organisation_cards
from kith.platform.access import NotFound
from kith.platform.access.viewer import Viewer
from kith.platform.i18n.texts import LocalText


@dataclass(frozen=True)
class AdviceTold:
    """One answer as it is told: its words, where they come from, how they stand, and how far they are translated."""

    key: str
    text: LocalText
    source: str
    source_url: str
    evidence: str
    owner: str
    review_by: date
    status: Status
    state: TranslationState | None
    checked_by: str = ""
    checked_on: date | None = None
    voice: VoiceTold | None = None
    easy: LocalText | None = None


@dataclass(frozen=True)
class SectionTold:
    """A heading, the answers under it, and the note to its speaker, if there is one."""

    number: int
    heading: LocalText
    statements: tuple[AdviceTold, ...]
    note: LocalText | None = None

    def in_easy_words(self) -> "SectionTold":
        """The same section with easy words wherever there are any."""
        told = (replace(each, text=each.easy, voice=None) if each.easy else each for each in self.statements)
        return replace(self, statements=tuple(told))


@dataclass(frozen=True)
class PageTold:
    """A page as it is told; ``state`` is that of the words least to be relied upon, None in English."""

    slug: str
    kind: PageKind
    title: LocalText
    summary: LocalText
    signs: tuple[Subject, ...]
    sections: tuple[SectionTold, ...]
    state: TranslationState | None

    @property
    def has_easy_words(self) -> bool:
        """Whether any answer on it is there in easy words."""
        return any(each.easy for section in self.sections for each in section.statements)

    def in_easy_words(self) -> "PageTold":
        """The same page with easy words wherever there are any; those are not read aloud."""
        return replace(self, sections=tuple(section.in_easy_words() for section in self.sections))

    @property
    def is_past_review(self) -> bool:
        """Whether any answer on it is past the day by which it was to be looked at again."""
        return any(each.status is Status.PAST_REVIEW for section in self.sections for each in section.statements)


@dataclass(frozen=True)
class AdviceLine:
    """A page in the list."""

    slug: str
    title: LocalText
    summary: LocalText


@dataclass(frozen=True)
class SlidesTold:
    """Slides of a course as the plan of the course names them."""

    slug: str
    title: LocalText
    summary: LocalText
    headings: tuple[LocalText, ...]


@dataclass(frozen=True)
class AdviceList:
    """All pages of one topic."""

    topic: PageTopic
    pages: tuple[AdviceLine, ...]


def advice_list(_viewer: Viewer, language: str, kind: PageKind = PageKind.ADVICE) -> list[AdviceList]:
    """Every page of this kind that has something to tell, by topic, in the order in which a family meets them."""
    told = Citation.objects.filter(
        statement__withdrawn_at__isnull=True, statement__wordings__is_current=True
    ).values_list("section__page_id", flat=True)
    rows = list(AdvicePage.objects.filter(pk__in=told, kind=kind).order_by("order", "slug"))
    words = {row.page_id: row for row in PageTranslation.objects.filter(language=language, page__in=rows)}
    by_topic: dict[str, list[AdviceLine]] = defaultdict(list)
    for row in rows:
        title, summary = _own_words(row, words.get(row.pk))
        by_topic[row.topic].append(AdviceLine(row.slug, title, summary))
    return [AdviceList(topic, tuple(by_topic[topic])) for topic in PageTopic if by_topic[topic]]


def advice_page(_viewer: Viewer, slug: str, language: str) -> PageTold:
    """The page with this address; NotFound where there is none, or nothing on it may be told any more."""
    return _page_told(AdvicePage.objects.filter(slug=slug, kind=PageKind.ADVICE).first(), language)


def slides_told(_viewer: Viewer, slugs: Collection[str], language: str) -> dict[str, SlidesTold]:
    """What the slides with these addresses are about, for readers of a course. Three statements."""
    rows = list(AdvicePage.objects.filter(slug__in=slugs, kind=PageKind.SLIDES).prefetch_related("sections"))
    words = {row.page_id: row for row in PageTranslation.objects.filter(language=language, page__in=rows)}
    told = {}
    for row in rows:
        own = words.get(row.pk)
        title, summary = _own_words(row, own)
        fresh = own if own and own.of_version == row.version else None
        headings = tuple(
            _in_order(fresh, fresh.headings if fresh else [], place, section.heading)
            for place, section in enumerate(row.sections.all())
        )
        told[row.slug] = SlidesTold(row.slug, title, summary, headings)
    return told


def told_by_staff(viewer: Viewer, slug: str, language: str) -> PageTold:
    """The script, the slides or the page of advice with this address, for staff who are asked at work."""
    if not viewer.is_staff:
        raise NotFound("page")
    return _page_told(AdvicePage.objects.filter(slug=slug).first(), language)


def _page_told(row: AdvicePage | None, language: str) -> PageTold:
    if row is None:
        raise NotFound("page")
    sections = list(row.sections.all())
    cited = _cited(sections)
    answers = _answers_to({question for keys in cited.values() for _, question in keys})
    told = _told([chosen for chosen in answers.values() if chosen], language)
    words = PageTranslation.objects.filter(language=language, page=row).first()
    title, summary = _own_words(row, words)
    # Headings and notes are matched by their order: those of an older version may stand over other answers by now.
    fresh = words if words and words.of_version == row.version else None
    shown = tuple(
        SectionTold(
            section.number,
            _in_order(fresh, fresh.headings if fresh else [], place, section.heading),
            statements,
            _in_order(fresh, fresh.notes if fresh else [], place, section.note) if section.note else None,
        )
        for place, section in enumerate(sections)
        if (statements := _under(cited[section.pk], answers, told))
    )
    if not shown:
        raise NotFound("page")
    state = None if language == ENGLISH.code else state_of_page(words, row)
    return PageTold(row.slug, row.kind, title, summary, _subjects(row), shown, _least(state, shown))


def _subjects(row: AdvicePage) -> tuple[Subject, ...]:
    return tuple(Subject(each) for each in row.signs)


def _own_words(row: AdvicePage, words: PageTranslation | None) -> tuple[LocalText, LocalText]:
    if words is None:
        return LocalText(row.title, ENGLISH.code), LocalText(row.summary, ENGLISH.code)
    return LocalText(words.title, words.language), LocalText(words.summary, words.language)


def _in_order(words: PageTranslation | None, texts: list[str], place: int, english: str) -> LocalText:
    if words is None or place >= len(texts) or not texts[place]:
        return LocalText(english, ENGLISH.code)
    return LocalText(texts[place], words.language)


def _cited(sections: list[AdviceSection]) -> Mapping[int, list[tuple[str, str]]]:
    """For each section the keys it cites, with the question that each answers."""
    cited: dict[int, list[tuple[str, str]]] = defaultdict(list)
    rows = Citation.objects.filter(section__in=sections).order_by("section_id", "number")
    for section_id, key, question in rows.values_list("section_id", "statement__key", "statement__question"):
        cited[section_id].append((key, question))
    return cited


def _answers_to(questions: set[str]) -> dict[str, Wording | None]:
    """What is told to each question: where two answers contradict each other, the one approved last."""
    rows = Wording.objects.current().filter(statement__question__in=questions, statement__withdrawn_at=None)
    by_key = {row.statement.key: row for row in rows.select_related("statement")}
    answers = [row.statement.as_answer(row) for row in by_key.values()]
    chosen = {question: answer_to(question, answers) for question in questions}
    return {question: by_key[each.key] if each else None for question, each in chosen.items()}


def _told(wordings: list[Wording], language: str) -> dict[int, AdviceTold]:
    """The answers in the reader's language, by the wording they come from."""
    ids = [each.statement_id for each in wordings]
    translated = {
        row.statement_id: row for row in StatementTranslation.objects.filter(statement__in=ids, language=language)
    }
    owners = organisation_cards()
    voices = voices_of(ids, language)
    today = clock.today()
    told = {}
    for each in wordings:
        row, words = each.statement, translated.get(each.statement_id)
        text = LocalText(words.text, language) if words else LocalText(each.text, ENGLISH.code)
        easy = LocalText(words.easy_text, language) if words else LocalText(each.easy_text, ENGLISH.code)
        state = None if language == ENGLISH.code else state_of_answer(words, each)
        voice = voices.get(each.statement_id)
        past = row.review_by < today
        told[each.pk] = AdviceTold(
            key=row.key,
            text=text,
            source=each.source,
            source_url=each.source_url,
            evidence=each.evidence,
            owner=owners[OrganisationId(row.owner_id)].name,
            review_by=row.review_by,
            status=Status.PAST_REVIEW if past else Status.CURRENT,
            state=state,
            checked_by=words.checked_by if words else "",
            checked_on=words.checked_on if words else None,
            # Words that are older than their English are never read aloud.
            voice=voice if voice and voice.words == text.text and state is not TranslationState.OLDER else None,
            easy=easy if easy.text else None,
        )
    return told


def _under(
    cited: list[tuple[str, str]], answers: dict[str, Wording | None], told: dict[int, AdviceTold]
) -> tuple[AdviceTold, ...]:
    """The answers under one heading, each once though two of its keys answer one question."""
    chosen = (answers[question] for _, question in cited)
    return tuple(dict.fromkeys(told[each.pk] for each in chosen if each))


def _least(state: TranslationState | None, sections: tuple[SectionTold, ...]) -> TranslationState | None:
    if state is None:
        return None
    return least_of([state, *(each.state for section in sections for each in section.statements if each.state)])
