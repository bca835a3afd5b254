"""How far an answer, or a page's own words, are in one language."""

from kith.library.models.pages import AdvicePage, PageTranslation
from kith.library.models.statements import StatementTranslation, Wording
from kith.library.rules.translating import TranslationState, translation_state


def state_of_answer(words: StatementTranslation | None, stands: Wording | None) -> TranslationState:
    """The state of this translation (None: there is none), seen from the English that stands."""
    return translation_state(
        exists=words is not None,
        is_of_current=bool(words and stands and words.of_wording_id == stands.pk),
        is_checked=bool(words and words.checked_by),
    )


def state_of_page(words: PageTranslation | None, page: AdvicePage) -> TranslationState:
    """The same of a page's title, summary and headings."""
    return translation_state(
        exists=words is not None,
        is_of_current=bool(words and words.of_version == page.version),
        is_checked=bool(words and words.checked_by),
    )
