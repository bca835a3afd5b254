"""What to translate next: the text that most families here cannot read in their own language."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kith.library.rules.translating import TranslationState

_LACKING: Mapping[TranslationState, float] = {
    TranslationState.MISSING: 1.0,
    TranslationState.OLDER: 0.6,
    TranslationState.DRAFTED: 0.3,
    TranslationState.CHECKED: 0.0,
}
"""How much a reader lacks: words that are not there weigh more than old ones, and those more than unchecked ones."""


@dataclass(frozen=True)
class NextText:
    """One page in one language that wants work, and for how many readers; ``need`` is what it is ranked by."""

    slug: str
    language: str
    state: TranslationState
    readers: int
    need: float


def what_to_translate_next(
    pages: Iterable[tuple[str, str, TranslationState]], readers: Mapping[str, int]
) -> list[NextText]:
    """Pages by unmet need, greatest first: readers of the language here, times what they lack of the page."""
    wanting = [
        NextText(slug, language, state, readers.get(language, 0), readers.get(language, 0) * _LACKING[state])
        for slug, language, state in pages
        if _LACKING[state]
    ]
    return sorted(wanting, key=lambda each: (-each.need, -_LACKING[each.state], each.slug, each.language))
