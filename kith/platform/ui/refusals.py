"""Why something cannot be, in the reader's words: one table for all rooms, and the form that shows a refusal."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext

from kith.kernel.refusal import Refusal


@dataclass(frozen=True)
class Refused:
    """The words for one code, made of the refusal's facts where they matter, and the question they stand beside."""

    words: Promise | Callable[[Refusal], str]
    beside: str = ""


RefusalWords = Mapping[str, Refused]
_table: dict[str, Refused] = {}


def register_refusals(words: RefusalWords) -> None:
    """Add a room's codes to the table; ValueError names a code that another room words differently."""
    for code, refused in words.items():
        if _table.setdefault(code, refused) != refused:
            raise ValueError(f"refusal {code}: two rooms have words for it; choose another code for one of them")


def refusal_words(refusal: Refusal) -> str:
    """Why it cannot be, and what to do instead."""
    refused = _table.get(refusal.code)
    if refused is None:
        return gettext("That did not work.")
    return str(refused.words) if isinstance(refused.words, Promise) else refused.words(refusal)


def words_of_code(code: str) -> str:
    """Why something could not be, of which only the code was kept; words that are made of facts are not there."""
    refused = _table.get(code)
    return str(refused.words) if refused and isinstance(refused.words, Promise) else gettext("That did not work.")


class RefusableForm(forms.Form):
    """A form that shows a refusal beside the question it concerns.

    ``beside`` names that question where this form asks it by another name than the table says, or for all codes under
    ``""``; a refusal without a question stands above the form.
    """

    beside: ClassVar[Mapping[str, str]] = {}

    def refuse(self, refusal: Refusal) -> None:
        """Show why it cannot be."""
        named = _table[refusal.code].beside if refusal.code in _table else ""
        question = self.beside.get(refusal.code) or (named if named in self.fields else self.beside.get("", ""))
        self.add_error(question if question in self.fields else None, refusal_words(refusal))
