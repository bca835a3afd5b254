"""The signs of danger as they are shown: the place's approved words, and the shipped ones wherever there are none.

They are kept as a lasting copy, for they are told while the database is stopped as well.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from kith.kernel.danger import Level, Subject
from kith.kernel.ids import OrganisationId
from kith.kernel.languages import ENGLISH, INTERFACE_LANGUAGES
from kith.library.models.pages import AdvicePage, AdviceSection, Citation, PageTranslation
from kith.library.models.statements import ClinicalCheck, StatementTranslation, Wording
from kith.library.rules.signs import Card, cards_shown
from kith.library.rules.starter import NewPage, TranslatedPage, read_starter, subject_of
from kith.library.rules.words import PageKind
from kith.organisations.queries.people import organisation_cards
from kith.platform.i18n.texts import LocalText, in_language
from kith.platform.ui.signs import Sign, SignCard, SignSubject
from kith.platform.web.lasting import LastingCopy

STARTER = Path(__file__).resolve().parents[1] / "starter"
LANGUAGES = tuple(language.code for language in INTERFACE_LANGUAGES)
Facts = dict[str, Any]


@dataclass(frozen=True)
class SignWords:
    """What one sign says, in each language in which it says it, and who answers for that."""

    key: str
    texts: Mapping[str, str]
    source: str
    source_url: str
    owner: str
    review_by: date
    is_withdrawn: bool = False
    is_shipped: bool = False
    checked_by: tuple[str, ...] = ()
    drafted: frozenset[str] = field(default=frozenset())


@dataclass(frozen=True)
class SignsPage:
    """A page of signs as it is put together; empty of cards where the place has none of its own."""

    title: Mapping[str, str]
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class Shipped:
    """The pages of signs that come with Kith, and the words of their signs by the question each answers."""

    pages: Mapping[Subject, SignsPage]
    words: Mapping[str, SignWords]


@dataclass(frozen=True)
class Placed:
    """The place's own pages of signs, and its approved words by the question that each answers."""

    pages: Mapping[Subject, SignsPage]
    words: Mapping[str, SignWords]
    waiting: frozenset[str]


def signs_in(language: str) -> tuple[SignSubject, ...]:
    """All signs in this language, subject by subject, from the lasting copy."""
    return _signs.current()[language]


def signs_mark() -> str:
    """A text that changes whenever a sign does; asks no database."""
    return _signs.mark()


def build_signs() -> Facts:
    """The signs as the place tells them now, in every language."""
    placed = placed_signs()
    return _facts(shipped_signs(), placed) if placed.pages or placed.words else _shipped_facts()


def placed_signs() -> Placed:
    """What the place has put together and approved."""
    rows = list(AdvicePage.objects.filter(kind=PageKind.SIGNS))
    sections = list(AdviceSection.objects.filter(page__in=rows)) if rows else []
    cited = list(
        Citation.objects.filter(section__in=sections)
        .order_by("section_id", "number")
        .values_list("section_id", "statement__question", "statement__key")
    )
    titles = {row.pk: {ENGLISH.code: row.title} for row in rows}
    headings = {section.pk: {ENGLISH.code: section.heading} for section in sections}
    notes = {section.pk: {ENGLISH.code: section.note} for section in sections}
    versions = {row.pk: row.version for row in rows}
    for words in PageTranslation.objects.filter(page__in=rows):
        titles[words.page_id][words.language] = words.title
        own = [section for section in sections if section.page_id == words.page_id]
        # Headings are matched by their order: where their number or version differs, English is the stronger word.
        if words.of_version == versions[words.page_id] and len(words.headings) == len(own):
            for section, heading, note in zip(own, words.headings, words.notes, strict=True):
                headings[section.pk][words.language] = heading
                notes[section.pk][words.language] = note
    questions: dict[int, list[str]] = defaultdict(list)
    for section_id, question, _key in cited:
        questions[section_id].append(question)
    pages = {
        subject: SignsPage(
            titles[row.pk],
            tuple(
                Card(each.level, headings[each.pk], notes[each.pk], tuple(dict.fromkeys(questions[each.pk])))
                for each in sections
                if each.page_id == row.pk and each.level
            ),
        )
        for row in rows
        if (subject := subject_of(row.slug))
    }
    told, waiting = _told({question for _, question, _ in cited} | set(shipped_signs().words))
    return Placed(pages, told, waiting)


def _told(questions: set[str]) -> tuple[dict[str, SignWords], frozenset[str]]:
    """The words that are shown to each question: those that stand, or else the last that did; and what only waits."""
    wordings = list(
        Wording.objects.filter(statement__question__in=questions).select_related("statement").order_by("number")
    )
    approved: dict[str, list[Wording]] = defaultdict(list)
    for each in wordings:
        if each.approved_at:
            approved[each.statement.question].append(each)
    # A withdrawn sign with nothing in its stead goes on being shown: leaving it out would be the weaker word.
    chosen = {
        question: max(
            found, key=lambda each: (each.statement.withdrawn_at is None, each.is_current, each.approved_at, each.pk)
        )
        for question, found in approved.items()
    }
    translated: dict[int, list[StatementTranslation]] = defaultdict(list)
    for row in StatementTranslation.objects.filter(statement__in={each.statement_id for each in chosen.values()}):
        translated[row.statement_id].append(row)
    checks: dict[int, list[str]] = defaultdict(list)
    for check in ClinicalCheck.objects.filter(wording__in=list(chosen.values())).order_by("pk"):
        checks[check.wording_id].append(f"{check.clinician}, {check.profession}")
    owners = organisation_cards() if chosen else {}
    told = {
        question: SignWords(
            key=each.statement.key,
            # Where a translation is older than its English, English is the stronger word.
            texts={
                ENGLISH.code: each.text,
                **{row.language: row.text for row in translated[each.statement_id] if row.of_wording_id == each.pk},
            },
            source=each.source,
            source_url=each.source_url,
            owner=owners[OrganisationId(each.statement.owner_id)].name,
            review_by=each.statement.review_by,
            is_withdrawn=each.statement.withdrawn_at is not None,
            checked_by=tuple(checks[each.pk]),
            drafted=frozenset(row.language for row in translated[each.statement_id] if not row.checked_by),
        )
        for question, each in chosen.items()
    }
    return told, frozenset({each.statement.question for each in wordings} - set(told))


