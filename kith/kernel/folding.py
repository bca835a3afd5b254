"""Folding words so that what people type meets what we wrote: no case, no accents, one spelling of Arabic letters."""

import re
import unicodedata
from collections.abc import Mapping

SHORTEST_WORD = 2
# Urdu and Persian keyboards write some Arabic letters with signs of their own; Polish ł has no accent to take off.
_SPELT = {"ا": "أإآٱ", "ي": "ىئیےۓې", "ه": "ةہھۃەۀ", "و": "ؤ", "ك": "کڪ", "ن": "ں", "l": "ł", "": "ـ\u200b\u200c\u200d"}
_LETTERS = str.maketrans({sign: letter for letter, signs in _SPELT.items() for sign in signs})

_PLAIN = re.compile(r"[a-z0-9]+")


def folded(text: str) -> str:
    """The text in small letters, without accents and vowel signs, with one spelling for each Arabic letter."""
    if text.isascii():
        return " ".join(_PLAIN.findall(text.casefold()))
    letters = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS)).casefold()
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    # In Bengali and Punjabi vowels are signs upon letters: they are part of the word.
    return " ".join("".join(each if _is_part(each) else " " for each in plain.translate(_LETTERS)).split())


def search_text_of(*texts: Mapping[str, str]) -> str:
    """What a listing is searched by: its texts in all their languages, folded."""
    return folded(" ".join(text for each in texts for text in each.values()))


def words_of(text: str) -> tuple[str, ...]:
    """The folded words worth looking for, each once."""
    return tuple(dict.fromkeys(word for word in folded(text).split() if len(word) >= SHORTEST_WORD))


def _is_part(letter: str) -> bool:
    return letter.isalnum() or unicodedata.category(letter).startswith("M")
