"""Words of listings in five languages, each with a slip of the finger that only trigrams see through."""

from __future__ import annotations

from kith.directory.queries.search import Sought, services_sought
from kith.directory.tests.listings import a_service, an_organisation
from kith.kernel.folding import folded
from kith.platform.access.viewer import ANONYMOUS

# By language: what a listing says, and what is typed. Polish is there to show that slips are found at all.
SLIPS = {
    "ar": ("لقاء في الحديقة", "الحديقا"),
    "ur": ("ملاقات لائبریری میں", "لائبریرا"),
    "bn": ("গ্রন্থাগারে আড্ডা", "গ্রন্থাগারি"),
    "pa": ("ਲਾਇਬ੍ਰੇਰੀ ਵਿੱਚ", "ਲਾਇਬ੍ਰੇਰਾ"),
    "pl": ("w bibliotece", "bibliotexe"),
}
OUTSIDE_ASCII = {"ar", "ur", "bn", "pa"}


def list_them() -> None:
    """A service for each of the words."""
    owner = an_organisation()
    for language, (words, _slip) in SLIPS.items():
        a_service(owner, name={"en": "Feeding café", language: words})


def found() -> set[str]:
    """The languages whose slip finds its listing, asked as the search page asks."""
    return {language for language, (words, slip) in SLIPS.items() if _finds(slip, words)}


def _finds(slip: str, words: str) -> bool:
    return services_sought(ANONYMOUS, Sought(text=slip)).filter(search_text__contains=folded(words)).exists()
