"""What the library's editors look after: answers due, contradictions, words that wait, pages and where each is said."""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from kith.kernel import clock
from kith.kernel.ids import OrganisationId
from kith.kernel.languages import ENGLISH, INTERFACE_LANGUAGES, Language
from kith.library.models.pages import AdvicePage, Citation
from kith.library.models.statements import Approval, Statement, StatementTranslation, Wording
from kith.library.queries.guarding import against_facts
from kith.library.queries.states import state_of_answer
from kith.library.queries.voices import VoiceLine, voice_lines
from kith.library.rules import plain
from kith.library.rules import status as status_rules
from kith.library.rules.plain import Plainness
from kith.library.rules.status import Answer, Status
from kith.library.rules.translating import TranslationState
from kith.library.rules.words import PageKind
from kith.organisations.queries.people import OrganisationCard, organisation_cards
from kith.platform import access
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer

SOON = timedelta(days=60)


@dataclass(frozen=True)
class StatementLine:
    """An answer in a list of the editors."""

    key: str
    text: str
    owner: str
    review_by: date
    status: Status
    is_waiting: bool
    cited: int


@dataclass(frozen=True)
class PageLine:
    """A page in the list of the editors."""

    slug: str
    kind: PageKind
    title: str
    statements: int


@dataclass(frozen=True)
class LibraryDesk:
    """The editors' page: what needs a hand first, then everything."""

    to_approve: tuple[StatementLine, ...]
    due: tuple[StatementLine, ...]
    contradictions: tuple[tuple[StatementLine, ...], ...]
    statements: tuple[StatementLine, ...]
    pages: tuple[PageLine, ...]


@dataclass(frozen=True)
class WordingShown:
    """One way the answer was put, how plain it is, and who approved it."""

    number: int
    text: str
    easy_text: str
    source: str
    source_url: str
    evidence: str
    proposed_at: datetime
    approved_at: datetime | None
    plainness: Plainness
    approved_by: tuple[str, ...]
    against_facts: tuple[str, ...] = ()


@dataclass(frozen=True)
class TranslationLine:
    """The answer in one language."""

    language: Language
    state: TranslationState
    text: str
    easy_text: str
    checked_by: str
    checked_on: date | None
    against_facts: tuple[str, ...] = ()


@dataclass(frozen=True)
class StatementPage:
    """All that is known of one answer."""

    key: str
    question: str
    owner: OrganisationCard
    review_by: date
    status: Status
    withdrawn_why: str
    current: WordingShown | None
    waiting: WordingShown | None
    may_approve: bool
    earlier: tuple[WordingShown, ...]
    pages: tuple[PageLine, ...]
    translations: tuple[TranslationLine, ...]
    voices: tuple[VoiceLine, ...]
    against: tuple[StatementLine, ...]


def library_desk(viewer: Viewer) -> LibraryDesk:
    """Everything in the library, what needs a hand first."""
    access.require(viewer, Permission.MANAGE_LIBRARY)
    lines, clashes = _lines()
    soon = clock.today() + SOON
    told = (Status.CURRENT, Status.PAST_REVIEW, Status.CONTRADICTED)
    return LibraryDesk(
        to_approve=tuple(each for each in lines.values() if each.is_waiting),
        due=tuple(
            sorted(
                (each for each in lines.values() if each.status in told and each.review_by < soon),
                key=lambda each: (each.review_by, each.key),
            )
        ),
        contradictions=tuple(tuple(lines[each.key] for each in answers) for answers in clashes),
        statements=tuple(lines.values()),
        pages=tuple(_pages()),
    )