@lru_cache(maxsize=1)
def shipped_signs() -> Shipped:
    """The signs in the files that come with Kith; a language without a file has none of its own words."""
    pages, words = {}, {}
    for subject in Subject:
        english = _read(ENGLISH.code, subject)
        assert isinstance(english, NewPage)
        others = {code: found for code in LANGUAGES[1:] if isinstance(found := _read(code, subject), TranslatedPage)}
        pages[subject] = SignsPage(
            {ENGLISH.code: english.title, **{code: page.title for code, page in others.items()}},
            tuple(
                Card(
                    section.level or Level.CARE,
                    {ENGLISH.code: section.heading, **{code: page.headings[at] for code, page in others.items()}},
                    {ENGLISH.code: section.note, **{code: page.notes[at] for code, page in others.items()}},
                    section.statements,
                )
                for at, section in enumerate(english.sections)
            ),
        )
        for each in english.statements:
            said = {code: page.texts[each.key] for code, page in others.items() if each.key in page.texts}
            words[each.question] = SignWords(
                key=each.key,
                texts={ENGLISH.code: each.text, **said},
                source=each.source,
                source_url=each.source_url,
                owner="",
                review_by=each.review_by,
                is_shipped=True,
                drafted=frozenset(said),
            )
    return Shipped(pages, words)


def _read(language: str, subject: Subject) -> NewPage | TranslatedPage | None:
    path = STARTER / language / f"signs-{subject}.toml"
    if not path.exists():
        return None
    return read_starter(f"{language}/{path.name}", path.read_text("utf-8"), english=language == ENGLISH.code)


def _facts(shipped: Shipped, placed: Placed) -> Facts:
    words = {**shipped.words, **placed.words}
    subjects = []
    for subject, page in shipped.pages.items():
        own = placed.pages.get(subject)
        cards = cards_shown(page.cards, own.cards if own else ())
        said = [words[sign] for card in cards for sign in card.signs if sign in words]
        subjects.append(
            {
                "subject": subject.value,
                "title": {**page.title, **(own.title if own else {})},
                "cards": [
                    {
                        "level": card.level.value,
                        "heading": dict(card.heading),
                        "note": dict(card.note),
                        "signs": [_sign(words[sign]) for sign in card.signs if sign in words],
                    }
                    for card in cards
                ],
                "owners": sorted({each.owner for each in said if each.owner}),
                "sources": sorted({(each.source, each.source_url) for each in said}),
                "review_by": min(each.review_by for each in said).isoformat(),
                "drafted": sorted(frozenset[str]().union(*(each.drafted for each in said))),
                "checked_by": _checked_by(said),
            }
        )
    return {"subjects": subjects}


def _sign(words: SignWords) -> Facts:
    return {"key": words.key, "texts": dict(words.texts), "review_by": words.review_by.isoformat()}


def _checked_by(said: Iterable[SignWords]) -> list[str]:
    """Who has checked, where a clinician has checked every one of these."""
    said = list(said)
    if not all(each.checked_by for each in said):
        return []
    return list(dict.fromkeys(name for each in said for name in each.checked_by))


def _read_facts(facts: Facts) -> dict[str, tuple[SignSubject, ...]]:
    return {code: tuple(_subject(each, code) for each in facts["subjects"]) for code in LANGUAGES}


def _subject(facts: Facts, language: str) -> SignSubject:
    subject = Subject(facts["subject"])
    return SignSubject(
        subject=subject,
        title=in_language(facts["title"], language),
        cards=tuple(
            SignCard(
                subject=subject,
                level=Level(card["level"]),
                heading=in_language(card["heading"], language),
                note=_note(card, language),
                signs=tuple(
                    Sign(each["key"], in_language(each["texts"], language), date.fromisoformat(each["review_by"]))
                    for each in card["signs"]
                ),
            )
            for card in facts["cards"]
        ),
        owners=tuple(facts["owners"]),
        sources=tuple((source, address) for source, address in facts["sources"]),
        review_by=date.fromisoformat(facts["review_by"]),
        is_machine_drafted=language in facts["drafted"],
        checked_by=tuple(facts["checked_by"]),
    )


def _note(card: Facts, language: str) -> LocalText:
    """The note in the language of its heading, so that a card does not change its language half-way."""
    lang = in_language(card["heading"], language).lang
    return LocalText(card["note"].get(lang, ""), lang)


@lru_cache(maxsize=1)
def _shipped_facts() -> Facts:
    return _facts(shipped_signs(), Placed({}, {}, frozenset()))


_signs = LastingCopy("signs", build=build_signs, shipped=_shipped_facts, read=_read_facts)
