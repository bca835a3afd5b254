"""Every page in every language: how far each is, and what to translate next."""

from collections.abc import Callable
from dataclasses import dataclass

from kith.families.queries.reading import readers_by_language
from kith.kernel.languages import ENGLISH, INTERFACE_LANGUAGES, Language, is_interface_language
from kith.library.models.pages import AdvicePage, Citation, PageTranslation
from kith.library.models.statements import StatementTranslation, Wording
from kith.library.queries.states import state_of_answer, state_of_page
from kith.library.rules.ranking import NextText, what_to_translate_next
from kith.library.rules.translating import TranslationState, least_of
from kith.platform import access
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.walls.saying import beyond

MOST_NEXT = 12
_OTHERS = tuple(language for language in INTERFACE_LANGUAGES if language != ENGLISH)


@dataclass(frozen=True)
class InLanguage:
    """One text in one language; of a page also how many of its answers are not as they should be."""

    language: Language
    state: TranslationState
    open_statements: int = 0


@dataclass(frozen=True)
class StatementRow:
    """An answer on a page, in every language."""

    key: str
    in_languages: tuple[InLanguage, ...]


@dataclass(frozen=True)
class PageRow:
    """A page in every language; its state is that of the words on it least to be relied upon."""

    slug: str
    title: str
    in_languages: tuple[InLanguage, ...]
    statements: tuple[StatementRow, ...]


@dataclass(frozen=True)
class LanguageTable:
    """The whole table, what to do next, and what families read that Kith does not have."""

    pages: tuple[PageRow, ...]
    next: tuple[NextText, ...]
    not_spoken: tuple[tuple[str, int], ...]

    @property
    def columns(self) -> list[str]:
        """The headings of the languages, each by its own name."""
        return [language.own_name for language in _OTHERS]

    @property
    def titles(self) -> dict[str, str]:
        """The title of each page, by its address."""
        return {page.slug: page.title for page in self.pages}

    def rows(self, cell: Callable[[InLanguage, str], str]) -> list[list[str]]:
        """The cells of the table, each drawn by ``cell``."""
        return [[page.title, *(cell(each, page.slug) for each in page.in_languages)] for page in self.pages]


@beyond("how many read each language, without a name")
def _readers(viewer: Viewer) -> dict[str, int]:
    return readers_by_language(viewer)


def language_table(viewer: Viewer) -> LanguageTable:
    """How far every page and every answer on it is in every language."""
    access.require(viewer, Permission.MANAGE_LIBRARY)
    statements = _statements()
    cited: dict[int, dict[int, None]] = {}
    for page_id, statement_id in Citation.objects.order_by("section__number", "number").values_list(
        "section__page_id", "statement_id"
    ):
        cited.setdefault(page_id, {})[statement_id] = None
    words = {(row.page_id, row.language): row for row in PageTranslation.objects.all()}
    pages = []
    for row in AdvicePage.objects.order_by("order", "slug"):
        told = tuple(statements[pk] for pk in cited.get(row.pk, {}) if pk in statements)
        in_languages = tuple(
            _in_language(row, language, words.get((row.pk, language.code)), told) for language in _OTHERS
        )
        pages.append(PageRow(row.slug, row.title, in_languages, told))
    readers = _readers(viewer)
    states = [(page.slug, each.language.code, each.state) for page in pages for each in page.in_languages]
    return LanguageTable(
        pages=tuple(pages),
        next=tuple(each for each in what_to_translate_next(states, readers) if each.readers)[:MOST_NEXT],
        not_spoken=tuple((code, count) for code, count in readers.items() if not is_interface_language(code)),
    )


def _statements() -> dict[int, StatementRow]:
    """Every answer that is told, in every language."""
    stands = {
        row.statement_id: row
        for row in Wording.objects.current().filter(statement__withdrawn_at__isnull=True).select_related("statement")
    }
    there = {(row.statement_id, row.language): row for row in StatementTranslation.objects.all()}
    return {
        pk: StatementRow(
            wording.statement.key,
            tuple(InLanguage(each, state_of_answer(there.get((pk, each.code)), wording)) for each in _OTHERS),
        )
        for pk, wording in stands.items()
    }


def _in_language(
    row: AdvicePage, language: Language, words: PageTranslation | None, told: tuple[StatementRow, ...]
) -> InLanguage:
    states = [each.state for statement in told for each in statement.in_languages if each.language == language]
    worst = least_of([state_of_page(words, row), *states])
    return InLanguage(language, worst, sum(state is not TranslationState.CHECKED for state in states))