def statement_page(viewer: Viewer, key: str) -> StatementPage:
    """One answer: its words now and before, who approved them, where it is said, in which languages."""
    access.require(viewer, Permission.MANAGE_LIBRARY)
    row = Statement.objects.filter(key=key).first()
    if row is None:
        raise NotFound("statement")
    lines, clashes = _lines()
    wordings = _wordings(row)
    waiting = wordings[0] if wordings and wordings[0].approved_at is None else None
    stands = row.wordings.current().first()
    current = next((each for each in wordings if stands and each.number == stands.number), None)
    hers = organisation_cards(viewer.organisation_ids)
    slugs = Citation.objects.filter(statement=row).values_list("section__page__slug", flat=True)
    return StatementPage(
        key=row.key,
        question=row.question,
        owner=organisation_cards()[OrganisationId(row.owner_id)],
        review_by=row.review_by,
        status=lines[key].status,
        withdrawn_why=row.withdrawn_why,
        current=_guarded(row.key, current),
        waiting=None if row.withdrawn_at else _guarded(row.key, waiting),
        may_approve=bool(waiting and not {card.name for card in hers.values()} & set(waiting.approved_by) and hers),
        earlier=tuple(each for each in wordings if each not in (current, waiting)),
        pages=tuple(each for each in _pages() if each.slug in set(slugs)),
        translations=tuple(_translations(row, stands)),
        voices=voice_lines(row),
        against=tuple(
            lines[each.key]
            for answers in clashes
            if key in {one.key for one in answers}
            for each in answers
            if each.key != key
        ),
    )


def _lines() -> tuple[dict[str, StatementLine], list[tuple[Answer, ...]]]:
    """Every answer as a line, by its key, and which contradict each other."""
    rows = list(Statement.objects.order_by("key"))
    stands = {each.statement_id: each for each in Wording.objects.current()}
    newest = {each.statement_id: each for each in Wording.objects.order_by("number")}
    cited: dict[int, int] = defaultdict(int)
    for pk in Citation.objects.values_list("statement_id", flat=True):
        cited[pk] += 1
    owners = organisation_cards()
    answers = {row.pk: row.as_answer(stands.get(row.pk)) for row in rows}
    clashes = status_rules.contradictions(answers.values())
    clashing = {each.key for found in clashes for each in found}
    lines = {
        row.key: StatementLine(
            key=row.key,
            text=(stands.get(row.pk) or newest[row.pk]).text,
            owner=owners[OrganisationId(row.owner_id)].name,
            review_by=row.review_by,
            status=status_rules.status(answers[row.pk], today=clock.today(), contradicted=row.key in clashing),
            is_waiting=newest[row.pk].approved_at is None and row.withdrawn_at is None,
            cited=cited[row.pk],
        )
        for row in rows
    }
    return lines, clashes


def _wordings(row: Statement) -> list[WordingShown]:
    """Newest first."""
    owners = organisation_cards()
    approved: dict[int, list[str]] = defaultdict(list)
    for given in Approval.objects.filter(wording__statement=row).order_by("pk"):
        approved[given.wording_id].append(owners[OrganisationId(given.organisation_id)].name)
    return [
        WordingShown(
            number=each.number,
            text=each.text,
            easy_text=each.easy_text,
            source=each.source,
            source_url=each.source_url,
            evidence=each.evidence,
            proposed_at=each.proposed_at,
            approved_at=each.approved_at,
            plainness=plain.plainness(each.text),
            approved_by=tuple(approved[each.pk]),
        )
        for each in row.wordings.order_by("-number")
    ]


def _guarded(key: str, shown: WordingShown | None) -> WordingShown | None:
    """The wording with what it may change about the facts of danger."""
    return (
        replace(shown, against_facts=against_facts(key, ENGLISH.code, shown.text, shown.easy_text)) if shown else None
    )


def _pages() -> list[PageLine]:
    counted: dict[int, int] = defaultdict(int)
    for page_id in Citation.objects.values_list("section__page_id", flat=True):
        counted[page_id] += 1
    rows = AdvicePage.objects.order_by("order", "slug")
    return [PageLine(row.slug, row.kind, row.title, counted[row.pk]) for row in rows]


def _translations(row: Statement, stands: Wording | None) -> list[TranslationLine]:
    found = {each.language: each for each in StatementTranslation.objects.filter(statement=row)}
    return [
        _line_in(row.key, language, found.get(language.code), stands)
        for language in INTERFACE_LANGUAGES
        if language != ENGLISH
    ]


def _line_in(
    key: str, language: Language, words: StatementTranslation | None, stands: Wording | None
) -> TranslationLine:
    return TranslationLine(
        language,
        state_of_answer(words, stands),
        words.text if words else "",
        words.easy_text if words else "",
        words.checked_by if words else "",
        words.checked_on if words else None,
        against_facts(key, language.code, words.text, words.easy_text) if words else (),
    )
